import type { ParagraphLabel } from "../label.ts";
import { addressBeside, type Address } from "./address.ts";
import { normaliserVersion, type Fingerprint, type FingerprintedParagraph } from "./fingerprint.ts";
import type { CitationCount, CitedEntry, GoneEntry, LockEvent, SourceLock } from "./lock.ts";

/** What has been decided, by the rules or by a person, of a paragraph that a lock holds. */
export type Decision =
  /** What was cited is the paragraph that has this label now, whatever it says. */
  { readonly kind: "is"; readonly label: ParagraphLabel } | { readonly kind: "gone" };

/** What cites a paragraph, taken together. */
export interface CitedWords {
  /** Words quoted in citations that begin with it. */
  readonly quotations: readonly string[];
  /** Whether anything but a draft cites it. */
  readonly isPublic: boolean;
}

/** A source as it is now, and what is cited of it, all in the labels of today. */
export interface CitedSource {
  /** SHA-256 of the file's bytes, 64 lower-case hex digits. */
  readonly hash: string;
  /** All of them, in reading order. */
  readonly paragraphs: readonly FingerprintedParagraph[];
  /** The headings above a paragraph, outermost first. */
  readonly headingsOf: (label: ParagraphLabel) => readonly string[];
  readonly cited: ReadonlyMap<ParagraphLabel, CitedWords>;
  readonly ranges: ReadonlyMap<string, readonly ParagraphLabel[]>;
  readonly citations: readonly CitationCount[];
}

/**
 * The lock of a source as it is now: what was cited stays with what it was decided to be,
 * what is cited for the first time joins it, and every address that was published leads on
 * or is marked as gone. What nobody cites any more stays, since its address was published.
 *
 * @param old absent when nothing of the source was ever cited.
 * @param decisions one for each paragraph that the old lock holds.
 * @param today YYYY-MM-DD.
 */
export function renewLock(
  old: SourceLock | undefined,
  decisions: ReadonlyMap<ParagraphLabel, Decision>,
  source: CitedSource,
  today: string,
): SourceLock {
  const renewal = new Renewal(old, source, today);
  for (const [label, entry] of old?.cited ?? []) {
    const decision = decisions.get(label);
    if (!decision) throw new Error(`Nothing is decided of ¶${label}`);
    if (!renewal.isKnown(entry, decision)) continue;
    if (decision.kind === "gone") renewal.leave(label, entry);
    else renewal.keep(label, entry, decision.label);
  }
  renewal.addNew();
  return {
    version: 1,
    normaliser: normaliserVersion,
    source: source.hash,
    paragraphs: source.paragraphs.map(({ label, fingerprint }) => ({ label, fingerprint })),
    cited: renewal.cited,
    ranges: source.ranges,
    citations: source.citations,
    aliases: renewal.aliases,
    gone: renewal.gone,
    history: [...renewal.ofSource(), ...renewal.events],
  };
}

class Renewal {
  readonly cited = new Map<ParagraphLabel, CitedEntry>();
  readonly aliases: Map<Address, ParagraphLabel>;
  readonly gone: Map<Address, GoneEntry>;
  readonly events: LockEvent[] = [];
  readonly #old: SourceLock | undefined;
  readonly #source: CitedSource;
  readonly #today: string;
  readonly #texts: ReadonlyMap<ParagraphLabel, string>;
  /** In the old lock. */
  readonly #fingerprints: ReadonlyMap<ParagraphLabel, Fingerprint>;

  constructor(old: SourceLock | undefined, source: CitedSource, today: string) {
    this.#old = old;
    this.#source = source;
    this.#today = today;
    this.#texts = new Map(source.paragraphs.map(({ label, text }) => [label, text]));
    this.#fingerprints = new Map(old?.paragraphs.map(({ label, fingerprint }) => [label, fingerprint]));
    this.aliases = new Map();
    this.gone = new Map(old?.gone);
  }

  /** Whether readers or documents know of a paragraph: what only drafts cited, and none does now, leaves no trace. */
  isKnown({ published }: CitedEntry, decision: Decision): boolean {
    return published || (decision.kind === "is" && this.#source.cited.has(decision.label));
  }

  keep(label: ParagraphLabel, entry: CitedEntry, now: ParagraphLabel): void {
    const text = this.#textAt(now);
    const accepted = text === entry.text ? entry.accepted : this.#today;
    // Of two paragraphs that became one, either may have been published.
    const published = entry.published || this.cited.get(now)?.published === true;
    this.cited.set(now, this.#entry(now, { ...entry, text, accepted, published }));
    // What befell words that only drafts cited is nothing to readers, and its words are not for them.
    if (!entry.published) return;
    if (text !== entry.text)
      this.events.push({ date: this.#today, kind: "accepted", label: now, before: entry.text, after: text });
    if (now !== label)
      this.events.push({ date: this.#today, kind: "re-pointed", label: now, before: label, after: now });
    const stays = now === label && text === entry.text;
    const addresses = stays ? this.#leftBy(label) : this.#addressesOf(label);
    for (const address of addresses) if (address !== now) this.aliases.set(address, now);
  }

  leave(label: ParagraphLabel, { text, headings, accepted }: CitedEntry): void {
    const entry = { text, headings, accepted, gone: this.#today };
    for (const address of this.#addressesOf(label)) this.gone.set(address, entry);
    this.events.push({ date: this.#today, kind: "gone", label });
  }

  addNew(): void {
    const entry = { headings: [], quotations: [], accepted: this.#today, published: false };
    for (const label of this.#source.cited.keys()) {
      if (!this.cited.has(label)) this.cited.set(label, this.#entry(label, { ...entry, text: this.#textAt(label) }));
    }
  }

  /** Oldest first, without what is being decided now. */
  ofSource(): LockEvent[] {
    if (!this.#old) return [{ date: this.#today, kind: "imported" }];
    const { paragraphs, history } = this.#old;
    const now = this.#source.paragraphs;
    const same =
      paragraphs.length === now.length &&
      paragraphs.every(
        ({ label, fingerprint }, index) => label === now[index]?.label && fingerprint === now[index].fingerprint,
      );
    return same ? [...history] : [...history, { date: this.#today, kind: "changed" }];
  }

  /** Quotations of a paragraph that nobody cites any more are kept as they were. */
  #entry(label: ParagraphLabel, before: CitedEntry): CitedEntry {
    const { quotations, isPublic } = this.#source.cited.get(label) ?? { ...before, isPublic: false };
    return { ...before, headings: this.#source.headingsOf(label), quotations, published: before.published || isPublic };
  }

  /** Every address under which a paragraph was published: those it left, and the one it had. */
  #addressesOf(label: ParagraphLabel): Address[] {
    // Under a label that was left before by other words, it was published at an address of its own.
    const fingerprint = this.#fingerprints.get(label);
    const own = this.#old && fingerprint !== undefined ? addressBeside(this.#old, label, fingerprint) : label;
    return [...this.#leftBy(label), own];
  }

  #leftBy(label: ParagraphLabel): Address[] {
    return [...(this.#old?.aliases ?? [])].filter(([, to]) => to === label).map(([from]) => from);
  }

  #textAt(label: ParagraphLabel): string {
    const text = this.#texts.get(label);
    if (text === undefined) throw new Error(`There is no ¶${label} to keep`);
    return text;
  }
}
