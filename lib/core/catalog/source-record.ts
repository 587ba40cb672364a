import { compareWithLock, usualBudget, type Comparison } from "../anchoring/compare.ts";
import type { FingerprintedParagraph } from "../anchoring/fingerprint.ts";
import type { SourceLock } from "../anchoring/lock.ts";
import { differingKeys, patched } from "../patched-map.ts";

/** What is known of a source beside its text: its file, its paragraphs' fingerprints, its lock. */
export interface SourceRecord {
  /** SHA-256 of the source file's bytes, 64 lower-case hex digits. */
  readonly hash: string;
  /** All its paragraphs, in reading order. */
  readonly paragraphs: readonly FingerprintedParagraph[];
  /** Absent while nothing of the source was ever cited. */
  readonly lock?: SourceLock;
}

/** A source's record, and what has become of what its lock holds. */
export interface SourceDrift {
  readonly record: SourceRecord;
  /** Absent without a lock. */
  readonly comparison?: Comparison;
}

/**
 * Compare each source with its lock. Takes the search budget of `compareWithLock` for each.
 *
 * @param before of another state: drifts of the same records are taken again.
 */
export function compareSources(
  records: ReadonlyMap<string, SourceRecord>,
  before?: Compared,
): ReadonlyMap<string, SourceDrift> {
  const others = before ? differingKeys(before.records, records) : records.keys();
  return patched(
    before?.drifts ?? new Map<string, SourceDrift>(),
    Array.from(others, (id): [string, SourceDrift | undefined] => {
      const record = records.get(id);
      const known = before?.drifts.get(id);
      return [id, record && (known && isSame(known.record, record) ? known : driftOf(record))];
    }),
  );
}

/** Records, and what comparing them found. */
interface Compared {
  readonly records: ReadonlyMap<string, SourceRecord>;
  readonly drifts: ReadonlyMap<string, SourceDrift>;
}

function isSame(a: SourceRecord, b: SourceRecord): boolean {
  return a === b || (a.hash === b.hash && a.paragraphs === b.paragraphs && a.lock === b.lock);
}

function driftOf(record: SourceRecord): SourceDrift {
  const { lock, paragraphs, hash } = record;
  if (!lock) return { record };
  return { record, comparison: compareWithLock(lock, paragraphs, { sourceHash: hash, budget: usualBudget }) };
}
