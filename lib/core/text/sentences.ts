import { sentenceEnds } from "./sentence-ends.ts";

/**
 * The sentences of one text, found once and only when they are asked for. Line breaks are
 * spaces; {@link sentenceEnds} says where a sentence ends.
 */
export class Sentences {
  readonly #text: string;
  readonly #language: string;
  readonly #shown: string[] = [];
  #ends: readonly number[] | undefined;

  /** @param language BCP 47. */
  constructor(text: string, language: string) {
    // A line break would end a sentence; white space is as long as before, so offsets hold.
    this.#text = text.replace(/\s/g, " ");
    this.#language = language;
  }

  /** 0-based offsets just past each sentence. */
  get ends(): readonly number[] {
    return (this.#ends ??= sentenceEnds(this.#text, this.#language));
  }

  /**
   * 0-based number of the sentence that a note mark at `offset` belongs to: the one it
   * stands in, or the one that has just ended when it follows the full stop.
   *
   * @param offset 0-based, in UTF-16 code units.
   */
  indexAt(offset: number): number {
    let last = offset - 1;
    while (last > 0 && this.#text[last] === " ") last -= 1;
    return firstAbove(this.ends, last);
  }

  /** 0-based offset at which a sentence begins, white space before it left out. */
  startOf(index: number): number {
    let start = this.ends[index - 1] ?? 0;
    while (this.#text[start] === " ") start += 1;
    return start;
  }

  /** A sentence's words, with single spaces between them; empty when the text is. */
  textOf(index: number): string {
    const sentence = () => this.#text.slice(this.ends[index - 1] ?? 0, this.ends[index]);
    return (this.#shown[index] ??= sentence().replace(/ +/g, " ").trim());
  }

  /** The sentence that a note mark at an offset belongs to, as {@link indexAt} counts it. */
  at(offset: number): string {
    return this.textOf(this.indexAt(offset));
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
