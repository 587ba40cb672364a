import { Context } from "../anchoring/context.ts";
import type { FingerprintedParagraph } from "../anchoring/fingerprint.ts";
import { leastScore, type Ranked } from "../anchoring/judge.ts";
import type { LockedParagraph } from "../anchoring/lock.ts";
import { Search } from "../anchoring/search.ts";
import { Sequence } from "../anchoring/sequence.ts";

/** A paragraph of the text before, and the one after that it is or became. Places are 0-based indexes into both texts. */
export type AlignedPair =
  | { readonly kind: "same"; readonly before: number; readonly after: number }
  | {
      readonly kind: "edited";
      readonly before: number;
      readonly after: number;
      /** 0 to 1, in steps of 0.001. */
      readonly score: number;
    };

/** How the paragraphs of two texts go together, each with one of the other text or with none. */
export interface Alignment {
  /** In order of the text after. */
  readonly pairs: readonly AlignedPair[];
  /** Places of the text before that nothing of the text after is like. */
  readonly gone: readonly number[];
  /** Places of the text after that nothing of the text before is like. */
  readonly added: readonly number[];
  /** How many of the gone were not looked for: too much has changed. */
  readonly skipped: number;
}

/** A paragraph of the text before: with its words where they are known, of a digest's original with its fingerprint only. */
export type FormerParagraph = LockedParagraph & { readonly text?: string };

/**
 * Align all paragraphs of two texts of one document, cited or not: first those with the
 * same words, twins with the twins among the same neighbours; then the likeliest pairs of
 * the rest. Likeness is for showing and for carrying remarks over, and proves nothing.
 *
 * @param budget how many comparisons of two paragraphs it may cost in all.
 */
export function alignTexts(
  before: readonly FormerParagraph[],
  after: readonly FingerprintedParagraph[],
  budget: number,
): Alignment {
  const [then, now] = [new Sequence(before), new Sequence(after)];
  const matching = new Matching(then, now);
  matching.matchSame();
  const { edited, skipped } = findEdited(before, then, now, matching, budget);
  const pairs = [...matching.pairs(), ...edited].sort((a, b) => a.after - b.after);
  const [kept, taken] = [new Set(pairs.map((pair) => pair.before)), new Set(pairs.map((pair) => pair.after))];
  const without = (length: number, places: ReadonlySet<number>) =>
    Array.from({ length }, (_, place) => place).filter((place) => !places.has(place));
  return { pairs, gone: without(before.length, kept), added: without(after.length, taken), skipped };
}

/** Pairs of paragraphs with the same fingerprint. */
class Matching {
  readonly #then: Sequence;
  readonly #now: Sequence;
  readonly #after = new Map<number, number>();
  readonly #taken = new Set<number>();

  constructor(then: Sequence, now: Sequence) {
    this.#then = then;
    this.#now = now;
  }

  matchSame(): void {
    for (let place = 0; place < this.#then.length; place++) {
      const fingerprint = this.#then.at(place)?.fingerprint;
      if (fingerprint === undefined || this.#then.countOf(fingerprint) > 1) continue;
      const only = this.#now.onlyPlaceOf(fingerprint);
      if (only !== undefined) this.#take(place, only);
    }
    this.#extend(1);
    this.#extend(-1);
    this.#matchRest();
  }

  pairs(): AlignedPair[] {
    return Array.from(this.#after, ([before, after]) => ({ kind: "same", before, after }));
  }

  has(before: number): boolean {
    return this.#after.has(before);
  }

  /** Twins beside a pair are a pair, and so on; the ends of the texts count as a pair. */
  #extend(step: 1 | -1): void {
    const [first, last] = step === 1 ? [-1, this.#then.length] : [this.#then.length, -1];
    for (let before = first; before !== last; before += step) {
      const end = step === 1 ? -1 : this.#now.length;
      const after = before === first ? end : this.#after.get(before);
      if (after !== undefined && this.#areSame(before + step, after + step)) this.#take(before + step, after + step);
    }
  }

  /** What is left of the same words goes together in order. */
  #matchRest(): void {
    const places = new Map<string, number[]>();
    for (let after = 0; after < this.#now.length; after++) {
      if (this.#taken.has(after)) continue;
      const fingerprint = this.#now.at(after)?.fingerprint ?? "";
      const list = places.get(fingerprint);
      if (list) list.push(after);
      else places.set(fingerprint, [after]);
    }
    for (const list of places.values()) list.reverse();
    for (let before = 0; before < this.#then.length; before++) {
      if (this.#after.has(before)) continue;
      const after = places.get(this.#then.at(before)?.fingerprint ?? "")?.pop();
      if (after !== undefined) this.#take(before, after);
    }
  }

  #areSame(before: number, after: number): boolean {
    const fingerprint = this.#then.at(before)?.fingerprint;
    if (fingerprint === undefined || this.#after.has(before) || this.#taken.has(after)) return false;
    return fingerprint === this.#now.at(after)?.fingerprint;
  }

  #take(before: number, after: number): void {
    this.#after.set(before, after);
    this.#taken.add(after);
  }
}

/** The likeliest pair first, and each paragraph once. */
function findEdited(
  before: readonly FormerParagraph[],
  then: Sequence,
  now: Sequence<FingerprintedParagraph>,
  matching: Matching,
  budget: number,
): { edited: AlignedPair[]; skipped: number } {
  const search = new Search(then, now, new Context(then, now), budget);
  const candidates: (Ranked & { readonly before: number })[] = [];
  let skipped = 0;
  before.forEach(({ text }, place) => {
    if (text === undefined || matching.has(place)) return;
    const found = search.find(place, text);
    if (!found) skipped += 1;
    for (const one of found ?? []) if (one.score >= leastScore) candidates.push({ ...one, before: place });
  });
  candidates.sort((a, b) => b.rank - a.rank || a.before - b.before || a.place - b.place);
  const [used, taken] = [new Set<number>(), new Set(matching.pairs().map(({ after }) => after))];
  const edited = candidates.flatMap((one): AlignedPair[] => {
    if (used.has(one.before) || taken.has(one.place)) return [];
    used.add(one.before);
    taken.add(one.place);
    return [{ kind: "edited", before: one.before, after: one.place, score: one.score }];
  });
  return { edited, skipped };
}
