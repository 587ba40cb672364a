import { sentenceEnds } from "./sentence-ends.ts";

/**
 * The sentences of one text, found once and only when they are asked for. Line breaks are
 * spaces; {@link sentenceEnds} says where a sentence ends.
 */
export class Sentences {
  readonly #text: string;
  readonly #language: string;
  #found: { readonly ends: readonly number[]; readonly shown: (string | undefined)[] } | undefined;

  /** @param language BCP 47. */
  constructor(text: string, language: string) {
    // A line break would end a sentence; white space is as long as before, so offsets hold.
    this.#text = text.replace(/\s/g, " ");
    this.#language = language;
  }

  /**
   * The sentence that a note mark at `offset` belongs to: the one it stands in, or the
   * one that has just ended when it follows the full stop. Empty when the text is.
   *
   * @param offset 0-based, in UTF-16 code units.
   */
  at(offset: number): string {
    const { ends, shown } = (this.#found ??= { ends: sentenceEnds(this.#text, this.#language), shown: [] });
    let last = offset - 1;
    while (last > 0 && this.#text[last] === " ") last -= 1;
    const index = firstAbove(ends, last);
    const sentence = this.#text.slice(ends[index - 1] ?? 0, ends[index]);
    return (shown[index] ??= sentence.replace(/ +/g, " ").trim());
  }

  last(): string {
    return this.at(this.#text.length);
  }
}

/** Index of the first number in a rising list that is above `value`, or of the last one. */
function firstAbove(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
