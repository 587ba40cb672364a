import type { CitingDocument } from "../brief/citation.ts";
import type { MissingSource } from "../libraries/missing-source.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { checkCitation, type CitationOutcome, type VerifiedCitation } from "./check-citation.ts";
import { LockCheck, standingsOf, type Standings } from "./check-locks.ts";
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
export interface CheckedDocuments {
  readonly checks: ReadonlyMap<CitingDocument, DocumentCheck>;
  readonly against: CheckedAgainst;
  /** Ids of the sources of which something cited has moved, and of which something does not stand as it did. */
  readonly moved: ReadonlySet<string>;
  readonly unsettled: ReadonlySet<string>;
}

/**
 * Check the citations of all documents.
 *
 * @param before checks of another state of the library: what they found holds for each very
 * same document whose sources and their locks are the very same.
 */
export function checkDocuments(
  documents: readonly CitingDocument[],
  against: CheckedAgainst,
  before?: CheckedDocuments,
): CheckedDocuments {
  const changed = new Set(before ? differing(before.against, against) : []);
  const isTouched = ({ cited }: DocumentCheck) => changed.size > 0 && cited.some((id) => changed.has(id));
  const known = new Map<CitingDocument, DocumentCheck>();
  const standings = documents.map((document) => {
    const check = before?.checks.get(document);
    if (!check || isTouched(check)) return standingsOf(document, against.drifts);
    known.set(document, check);
    return check.standings;
  });
  const locks = new LockCheck(standings, against.sources, against.drifts, against.frozen);
  // What one document cites may be doubtful for what another does.
  for (const kind of ["moved", "unsettled"] as const) {
    const then = before?.[kind] ?? locks[kind];
    for (const id of [...then, ...locks[kind]]) if (then.has(id) !== locks[kind].has(id)) changed.add(id);
  }
  const mayHold = before?.against.frozen === against.frozen;
  const checks = documents.map((document, index): [CitingDocument, DocumentCheck] => {
    const check = mayHold ? known.get(document) : undefined;
    if (check && !isTouched(check) && isWhole(check, against)) return [document, check];
    return [
      document,
      checkDocument(document, standings[index] ?? standingsOf(document, against.drifts), locks, against),
    ];
  });
  return { checks: new Map(checks), against, moved: locks.moved, unsettled: locks.unsettled };
}

/** Ids of sources that are not the very same, or whose lock is not. */
function differing(before: CheckedAgainst, after: CheckedAgainst): string[] {
  const ids = new Set([...before.sources.keys(), ...after.sources.keys()]);
  const missing = [...(before.missing?.keys() ?? []), ...(after.missing?.keys() ?? [])];
  const others = [...ids].filter(
    (id) => before.sources.get(id) !== after.sources.get(id) || before.drifts.get(id) !== after.drifts.get(id),
  );
  return [...others, ...missing];
}

/** Whether all its sources are there: what is said of one that is not depends on all that are. */
function isWhole({ problems, cited }: DocumentCheck, { sources }: CheckedAgainst): boolean {
  return problems.length === 0 || cited.every((id) => sources.has(id));
}

function checkDocument(
  document: CitingDocument,
  standings: Standings,
  locks: LockCheck,
  { sources, missing }: CheckedAgainst,
): DocumentCheck {
  const warnings: Problem[] = [];
  const outcomes = document.citations.map((citation): CitationOutcome => {
    const absent = missing?.get(citation.request.sourceId);
    if (absent) return { problems: [{ ...absent, place: citation.sourcePlace }] };
    const placing = locks.place(citation, standings);
    if (placing.kind === "placed") warnings.push(...placing.moves);
    return checkCitation(citation, sources, placing);
  });
  return {
    verified: outcomes.map(({ verified }) => verified),
    problems: outcomes.flatMap((outcome) => (outcome.verified ? [] : outcome.problems)),
    warnings,
    standings,
    cited: [...new Set(document.citations.map(({ request }) => request.sourceId))],
  };
}
