import type { Place } from "../problem.ts";
import { offsetInRaw } from "../review/raw-place.ts";
import { replaceAll, type Replacement } from "../text/replace.ts";

/** Words in a file that are to be others. */
export interface TextEdit {
  /** Where `from` begins, or the quotation mark before it. */
  readonly place: Place;
  /** Empty where something is only put in. */
  readonly from: string;
  readonly to: string;
}

export type Replacing =
  | { readonly kind: "text"; readonly text: string }
  /** What stands there is not what was parsed. */
  | { readonly kind: "not-as-parsed"; readonly place: Place };

/**
 * Make all edits of one file; every other character stays as it is.
 *
 * @param raw the whole file, with its byte order mark and line ends as they are.
 */
export function replaceAt(raw: string, edits: readonly TextEdit[]): Replacing {
  // Two edits of one place are one.
  const spots = new Map<number, Replacement>();
  for (const edit of edits) {
    const offset = offsetInRaw(raw, edit.place);
    if (offset === undefined) return { kind: "not-as-parsed", place: edit.place };
    const start = edit.from !== "" && /["']/.test(raw[offset] ?? "") ? offset + 1 : offset;
    // A longer name that begins alike is another name.
    const goesOn = edit.from !== "" && /[a-z0-9-]/.test(raw[start + edit.from.length] ?? "");
    if (!raw.startsWith(edit.from, start) || goesOn) return { kind: "not-as-parsed", place: edit.place };
    spots.set(start, { start, end: start + edit.from.length, text: edit.to });
  }
  return { kind: "text", text: replaceAll(raw, [...spots.values()]) };
}
