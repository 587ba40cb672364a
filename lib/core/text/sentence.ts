const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentence of `text` that a note mark at `offset` belongs to: the one it stands
 * in, or the one that has just ended when it follows the full stop.
 *
 * @param offset 0-based, in UTF-16 code units; @param language BCP 47, for the rules of Unicode UAX 29.
 */
export function sentenceAt(text: string, offset: number, language: string): string {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    segmenters.set(language, segmenter);
  }
  // A line break would end a sentence; white space is as long as before, so offsets hold.
  const line = text.replace(/\s/g, " ");
  const before = line.slice(0, offset).trimEnd();
  const segment = segmenter.segment(line).containing(Math.max(0, before.length - 1));
  return (segment?.segment ?? line).replace(/\s+/g, " ").trim();
}

/**
 * The opening of a text, whole words only, with an ellipsis when something follows.
 *
 * @param length most characters wanted, in UTF-16 code units.
 */
export function openingWords(text: string, length: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length + 1);
  const words = /\s/.test(cut) ? cut.replace(/\s+\S*$/, "") : flat.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
  return `${words.replace(/[\s,;:–—-]+$/, "")}…`;
}
