import type { Context } from "./context.ts";
import type { FingerprintedParagraph } from "./fingerprint.ts";
import { byRank, surroundingsBonus, type Ranked } from "./judge.ts";
import { nearbyPlaces } from "./nearby.ts";
import { Likeness, WordWeights, type Words } from "./score.ts";
import type { Sequence } from "./sequence.ts";
import { Vocabulary } from "./words.ts";

/** Paragraphs compared for one that changed: those that share its rarest words. */
const mostCompared = 32;
/** Most entries of the word index that are looked at for one paragraph. */
const mostLookedUp = 20_000;
/** Paragraphs, spread evenly, whose words are counted for the weights. */
const sampleSize = 4096;

/**
 * Looks for what changed paragraphs have become, among the present paragraphs that no
 * locked one claims by having the same text. What it finds is only ever a suggestion.
 */
export class Search {
  readonly #then: Sequence;
  readonly #now: Sequence<FingerprintedParagraph>;
  readonly #context: Context;
  #budget: number;
  #index: WordIndex | undefined;

  /** @param budget how many comparisons of two paragraphs it may make in all. */
  constructor(then: Sequence, now: Sequence<FingerprintedParagraph>, context: Context, budget: number) {
    this.#then = then;
    this.#now = now;
    this.#context = context;
    this.#budget = budget;
  }

  /**
   * Candidates for the paragraph that stood at a place of then, best rank first; undefined
   * when the budget does not reach for all of them: the best of a part would mislead.
   *
   * @param before undefined when it is not known where it stood.
   */
  find(before: number | undefined, text: string): Ranked[] | undefined {
    if (this.#budget <= 0) return undefined;
    this.#index ??= new WordIndex(this.#now, (place) => this.#isUnclaimed(place));
    const likeness = this.#index.likenessTo(text);
    const nearby = before === undefined ? [] : nearbyPlaces(before, this.#then, this.#now);
    const places = new Set(nearby.filter((place) => this.#isUnclaimed(place)));
    for (const place of this.#index.sharingWords(likeness.words)) places.add(place);
    if (places.size > this.#budget) {
      this.#budget = 0;
      return undefined;
    }
    this.#budget -= places.size;
    const index = this.#index;
    const ranked = [...places].flatMap((place) => this.rank(before, place, likeness.to(index.wordsAt(place))) ?? []);
    return ranked.sort(byRank(before));
  }

  /** A place of now with its score, raised in rank for surroundings that stayed the same. */
  rank(before: number | undefined, place: number, score: number): Ranked | undefined {
    const paragraph = this.#now.at(place);
    if (!paragraph) return undefined;
    const same = before === undefined ? 0 : this.#context.sameSurroundings(before, place);
    return { to: paragraph.label, place, score, rank: score + same * surroundingsBonus };
  }

  /** More of a text than there were are nobody's: one of them may be what another became. */
  #isUnclaimed(place: number): boolean {
    const fingerprint = this.#now.at(place)?.fingerprint;
    return fingerprint !== undefined && this.#now.countOf(fingerprint) > this.#then.countOf(fingerprint);
  }
}

/** The words of the paragraphs to be searched, and which word stands in which. */
class WordIndex {
  readonly #vocabulary = new Vocabulary();
  readonly #weights = new WordWeights();
  readonly #words = new Map<number, Words>();
  readonly #placesWith = new Map<number, number[]>();

  constructor(now: Sequence<FingerprintedParagraph>, isSearched: (place: number) => boolean) {
    const stride = Math.ceil(now.length / sampleSize);
    for (let place = 0; place < now.length; place++) {
      const searched = isSearched(place);
      if (!searched && place % stride !== 0) continue;
      const words = this.#vocabulary.read(now.at(place)?.text ?? "");
      if (place % stride === 0) this.#weights.count(words);
      if (searched) this.#add(place, words);
    }
  }

  likenessTo(text: string): Likeness {
    return new Likeness(this.#vocabulary.read(text), this.#weights);
  }

  wordsAt(place: number): Words {
    return this.#words.get(place) ?? [];
  }

  /** Places that share the most weight of words, the rarest looked up first. */
  sharingWords(words: Words): number[] {
    const listed = [...new Set(words)].map((word) => ({ word, places: this.#placesWith.get(word) ?? [] }));
    listed.sort((a, b) => a.places.length - b.places.length || a.word - b.word);
    const shared = new Map<number, number>();
    let lookedUp = 0;
    for (const { word, places } of listed) {
      if (lookedUp > 0 && lookedUp + places.length > mostLookedUp) break;
      lookedUp += places.length;
      const weight = this.#weights.of(word);
      // A word of too many paragraphs is looked up in the first of them.
      for (const place of places.slice(0, mostLookedUp)) shared.set(place, (shared.get(place) ?? 0) + weight);
    }
    const best = [...shared].sort(([a, one], [b, other]) => other - one || a - b);
    return best.slice(0, mostCompared).map(([place]) => place);
  }

  #add(place: number, words: Words): void {
    this.#words.set(place, words);
    for (const word of new Set(words)) {
      const places = this.#placesWith.get(word);
      if (places) places.push(place);
      else this.#placesWith.set(word, [place]);
    }
  }
}
