import type { Context } from "./context.ts";
import { expectedPlaces } from "./nearby.ts";
import type { Sequence } from "./sequence.ts";

/**
 * Tells which twins, paragraphs with the same text, belong to another paragraph of then:
 * those whose surroundings are more like its own. They are left out of suggestions.
 */
export class Twins {
  readonly #then: Sequence;
  readonly #now: Sequence;
  readonly #context: Context;
  /** Fingerprints of two and three adjacent paragraphs of then, of which one has twins. */
  #adjacent: Set<string> | undefined;
  /** Places of now where a paragraph of then that has twins is to be expected, and its text stands. */
  readonly #expected = new Set<number>();

  constructor(then: Sequence, now: Sequence, context: Context) {
    this.#then = then;
    this.#now = now;
    this.#context = context;
  }

  /** Whether the twin at a place of now belongs to another paragraph of then than the one at `before`. */
  isAnothers(before: number | undefined, place: number): boolean {
    const own = before === undefined ? 0 : this.#context.sameSurroundings(before, place);
    return own < this.#mostSameSurroundings(place);
  }

  #mostSameSurroundings(place: number): number {
    const adjacent = (this.#adjacent ??= this.#readThen());
    return this.#mostSameNeighbours(place, adjacent) + Number(this.#expected.has(place));
  }

  #mostSameNeighbours(place: number, adjacent: ReadonlySet<string>): number {
    const { withBoth, withPrevious, withNext } = adjacentTo(place, this.#now);
    if (withBoth !== undefined && adjacent.has(withBoth)) return 2;
    const has = (key: string | undefined) => key !== undefined && adjacent.has(key);
    return has(withPrevious) || has(withNext) ? 1 : 0;
  }

  #readThen(): Set<string> {
    const adjacent = new Set<string>();
    for (let place = 0; place < this.#then.length; place++) {
      const fingerprint = this.#then.at(place)?.fingerprint;
      if (fingerprint === undefined || this.#then.countOf(fingerprint) < 2) continue;
      const { withBoth, withPrevious, withNext } = adjacentTo(place, this.#then);
      for (const key of [withBoth, withPrevious, withNext]) if (key !== undefined) adjacent.add(key);
      for (const expected of expectedPlaces(place, this.#then, this.#now)) {
        if (this.#now.at(expected)?.fingerprint === fingerprint) this.#expected.add(expected);
      }
    }
    return adjacent;
  }
}

interface Adjacent {
  readonly withBoth: string | undefined;
  readonly withPrevious: string | undefined;
  readonly withNext: string | undefined;
}

function adjacentTo(place: number, sequence: Sequence): Adjacent {
  const [previous, own = "", next] = [-1, 0, 1].map((step) => sequence.at(place + step)?.fingerprint);
  return {
    withBoth: previous === undefined || next === undefined ? undefined : `${previous} ${own} ${next}`,
    withPrevious: previous === undefined ? undefined : `${previous} ${own} `,
    withNext: next === undefined ? undefined : ` ${own} ${next}`,
  };
}
