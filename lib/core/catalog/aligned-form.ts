/** A stretch of a text: 0-based offsets in UTF-16 code units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a form of a text may take away or join to the character before it: marks, joiners, tatweel, invisibles. */
const clinging =
  "(?:[\\p{M}\\p{Cf}\\p{DI}\\u0640\\u1160-\\u11FF\\uFC5E-\\uFC63\\uFCF2-\\uFCF4\\uFE70-\\uFE7F]|[\\x00-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F])";
const dash = "[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]";
/** What the forms change on its own: plain letters, white space, a run of dashes, or one character. */
const atoms = new RegExp(
  `[!-,./-~]+(?!${clinging})|[\\s\\u0085]|${dash}(?:${clinging}*${dash})*${clinging}*|(?:[^]${clinging}*)`,
  "gu",
);
const plain = /^[!-,./-~]+$/;

/**
 * Spans of a form of a text, as spans of the text itself.
 *
 * @param form `change` of the whole text, where the spans were found.
 * @param change a normal form that changes characters one by one, but for marks, white space and dashes.
 * @returns undefined when the form cannot be put together from the text's characters.
 */
export function alignSpans(
  text: string,
  form: string,
  change: (text: string) => string,
  spans: readonly Span[],
): Span[] | undefined {
  const changed = new Map<string, string>();
  /** For each unit of the form, where what it comes from begins and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  let made = "";
  // White space at the beginning goes, as that behind other white space does.
  let last = " ";
  for (const { 0: atom, index } of text.matchAll(atoms)) {
    const isPlain = plain.test(atom);
    let unit = isPlain ? atom : changed.get(atom);
    // Between bars, white space at its ends is not trimmed.
    if (unit === undefined) changed.set(atom, (unit = change(`|${atom}|`).slice(1, -1)));
    for (let at = 0; at < unit.length; at++) {
      const character = unit[at] ?? "";
      if (character === " " && last === " ") continue;
      made += character;
      last = character;
      starts.push(isPlain ? index + at : index);
      ends.push(isPlain ? index + at + 1 : index + atom.length);
    }
  }
  if (made !== form && made !== `${form} `) return undefined;
  return spans.map(({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }));
}
