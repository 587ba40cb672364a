import { printName, type Name } from "../front-matter/name.ts";
import { oneLine } from "../text/one-line.ts";

/**
 * A name as people type it: `Given Family`, or `Family, Given`. Which part is the
 * family's is a guess, so a name that is known already is taken as it is known.
 *
 * @returns undefined when nothing is typed.
 */
export function readAuthor(typed: string, known: readonly Name[] = []): Name | undefined {
  const text = oneLine(typed);
  if (text === "") return undefined;
  const same = known.find((name) => printName(name).toLowerCase() === text.toLowerCase());
  if (same) return same;
  const [family = "", given = "", ...more] = text.split(/\s*[,،]\s*/);
  if (more.length === 0 && family !== "" && given !== "") return { given, family };
  const spoken = /^([^,،]+) ([^\s,،]+)$/.exec(text);
  return spoken ? { given: spoken[1] ?? "", family: spoken[2] ?? "" } : { literal: text };
}
