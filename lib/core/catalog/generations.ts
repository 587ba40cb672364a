import type { Fingerprint } from "../anchoring/fingerprint.ts";
import type { ParagraphLabel } from "../label.ts";
import type { PinpointPart } from "../tags/pinpoint.ts";
import type { SourceDrift } from "./source-record.ts";

interface Labelled {
  readonly label: ParagraphLabel;
  readonly fingerprint: Fingerprint;
}

/** One generation of a source: its paragraphs in reading order. */
class Generation {
  readonly #paragraphs: readonly Labelled[];
  readonly #places: ReadonlyMap<ParagraphLabel, number>;
  /** Undefined for what stands there more than once. */
  readonly #labels = new Map<Fingerprint, ParagraphLabel | undefined>();

  constructor(paragraphs: readonly Labelled[]) {
    this.#paragraphs = paragraphs;
    this.#places = new Map(paragraphs.map(({ label }, place) => [label, place]));
    for (const { label, fingerprint } of paragraphs)
      this.#labels.set(fingerprint, this.#labels.has(fingerprint) ? undefined : label);
  }

  /** The paragraphs of a pinpoint's part; undefined where one of its ends is not there, or they are reversed. */
  paragraphs({ from, to = from }: PinpointPart): readonly Labelled[] | undefined {
    const [first, last] = [this.#places.get(from), this.#places.get(to)];
    if (first === undefined || last === undefined || last < first) return undefined;
    return this.#paragraphs.slice(first, last + 1);
  }

  labelOf(fingerprint: Fingerprint): ParagraphLabel | undefined {
    return this.#labels.get(fingerprint);
  }
}

/** What a number named when a source's lock was written, and what it names today. */
export class Generations {
  readonly #then: Generation;
  readonly #now: Generation;

  constructor({ record }: SourceDrift) {
    this.#then = new Generation(record.lock?.paragraphs ?? []);
    this.#now = new Generation(record.paragraphs);
  }

  hasToday(part: PinpointPart): boolean {
    return this.#now.paragraphs(part) !== undefined;
  }

  /** Whether a part named something else then; not where it named nothing, or names nothing now. */
  differ(part: PinpointPart): boolean {
    const [then, now] = [this.#then.paragraphs(part), this.#now.paragraphs(part)];
    if (!then || !now) return false;
    return then.length !== now.length || then.some(({ fingerprint }, at) => fingerprint !== now[at]?.fingerprint);
  }

  /** What a part named then, in the labels of today, where its first and last paragraph are there once. */
  follow({ from, to }: PinpointPart): PinpointPart | undefined {
    const first = this.#follow(from);
    if (to === undefined) return first && { from: first };
    const last = this.#follow(to);
    return first && last && this.hasToday({ from: first, to: last }) ? { from: first, to: last } : undefined;
  }

  #follow(label: ParagraphLabel): ParagraphLabel | undefined {
    const [paragraph] = this.#then.paragraphs({ from: label }) ?? [];
    const isUnique = paragraph && this.#then.labelOf(paragraph.fingerprint) === label;
    return isUnique ? this.#now.labelOf(paragraph.fingerprint) : undefined;
  }
}
