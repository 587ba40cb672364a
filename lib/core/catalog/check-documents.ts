import type { CitingDocument } from "../brief/citation.ts";
import type { MissingSource } from "../libraries/missing-source.ts";
import { exchanged, type Exchange } from "../list/exchanged.ts";
import { differingKeys, patched } from "../patched-map.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { checkCitation, type CitationOutcome, type VerifiedCitation } from "./check-citation.ts";
import { LockCheck, standingsOf, unrestOf, type Standings, type Unrest } from "./check-locks.ts";
import type { CitingLists } from "./citing-lists.ts";
import type { SourceDrift } from "./source-record.ts";

/** What a check of one document found. */
export interface DocumentCheck {
  /** As the document's own list of citations; undefined where one has a problem. */
  readonly verified: readonly (VerifiedCitation | undefined)[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly standings: Standings;
  /** Ids of the sources that it cites, each once. */
  readonly cited: readonly string[];
}

/** What documents are checked against. */
export interface CheckedAgainst {
  readonly sources: ReadonlyMap<string, Source>;
  /** By source id: why a source of another site is not among the sources. */
  readonly missing?: ReadonlyMap<string, MissingSource>;
  readonly drifts: ReadonlyMap<string, SourceDrift>;
  readonly frozen: boolean;
}

/** The checks of all documents of a library, of which the next state of the library can take what still holds. */
export interface CheckedDocuments extends Unrest {
  /** In their order. */
  readonly documents: readonly CitingDocument[];
  /** In any order. */
  readonly checks: ReadonlyMap<CitingDocument, DocumentCheck>;
  /** Those of which a check found a problem. */
  readonly faulty: ReadonlySet<CitingDocument>;
  readonly against: CheckedAgainst;
}

/**
 * The checks of a state of the library. Among what has gone and come are the documents of which the
 * checks are not those of the state before, and those that stand at another place.
 */
export interface Checking extends Exchange<CitingDocument> {
  readonly checked: CheckedDocuments;
}

/**
 * Check the citations of all documents.
 *
 * @param found checks of another state of the library: what they found holds for each very
 * same document whose sources and their locks are the very same.
 */
export function checkDocuments(
  documents: readonly CitingDocument[],
  against: CheckedAgainst,
  found?: { readonly checked: CheckedDocuments; readonly lists: Pick<CitingLists, "bySource"> },
): Checking {
  const before = found?.checked;
  if (before?.against.frozen !== against.frozen) return checkAll(documents, against, before);
  const { gone, come } = exchanged(before.documents, documents);
  const moved = new Set(come);
  const left = gone.filter((one) => !moved.has(one));
  const changed = differing(before.against, against);
  const others = new Map(
    come.flatMap((one) => (before.checks.has(one) ? [] : [[one, standingsOf(one, against.drifts)] as const])),
  );
  const among = new Set(left);
  const touch = (ids: ReadonlySet<string>, standingsFor: (one: CitingDocument, check: DocumentCheck) => Standings) => {
    const isTouched = (check: DocumentCheck) => check.cited.some((id) => ids.has(id)) || !isWhole(check, against);
    const citing = [...ids].flatMap((id) => found?.lists.bySource.get(id) ?? []).map(({ document }) => document);
    for (const one of ids.size > 0 ? [...citing, ...before.faulty] : []) {
      const check = before.checks.get(one);
      if (check && !among.has(one) && !others.has(one) && isTouched(check)) others.set(one, standingsFor(one, check));
    }
  };
  touch(changed, (one) => standingsOf(one, against.drifts));
  const unrest = unrestAfter(before, left, others, documents);
  const doubtful = differingUnrest(before, unrest);
  // What one document cites may be doubtful for what another does.
  touch(doubtful, (_, { standings }) => standings);
  const locks = new LockCheck(unrest, against.sources, against.drifts, against.frozen);
  const isKept = (id: string) => !changed.has(id) && !doubtful.has(id);
  const made = Array.from(others, ([one, standings]): [CitingDocument, DocumentCheck] => {
    const known = moved.has(one) ? undefined : before.checks.get(one);
    return [one, checkDocument(one, standings, locks, against, known && { verified: known.verified, isKept })];
  });
  const checks = patched(before.checks, [...left.map((one): [CitingDocument, undefined] => [one, undefined]), ...made]);
  const stillFaulty = [...before.faulty].filter((one) => !among.has(one) && !others.has(one));
  const faulty = new Set([...stillFaulty, ...faultyAmong(made)]);
  const renewed = [...others.keys()].filter((one) => !moved.has(one));
  return {
    checked: { documents, checks, faulty, against, moved: unrest.moved, unsettled: unrest.unsettled },
    gone: [...gone, ...renewed],
    come: [...come, ...renewed],
  };
}

function checkAll(
  documents: readonly CitingDocument[],
  against: CheckedAgainst,
  before: CheckedDocuments | undefined,
): Checking {
  const standings = documents.map((one) => standingsOf(one, against.drifts));
  const unrest = unrestOf(standings);
  const locks = new LockCheck(unrest, against.sources, against.drifts, against.frozen);
  const checks = new Map(
    documents.map((one, at): [CitingDocument, DocumentCheck] => [
      one,
      checkDocument(one, standings[at] ?? standingsOf(one, against.drifts), locks, against),
    ]),
  );
  return {
    checked: { documents, checks, faulty: new Set(faultyAmong(checks)), against, ...unrest },
    gone: before?.documents ?? [],
    come: documents,
  };
}

function faultyAmong(checks: Iterable<readonly [CitingDocument, DocumentCheck]>): CitingDocument[] {
  return Array.from(checks).flatMap(([one, { problems }]) => (problems.length > 0 ? [one] : []));
}

/** @param left documents that are no more. @param others standings of those that are to be checked. */
function unrestAfter(
  before: CheckedDocuments,
  left: readonly CitingDocument[],
  others: ReadonlyMap<CitingDocument, Standings>,
  documents: readonly CitingDocument[],
): Unrest {
  const then = [...left, ...others.keys()].flatMap((one) => before.checks.get(one)?.standings ?? []);
  const isCalm = ({ moved, unsettled }: Standings) => moved.size + unsettled.size === 0;
  if (then.every(isCalm) && [...others.values()].every(isCalm)) return before;
  return unrestOf(documents.flatMap((one) => others.get(one) ?? before.checks.get(one)?.standings ?? []));
}

/** Ids of the sources that are in one of two states what they are not in the other. */
function differingUnrest(before: Unrest, after: Unrest): ReadonlySet<string> {
  const ids = (["moved", "unsettled"] as const).flatMap((kind) =>
    [...before[kind], ...after[kind]].filter((id) => before[kind].has(id) !== after[kind].has(id)),
  );
  return new Set(ids);
}

/** Ids of sources that are not the very same, or whose lock is not. */
function differing(before: CheckedAgainst, after: CheckedAgainst): ReadonlySet<string> {
  const missing = [...(before.missing?.keys() ?? []), ...(after.missing?.keys() ?? [])];
  return new Set([
    ...differingKeys(before.sources, after.sources),
    ...differingKeys(before.drifts, after.drifts),
    ...missing,
  ]);
}

/** Whether all its sources are there: what is said of one that is not depends on all that are. */
function isWhole({ problems, cited }: DocumentCheck, { sources }: CheckedAgainst): boolean {
  return problems.length === 0 || cited.every((id) => sources.has(id));
}

/** @param before what was verified of this document, where that still holds for all citations of some sources. */
function checkDocument(
  document: CitingDocument,
  standings: Standings,
  locks: LockCheck,
  against: CheckedAgainst,
  before?: Pick<DocumentCheck, "verified"> & { readonly isKept: (id: string) => boolean },
): DocumentCheck {
  const { sources, missing } = against;
  const warnings: Problem[] = [];
  const outcomes = document.citations.map((citation, at): CitationOutcome => {
    const { sourceId } = citation.request;
    const absent = missing?.get(sourceId);
    if (absent) return { problems: [{ ...absent, place: citation.sourcePlace }] };
    const placing = locks.place(citation, standings);
    if (placing.kind === "placed") warnings.push(...placing.moves);
    const verified = before?.isKept(sourceId) === true ? before.verified[at] : undefined;
    return verified ? { verified } : checkCitation(citation, sources, placing);
  });
  return {
    verified: outcomes.map(({ verified }) => verified),
    problems: outcomes.flatMap((outcome) => (outcome.verified ? [] : outcome.problems)),
    warnings,
    standings,
    cited: [...new Set(document.citations.map(({ request }) => request.sourceId))],
  };
}
