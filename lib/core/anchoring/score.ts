/** Share of the smaller text that has to stand in the larger for them to count as merged or split. */
export const leastContainment = 0.8;

/** A text to be compared: its words in order, as numbers of one vocabulary. */
export type Words = readonly number[];

/** How much each word tells: the rarer among the paragraphs counted, the more (inverse document frequency). */
export class WordWeights {
  readonly #paragraphsWith: number[] = [];
  #paragraphs = 0;

  count(words: Words): void {
    this.#paragraphs++;
    for (const word of new Set(words)) this.#paragraphsWith[word] = (this.#paragraphsWith[word] ?? 0) + 1;
  }

  of(word: number): number {
    return Math.log(1 + (this.#paragraphs + 1) / ((this.#paragraphsWith[word] ?? 0) + 0.5));
  }
}

/** One text made ready for being compared with many. */
export class Likeness {
  readonly words: Words;
  readonly #weights: WordWeights;
  readonly #counts: ReadonlyMap<number, number>;
  readonly #total: number;

  constructor(words: Words, weights: WordWeights) {
    this.words = words;
    this.#weights = weights;
    const counts = new Map<number, number>();
    this.#total = eachFeature(words, weights, (feature) => counts.set(feature, (counts.get(feature) ?? 0) + 1));
    this.#counts = counts;
  }

  /**
   * How alike another text is, 0 to 1 in steps of 0.001: the weighted Dice coefficient
   * over words and pairs of adjacent words, each counted as often as it stands. Where
   * one text contains at least 0.8 of the other, as after a merge or a split, the score
   * is the mean of that share and the coefficient.
   */
  to(words: Words): number {
    const left = new Map<number, number>();
    let shared = 0;
    const total = eachFeature(words, this.#weights, (feature, weight) => {
      const rest = left.get(feature) ?? this.#counts.get(feature) ?? 0;
      if (rest === 0) return;
      left.set(feature, rest - 1);
      shared += weight;
    });
    const smaller = Math.min(total, this.#total);
    if (smaller === 0) return 0;
    const dice = (2 * shared) / (total + this.#total);
    const containment = shared / smaller;
    return thousandths(containment >= leastContainment ? (dice + containment) / 2 : dice);
  }
}

/** Rounded to 0.001, so that a score is the same on every machine and a threshold is met exactly. */
export function thousandths(score: number): number {
  return Math.round(Math.min(1, score) * 1000) / 1000;
}

/** Above any number of a vocabulary, and its square below 2⁵³. */
const pairBase = 2 ** 26;

/** Visit each word and each pair of adjacent words; a pair weighs the mean of its two. Gives the sum of weights. */
function eachFeature(words: Words, weights: WordWeights, visit: (feature: number, weight: number) => void): number {
  let total = 0;
  let previous: { word: number; weight: number } | undefined;
  for (const word of words) {
    const weight = weights.of(word);
    visit(word, weight);
    total += weight;
    if (previous) {
      const pairWeight = (previous.weight + weight) / 2;
      visit((previous.word + 1) * pairBase + word, pairWeight);
      total += pairWeight;
    }
    previous = { word, weight };
  }
  return total;
}
