/** Put `text` where there is now what lies between two 0-based offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Make replacements that do not overlap, given in any order; every other character stays as it is. */
export function replaceAll(whole: string, replacements: readonly Replacement[]): string {
  // From the end, so that no offset is moved by what was done before.
  const fromTheEnd = [...replacements].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce((text, one) => text.slice(0, one.start) + one.text + text.slice(one.end), whole);
}
