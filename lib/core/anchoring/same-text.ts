import type { ParagraphLabel } from "../label.ts";
import type { Context } from "./context.ts";
import type { FingerprintedParagraph } from "./fingerprint.ts";
import { byRank, showable, type Ranked } from "./judge.ts";
import type { Search } from "./search.ts";
import type { Sequence } from "./sequence.ts";
import type { ParagraphState } from "./state.ts";
import { Twins } from "./twins.ts";

/** Twins that are looked at for a suggestion, half of them on either side. */
const mostTwins = 64;

/** Finds cited paragraphs whose text has not changed by a letter, and tells whether it is still the same place. */
export class SameText {
  readonly #then: Sequence;
  readonly #now: Sequence<FingerprintedParagraph>;
  readonly #context: Context;
  /** Places of now, ascending, by full text: fingerprints are never all the proof. */
  readonly #placesOf = new Map<string, number[]>();

  readonly #search: Search;
  readonly #twins: Twins;

  constructor(
    then: Sequence,
    now: Sequence<FingerprintedParagraph>,
    context: Context,
    search: Search,
    cited: Iterable<{ readonly text: string }>,
  ) {
    this.#then = then;
    this.#now = now;
    this.#context = context;
    this.#search = search;
    this.#twins = new Twins(then, now, context);
    for (const { text } of cited) this.#placesOf.set(text, []);
    for (let place = 0; place < now.length; place++) this.#placesOf.get(now.at(place)?.text ?? "")?.push(place);
  }

  /**
   * The state of a cited paragraph whose text is there; undefined when it is not, or only
   * where it is shown to be another paragraph, a twin of this one.
   */
  find(label: ParagraphLabel, text: string): ParagraphState | undefined {
    const places = this.#placesOf.get(text) ?? [];
    if (places.length === 0) return undefined;
    const before = this.#then.placeOfLabel(label);
    const proven = before === undefined ? undefined : this.#provenPlace(before, text, places);
    const found = proven === undefined ? undefined : this.#now.at(proven);
    if (found?.text === text) return found.label === label ? { kind: "ok" } : { kind: "moved", to: found.label };
    const open = nearestTo(before, places).filter((place) => !this.#twins.isAnothers(before, place));
    if (open.length === 0) return undefined;
    const [best, ...more] = this.#bestFirst(open, before, text);
    if (best && more.length === 0) return { kind: "moved-unsure", to: best.to };
    return { kind: "ambiguous", candidates: [best ?? [], ...more].flat().map(({ to, score }) => ({ to, score })) };
  }

  /** The place that the surroundings show to be the same. @param places of now with this text; not empty. */
  #provenPlace(before: number, text: string, places: readonly number[]): number | undefined {
    const [only = -1, ...more] = places;
    const fingerprint = this.#then.at(before)?.fingerprint;
    // In a lock whose parts disagree, the surroundings are those of another text.
    if (fingerprint === undefined || this.#now.at(only)?.fingerprint !== fingerprint) return undefined;
    if (more.length > 0 || this.#then.countOf(fingerprint) > 1) return this.#context.placeInRun(before);
    return this.#context.holds(before, only, text) ? only : undefined;
  }

  /**
   * The likeliest, best first. Where there were twins before, this one may have been
   * edited while the other's text stayed: then what it may have become is shown as well.
   */
  #bestFirst(open: readonly number[], before: number | undefined, text: string): Ranked[] {
    const fingerprint = before === undefined ? undefined : this.#then.at(before)?.fingerprint;
    const hadTwins = fingerprint !== undefined && this.#then.countOf(fingerprint) > 1;
    const rivals = hadTwins ? (this.#search.find(before, text) ?? []) : [];
    const twins = open.flatMap((place) => this.#search.rank(before, place, 1) ?? []);
    const candidates = [...twins, ...rivals.filter(({ place }) => this.#now.at(place)?.text !== text)];
    return showable(candidates.sort(byRank(before)));
  }
}

/** Those nearest to where a paragraph stood, of places in ascending order. */
function nearestTo(before = 0, places: readonly number[]): readonly number[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return places.slice(Math.max(0, low - mostTwins / 2), low + mostTwins / 2);
}
