import type { Problem } from "../problem.ts";
import type { WarningName } from "../rules.ts";

/** A doubt that the author may answer. */
export interface Warning extends Problem {
  readonly rule: WarningName;
  /** What an answer may call it by: with its opening words, or with the id of a source. */
  readonly about: { readonly words: string; readonly sourceId?: string };
}
