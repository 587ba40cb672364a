import type { ParagraphLabel } from "../label.ts";
import { Context } from "./context.ts";
import type { FingerprintedParagraph } from "./fingerprint.ts";
import { judge } from "./judge.ts";
import type { SourceLock } from "./lock.ts";
import { compareRanges } from "./ranges.ts";
import { SameText } from "./same-text.ts";
import { Search } from "./search.ts";
import { Sequence } from "./sequence.ts";
import type { ParagraphState, RangeState } from "./state.ts";

export interface CompareOptions {
  /** SHA-256 of the source file's bytes as it is now, 64 lower-case hex digits. */
  readonly sourceHash: string;
  /** How many comparisons of two paragraphs suggestions may cost in all; what is beyond is `skipped`. */
  readonly budget: number;
}

/** Enough for thousands of changed paragraphs: seconds, even of a source with 100,000. */
export const usualBudget = 250_000;

export interface Comparison {
  /** One for each cited paragraph, in the lock's order. */
  readonly paragraphs: ReadonlyMap<ParagraphLabel, ParagraphState>;
  /** One for each cited range, in the lock's order. */
  readonly ranges: ReadonlyMap<string, RangeState>;
}

/**
 * Find out what has become of what is cited, from a source's lock and its present text.
 *
 * A paragraph passes (`ok`, `moved`) only when its full text in form F is there letter
 * for letter and either the file is the same or the paragraph's surroundings show that it
 * is the same place. Takes time in proportion to the paragraphs, and to the comparisons
 * of the budget.
 *
 * @param current all paragraphs in reading order, as `fingerprintParagraphs` gives them.
 */
export function compareWithLock(
  lock: SourceLock,
  current: readonly FingerprintedParagraph[],
  { sourceHash, budget }: CompareOptions,
): Comparison {
  const now = new Sequence(current);
  // A source may take its text from elsewhere than its file, so the same file alone proves nothing.
  const unchanged = lock.source === sourceHash && isAsCited(lock, now);
  const paragraphs = unchanged ? allOk(lock) : compareParagraphs(lock, now, budget);
  return { paragraphs, ranges: compareRanges(lock.ranges, paragraphs, now) };
}

function isAsCited(lock: SourceLock, now: Sequence<FingerprintedParagraph>): boolean {
  for (const [label, { text }] of lock.cited) {
    const place = now.placeOfLabel(label);
    if (place === undefined || now.at(place)?.text !== text) return false;
  }
  return true;
}

function allOk(lock: SourceLock): Map<ParagraphLabel, ParagraphState> {
  return new Map([...lock.cited.keys()].map((label) => [label, { kind: "ok" }]));
}

function compareParagraphs(
  lock: SourceLock,
  now: Sequence<FingerprintedParagraph>,
  budget: number,
): Map<ParagraphLabel, ParagraphState> {
  const then = new Sequence(lock.paragraphs);
  const context = new Context(then, now);
  const search = new Search(then, now, context, budget);
  const sameText = new SameText(then, now, context, search, lock.cited.values());
  const stateOf = (label: ParagraphLabel, text: string): ParagraphState =>
    sameText.find(label, text) ?? stateOfChanged(then.placeOfLabel(label), text, now, search);
  return new Map([...lock.cited].map(([label, { text }]) => [label, stateOf(label, text)]));
}

function stateOfChanged(
  before: number | undefined,
  text: string,
  now: Sequence<FingerprintedParagraph>,
  search: Search,
): ParagraphState {
  const ranked = search.find(before, text);
  if (!ranked) return { kind: "skipped" };
  const verdict = judge(ranked);
  if (verdict.kind !== "edited") return verdict;
  const { to, score, place } = verdict.best;
  return { kind: "edited", to, score, before: text, after: now.at(place)?.text ?? "" };
}
