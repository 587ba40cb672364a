import type { SourceLock } from "../anchoring/lock.ts";
import type { Citation, CitingDocument } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { isSamePlace } from "../problem.ts";
import { writePinpoint, type Pinpoint } from "../tags/pinpoint.ts";
import type { AffectedNote, Answers } from "./question.ts";
import type { PinpointEdit } from "./re-point.ts";
import { settleSource, type SourceSettlement } from "./settle-source.ts";
import { sourceReview } from "./source-review.ts";

export type Settlement =
  | {
      readonly kind: "settled";
      /** By source id: the source itself, and those that have to be settled along with it. */
      readonly locks: ReadonlyMap<string, SourceLock>;
      /** In order of documents, then of places; one for each tag. */
      readonly edits: readonly PinpointEdit[];
      /** Citations of what is gone, for their authors to take out. */
      readonly orphans: readonly AffectedNote[];
    }
  /** A tag that has one pinpoint for two sources, of which the other has not moved alike. */
  | { readonly kind: "shared"; readonly document: CitingDocument; readonly citation: Citation; readonly other: string }
  | Exclude<SourceSettlement, { kind: "settled" }>;

type Settled = Extract<SourceSettlement, { kind: "settled" }>;

/**
 * Settle a source: its new lock, and what has to be written into the documents that cite
 * it. All or nothing: the paragraphs of a lock belong to one generation of its source.
 *
 * A source that is set beside it under one pinpoint is settled along with it where the
 * rules alone can.
 *
 * @param today YYYY-MM-DD.
 * @throws when nothing of the source was ever cited.
 */
export function settle(catalog: Catalog, sourceId: string, answers: Answers, today: string): Settlement {
  const settled = new Map<string, Settled>();
  const waiting = [sourceId];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const review = sourceReview(catalog, id);
    if (!review) throw new Error(`"${id}" has no lock to settle`);
    const outcome = settleSource(catalog, review, id === sourceId ? answers : new Map(), today);
    if (outcome.kind !== "settled") return outcome;
    settled.set(id, outcome);
    for (const { document, citation, beside } of sharedTags(catalog, id)) {
      const other = beside.request.sourceId;
      const needed = settledPinpoint(citation, outcome);
      if (isSame(needed, citation.request.pinpoint) && !settled.has(other)) continue;
      const found = settled.get(other) ?? settleAlone(catalog, other, today);
      if (!found || !isSame(settledPinpoint(beside, found), needed))
        return { kind: "shared", document, citation, other };
      if (!settled.has(other)) waiting.push(other);
    }
  }
  return {
    kind: "settled",
    locks: new Map(Array.from(settled, ([id, { lock }]) => [id, lock])),
    edits: editsOf(catalog, settled),
    orphans: [...settled.values()].flatMap(({ orphans }) => orphans),
  };
}

interface SharedTag {
  readonly document: CitingDocument;
  readonly citation: Citation;
  /** The other citation that the same tag makes, of another source. */
  readonly beside: Citation;
}

function sharedTags({ library }: Catalog, sourceId: string): SharedTag[] {
  return [...library.briefs, ...library.pages].flatMap((document) =>
    document.citations.flatMap((citation, index) => {
      if (citation.request.sourceId !== sourceId) return [];
      const neighbours = [document.citations[index - 1], document.citations[index + 1]];
      const beside = neighbours.find((one) => one && isSameTag(one, citation) && one.request.sourceId !== sourceId);
      return beside ? [{ document, citation, beside }] : [];
    }),
  );
}

function settleAlone(catalog: Catalog, sourceId: string, today: string): Settled | undefined {
  const review = sourceReview(catalog, sourceId);
  const outcome = review && settleSource(catalog, review, new Map(), today);
  return outcome?.kind === "settled" ? outcome : undefined;
}

function editsOf({ library }: Catalog, settled: ReadonlyMap<string, Settled>): PinpointEdit[] {
  const edits = new Map<string, PinpointEdit>();
  for (const { citations } of [...library.briefs, ...library.pages]) {
    for (const citation of citations) {
      const outcome = settled.get(citation.request.sourceId);
      if (!outcome) continue;
      const { pinpoint: from } = citation.request;
      const to = settledPinpoint(citation, outcome);
      const place = citation.pinpointPlace;
      if (!isSame(from, to)) edits.set(`${place.path}:${place.line}:${place.column}`, { place, from, to });
    }
  }
  return [...edits.values()];
}

function settledPinpoint(citation: Citation, { pinpoints }: Settled): Pinpoint {
  return pinpoints.get(citation) ?? citation.request.pinpoint;
}

function isSame(a: Pinpoint, b: Pinpoint): boolean {
  return writePinpoint(a) === writePinpoint(b);
}

function isSameTag({ pinpointPlace: a }: Citation, { pinpointPlace: b }: Citation): boolean {
  return isSamePlace(a, b);
}
