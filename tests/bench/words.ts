import type { Random } from "./random.ts";

const onsets = [
  "b",
  "br",
  "c",
  "d",
  "f",
  "g",
  "gr",
  "h",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
];
const vowels = ["a", "e", "i", "o", "u", "ea"];
const codas = ["", "", "", "", "n", "r", "s", "t"];

/** How many different words there are; a policy library has about as many. */
const vocabularySize = 8000;
const nameCount = 2000;

/** What a sentence is made of beside plain words. */
export interface Markup {
  /** Emphasis and links out, as briefs have. */
  readonly rich: boolean;
}

/**
 * A language of invented words. Short ones are the most frequent, and the word of rank r
 * is drawn in proportion to 1/(r + 3), as Zipf and Mandelbrot found, so that search and
 * caches meet text that behaves like text.
 */
export class Words {
  readonly #random: Random;
  readonly #vocabulary: readonly string[];
  /** Frequencies summed up to each rank. */
  readonly #summed: Float64Array;
  readonly #names: readonly string[];

  constructor(random: Random) {
    this.#random = random;
    this.#vocabulary = inventWords(random);
    this.#names = Array.from({ length: nameCount }, () => capitalise(syllable(random) + syllable(random)));
    this.#summed = new Float64Array(vocabularySize);
    let sum = 0;
    for (let rank = 1; rank <= vocabularySize; rank++) this.#summed[rank - 1] = sum += 1 / (rank + 3);
  }

  /** A word by its frequency. */
  word(): string {
    const sought = this.#random.fraction() * (this.#summed.at(-1) ?? 0);
    let low = 0;
    let high = vocabularySize - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#summed[middle] ?? 0) > sought) high = middle;
      else low = middle + 1;
    }
    return this.#vocabulary[low] ?? "";
  }

  /** A proper name, such as of a person or place. */
  name(): string {
    return this.#random.pick(this.#names);
  }

  /** Several words and a name, as a heading or title has them. */
  title(words: number): string {
    const rare = Array.from({ length: words - 1 }, () => this.#random.pick(this.#vocabulary));
    return capitalise([...rare, this.name()].join(" "));
  }

  /** @param length in words. */
  sentence(length: number, markup: Markup): string {
    const words = Array.from({ length }, (_, at) => (at === 0 ? capitalise(this.word()) : this.#piece(markup)));
    if (length <= 12) return `${words.join(" ")}.`;
    return `${words.slice(0, length >> 1).join(" ")}, ${words.slice(length >> 1).join(" ")}.`;
  }

  /** Sentences that make up a paragraph of about `length` words. */
  sentences(length: number, markup: Markup): string[] {
    const sentences: string[] = [];
    for (let left = length; left > 0;) {
      const next = left < 24 ? Math.max(6, left) : this.#random.whole(10, 22);
      sentences.push(this.sentence(next, markup));
      left -= next;
    }
    return sentences;
  }

  #piece({ rich }: Markup): string {
    const random = this.#random;
    const kind = random.fraction();
    if (kind < 0.02) return this.name();
    if (kind < 0.035) return String(random.whole(1990, 2026));
    if (kind < 0.045) return `${random.whole(1, 99)}.${random.whole(0, 9)}%`;
    if (rich && kind < 0.055) return `*${this.word()}*`;
    if (rich && kind < 0.06) return `**${this.word()} ${this.word()}**`;
    if (rich && kind < 0.063) return `[${this.word()} ${this.word()}](https://example.org/${random.whole(1, 999)})`;
    return this.word();
  }
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Different words of one to three syllables, the short ones first. */
function inventWords(random: Random): string[] {
  const words = new Set<string>();
  for (let size = 0; words.size < vocabularySize; size = words.size) {
    const syllables = size < 100 ? 1 : size < 2500 ? 2 : 3;
    words.add(Array.from({ length: syllables }, () => syllable(random)).join(""));
  }
  return [...words];
}

function syllable(random: Random): string {
  return random.pick(onsets) + random.pick(vowels) + random.pick(codas);
}
