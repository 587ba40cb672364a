import { expectedPlaces } from "./nearby.ts";
import { splitWords } from "./words.ts";
import type { Sequence } from "./sequence.ts";

/** A paragraph below either may be said again anywhere, so both its neighbours have to be the same. */
export const shortText = { characters: 40, words: 6 } as const;

/** Whether a text is under 40 characters (code points) or under 6 words. */
export function isShort(text: string): boolean {
  if (text.length < 2 * shortText.characters && Array.from(text).length < shortText.characters) return true;
  return splitWords(text).length < shortText.words;
}

/**
 * The rule that tells a paragraph that is still where it was from the same words
 * somewhere else. `then` is the locked version of a source, `now` the present one.
 */
export class Context {
  readonly #then: Sequence;
  readonly #now: Sequence;
  /** For each place of then, the last anchor before it; -1 for the beginning. */
  #anchors: Int32Array | undefined;
  /** By the anchor before it, how many places an unchanged run has moved; undefined for a changed run. */
  readonly #shifts = new Map<number, number | undefined>();

  constructor(then: Sequence, now: Sequence) {
    this.#then = then;
    this.#now = now;
  }

  /** How many immediate neighbours (0 to 2) have the same fingerprint as before. */
  sameNeighbours(before: number, after: number): number {
    return Number(this.#sameAt(before - 1, after - 1)) + Number(this.#sameAt(before + 1, after + 1));
  }

  /** The same, and 1 more for standing where the nearest paragraphs that stayed the same let expect it: 0 to 3. */
  sameSurroundings(before: number, after: number): number {
    const expected = expectedPlaces(before, this.#then, this.#now).includes(after);
    return this.sameNeighbours(before, after) + Number(expected);
  }

  /**
   * For text that stands once in both versions: at least one neighbour is the same; both
   * for a short text. A single neighbour that stands more than once counts only where it
   * is shown to be the very one: "Reserved." beside a paragraph shows nothing by itself.
   * Where there is no neighbour, there must have been none; the end of a document alone
   * shows nothing, unless the paragraph is all of it.
   */
  holds(before: number, after: number, text: string): boolean {
    const same = this.sameNeighbours(before, after);
    const ends = Number(this.#endAt(before - 1, after - 1)) + Number(this.#endAt(before + 1, after + 1));
    if (same + ends === 2) return true;
    if (same === 0 || isShort(text)) return false;
    const side = this.#sameAt(before - 1, after - 1) ? -1 : 1;
    return (this.#anchor(before + side) ?? this.placeInRun(before + side)) === after + side;
  }

  /**
   * For text that stands more than once: where it is if the whole run between the nearest
   * anchors, paragraphs unique in both versions or the document's ends, is unchanged.
   */
  placeInRun(before: number): number | undefined {
    const anchor = this.#anchorBefore(before);
    if (!this.#shifts.has(anchor)) this.#shifts.set(anchor, this.#shiftOfRun(anchor, before));
    const shift = this.#shifts.get(anchor);
    return shift === undefined ? undefined : before + shift;
  }

  #shiftOfRun(start: number, inside: number): number | undefined {
    let end = inside;
    while (end < this.#then.length && this.#anchor(end) === undefined) end++;
    const startNow = start < 0 ? -1 : this.#anchor(start);
    const endNow = end >= this.#then.length ? this.#now.length : this.#anchor(end);
    if (startNow === undefined || endNow === undefined || endNow - startNow !== end - start) return undefined;
    for (let step = 1; step < end - start; step++) {
      if (!this.#sameAt(start + step, startNow + step)) return undefined;
    }
    return startNow - start;
  }

  /** Where the paragraph at a place of then is now, if it is unique in both versions. */
  #anchor(place: number): number | undefined {
    const fingerprint = this.#then.at(place)?.fingerprint;
    if (fingerprint === undefined || this.#then.countOf(fingerprint) !== 1) return undefined;
    return this.#now.onlyPlaceOf(fingerprint);
  }

  #anchorBefore(place: number): number {
    if (!this.#anchors) {
      this.#anchors = new Int32Array(this.#then.length);
      let last = -1;
      for (let at = 0; at < this.#then.length; at++) {
        this.#anchors[at] = last;
        if (this.#anchor(at) !== undefined) last = at;
      }
    }
    return this.#anchors[place] ?? -1;
  }

  #sameAt(before: number, after: number): boolean {
    const fingerprint = this.#then.at(before)?.fingerprint;
    return fingerprint !== undefined && fingerprint === this.#now.at(after)?.fingerprint;
  }

  #endAt(before: number, after: number): boolean {
    return this.#then.at(before) === undefined && this.#now.at(after) === undefined;
  }
}
