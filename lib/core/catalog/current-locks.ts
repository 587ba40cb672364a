import type { Comparison } from "../anchoring/compare.ts";
import type { SourceLock } from "../anchoring/lock.ts";
import { renewLock, type CitedSource, type Decision } from "../anchoring/renew-lock.ts";
import { writeLock } from "../anchoring/write-lock.ts";
import type { CitingDocument } from "../brief/citation.ts";
import type { ParagraphLabel } from "../label.ts";
import { patched } from "../patched-map.ts";
import type { Source } from "../source/source.ts";
import { collapseWhiteSpace } from "../text/normal-form.ts";
import type { VerifiedCitation } from "./check-citation.ts";
import type { CitedBy } from "./citing-lists.ts";
import type { SourceDrift, SourceRecord } from "./source-record.ts";

/** What a source's lock holds if the library is taken as it stands. */
export interface CurrentLock {
  readonly lock: SourceLock;
  /**
   * Whether a build may write it: it only adds to what the file holds. It may not where
   * something that is cited has moved, which is for a person to confirm.
   */
  readonly isNew: boolean;
}

/** A lock, and what it was renewed from. */
export interface RenewedLock extends CurrentLock {
  readonly from: {
    readonly source: Source;
    readonly drift: SourceDrift;
    readonly cited: readonly CitedBy[] | undefined;
    readonly hasMoved: boolean;
    readonly today: string;
  };
}

/**
 * The lock of every source that is or was cited, in the labels of today.
 *
 * @param citing by source id: all citations of a library without a problem.
 * @param moved ids of the sources of which something cited has moved.
 * @param before locks of another state of the library: those renewed from the very same are taken again.
 */
export function currentLocks(
  sources: ReadonlyMap<string, Source>,
  drifts: ReadonlyMap<string, SourceDrift>,
  citing: ReadonlyMap<string, readonly CitedBy[]>,
  moved: ReadonlySet<string>,
  today: string,
  before: ReadonlyMap<string, RenewedLock> = new Map(),
): ReadonlyMap<string, RenewedLock> {
  const lockOf = (id: string): [string, RenewedLock | undefined] => {
    const [source, drift, cited] = [sources.get(id), drifts.get(id), citing.get(id)];
    if (!source || !drift || (!cited && !drift.record.lock)) return [id, undefined];
    const from = { source, drift, cited, hasMoved: moved.has(id), today };
    const known = before.get(id);
    return [id, known && isSame(known.from, from) ? known : renewed(from)];
  };
  return patched(before, Array.from(new Set([...before.keys(), ...drifts.keys()]), lockOf));
}

function isSame(a: RenewedLock["from"], b: RenewedLock["from"]): boolean {
  const isSameText = a.source === b.source && a.drift === b.drift && a.cited === b.cited;
  return isSameText && a.hasMoved === b.hasMoved && a.today === b.today;
}

function renewed(from: RenewedLock["from"]): RenewedLock {
  const { source, cited, hasMoved, today } = from;
  const { record, comparison } = from.drift;
  const present = citedSource(source, record, cited ?? []);
  const lock = renewLock(record.lock, decisionsOf(comparison), present, today);
  return {
    lock,
    // Only a build asks, and to know it costs as much as writing both: a preview, at every save, does not.
    get isNew() {
      return !hasMoved && (!record.lock || writeLock(lock) !== writeLock(record.lock));
    },
    from,
  };
}

/** By the rules alone. What nobody cites, and cannot be found, is gone; what is cited would be a problem. */
function decisionsOf(comparison: Comparison | undefined): Map<ParagraphLabel, Decision> {
  return new Map(
    Array.from(comparison?.paragraphs ?? [], ([label, state]): [ParagraphLabel, Decision] => {
      if (state.kind === "ok") return [label, { kind: "is", label }];
      return [label, state.kind === "moved" ? { kind: "is", label: state.to } : { kind: "gone" }];
    }),
  );
}

/** A citation, and the paragraphs of today that it names. */
export interface CitedToday {
  readonly document: CitingDocument;
  readonly verified: Pick<VerifiedCitation, "citation" | "source" | "parts" | "paragraphs">;
}

/** A source as its lock is renewed from it, with all that is cited of it. */
export function citedSource(source: Source, record: SourceRecord, citations: readonly CitedToday[]): CitedSource {
  return { ...record, headingsOf: headingsIn(source), ...citedOf(citations) };
}

/** What a source's citations cite of it, in the labels of today. */
function citedOf(citations: readonly CitedToday[]): Pick<CitedSource, "cited" | "ranges" | "citations"> {
  const cited = new Map<ParagraphLabel, { quotations: string[]; isPublic: boolean }>();
  const ranges = new Map<string, ParagraphLabel[]>();
  const counts = new Map<string, Map<string, { document: string; pinpoint: string; times: number }>>();
  for (const { document, verified } of citations) {
    const { source, parts, paragraphs } = verified;
    for (const { label } of paragraphs) {
      const words = cited.get(label);
      if (!words) cited.set(label, { quotations: [], isPublic: document.isPublic });
      else words.isPublic ||= document.isPublic;
    }
    const quotation = verified.citation.request.quotation?.text;
    const [first] = paragraphs;
    if (quotation !== undefined && first) cited.get(first.label)?.quotations.push(collapseWhiteSpace(quotation));
    for (const { from, to } of parts) {
      const pinpoint = to ? `${from.label}-${to.label}` : from.label;
      if (to) {
        const held = source.paragraphs.slice(from.position - 1, to.position);
        ranges.set(
          pinpoint,
          held.map(({ label }) => label),
        );
      }
      const ofDocument = counts.get(document.path) ?? new Map<string, { document: string; pinpoint: string; times: number }>(); // prettier-ignore
      if (ofDocument.size === 0) counts.set(document.path, ofDocument);
      const count = ofDocument.get(pinpoint);
      if (count) count.times += 1;
      else ofDocument.set(pinpoint, { document: document.path, pinpoint, times: 1 });
    }
  }
  return { cited, ranges, citations: [...counts.values()].flatMap((ofDocument) => [...ofDocument.values()]) };
}

function headingsIn(source: Source): (label: ParagraphLabel) => readonly string[] {
  return (label) => source.byLabel.get(label)?.headings ?? [];
}
