import type { Figures, SizeResult } from "./result.ts";

/** What is unusual of a measurement, with a comma before it, such as ", no search index, on 1 core". */
export function settingOf({ cores }: Pick<Figures, "cores">, { indexed }: Pick<SizeResult, "indexed">): string {
  const held = cores === undefined ? "" : `, on ${cores === 1 ? "1 core" : `${cores} cores`}`;
  return `${indexed ? "" : ", no search index"}${held}`;
}
