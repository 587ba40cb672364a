import { quotationForm } from "../text/normal-form.ts";

/** A run of letters, marks and digits; joiners belong to the word that they stand in. */
const run = /[\p{L}\p{M}\p{N}\u200C\u200D]+/gu;

/** Scripts written without spaces: there each character counts as a word, and pairs make up the rest. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const unspacedOrRun = new RegExp(`(?:${unspaced.source})\\p{M}*|(?:(?!${unspaced.source}).)+`, "gu");

/** The words of a text as they stand, in order; punctuation and white space are left out. */
export function splitWords(text: string): string[] {
  const words: string[] = text.match(run) ?? [];
  if (!unspaced.test(text)) return words;
  return words.flatMap((word) => (unspaced.test(word) ? (word.match(unspacedOrRun) ?? []) : word));
}

/** Numbers for words: the same for words that differ in case or typography only. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  /** From the word as it stands, so that each is folded once. */
  readonly #known = new Map<string, number>();

  /** The words of a text in order, as numbers from 0. */
  read(text: string): number[] {
    return splitWords(text).map((word) => this.#numberOf(word));
  }

  #numberOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const folded = quotationForm(word).toLowerCase();
    const number = this.#numbers.get(folded) ?? this.#numbers.size;
    this.#numbers.set(folded, number);
    this.#known.set(word, number);
    return number;
  }
}
