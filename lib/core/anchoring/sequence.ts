import type { ParagraphLabel } from "../label.ts";
import type { LockedParagraph } from "./lock.ts";
import type { Fingerprint } from "./fingerprint.ts";

/**
 * The paragraphs of one version of a source in reading order. A *place* is a 0-based
 * index into them; it never leaves this folder.
 */
export class Sequence<Item extends LockedParagraph = LockedParagraph> {
  readonly #items: readonly Item[];
  readonly #byLabel = new Map<ParagraphLabel, number>();
  /** The first place of each fingerprint, and how many there are. */
  readonly #first = new Map<Fingerprint, number>();
  readonly #again = new Map<Fingerprint, number>();

  constructor(items: readonly Item[]) {
    this.#items = items;
    items.forEach(({ label, fingerprint }, place) => {
      if (!this.#byLabel.has(label)) this.#byLabel.set(label, place);
      if (this.#first.has(fingerprint)) this.#again.set(fingerprint, this.countOf(fingerprint) + 1);
      else this.#first.set(fingerprint, place);
    });
  }

  get length(): number {
    return this.#items.length;
  }

  /** Undefined before the first and after the last. */
  at(place: number): Item | undefined {
    return this.#items[place];
  }

  placeOfLabel(label: ParagraphLabel): number | undefined {
    return this.#byLabel.get(label);
  }

  countOf(fingerprint: Fingerprint): number {
    return this.#again.get(fingerprint) ?? (this.#first.has(fingerprint) ? 1 : 0);
  }

  /** Where a fingerprint stands that stands here exactly once. */
  onlyPlaceOf(fingerprint: Fingerprint): number | undefined {
    return this.#again.has(fingerprint) ? undefined : this.#first.get(fingerprint);
  }
}
