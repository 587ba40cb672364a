import type { CitingDocument } from "../brief/citation.ts";
import type { MissingSource } from "../libraries/missing-source.ts";
import { exchanged, type Exchange } from "../list/exchanged.ts";
import { patched } from "../patched-map.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";
import { checkCitation, type CitationOutcome, type VerifiedCitation } from "./check-citation.ts";
import { LockCheck, standingsOf, unrestOf, type Standings, type Unrest } from "./check-locks.ts";
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
  readonly checks: ReadonlyMap<CitingDocument, DocumentCheck>;
  readonly against: CheckedAgainst;
  /**
   * The same in states between which nothing but documents is another: there the very same
   * document has the very same check, and the very same sources.
   */
  readonly kin: object;
}

/** The checks of a state of the library, and the documents of which they are not those of the state before. */
export interface Checking extends Exchange<CitingDocument> {
  readonly checked: CheckedDocuments;
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
): Checking {
  const next = before && nextChecks(documents, against, before);
  if (next) return next;
  const changed = new Set(before ? differing(before.against, against) : []);
  const isTouched = ({ cited }: DocumentCheck) => changed.size > 0 && cited.some((id) => changed.has(id));
  const known = new Map<CitingDocument, DocumentCheck>();
  const standings = documents.map((document) => {
    const check = before?.checks.get(document);
    if (!check || isTouched(check)) return standingsOf(document, against.drifts);
    known.set(document, check);
    return check.standings;
  });
  const unrest = unrestOf(standings);
  const locks = new LockCheck(unrest, against.sources, against.drifts, against.frozen);
  // What one document cites may be doubtful for what another does.
  for (const kind of ["moved", "unsettled"] as const) {
    const then = before?.[kind] ?? unrest[kind];
    for (const id of [...then, ...unrest[kind]]) if (then.has(id) !== unrest[kind].has(id)) changed.add(id);
  }
  const mayHold = before?.against.frozen === against.frozen;
  const pairs = documents.map((document, index): [CitingDocument, DocumentCheck] => {
    const check = mayHold ? known.get(document) : undefined;
    if (check && !isTouched(check) && isWhole(check, against)) return [document, check];
    return [
      document,
      checkDocument(document, standings[index] ?? standingsOf(document, against.drifts), locks, against),
    ];
  });
  const checks = new Map(pairs);
  return {
    checked: { documents, checks, against, ...unrest, kin: {} },
    gone: [...(before?.checks ?? [])].flatMap(([one, check]) => (checks.get(one) === check ? [] : [one])),
    come: documents.filter((one) => checks.get(one) !== before?.checks.get(one)),
  };
}

/** What {@link checkDocuments} gives where no check can be another but those of other documents; otherwise undefined. */
function nextChecks(
  documents: readonly CitingDocument[],
  against: CheckedAgainst,
  before: CheckedDocuments,
): Checking | undefined {
  if (!isSame(before.against, against)) return undefined;
  const { gone, come } = exchanged(before.documents, documents);
  const inCome = come.map(
    (document) => before.checks.get(document)?.standings ?? standingsOf(document, against.drifts),
  );
  const inGone = gone.flatMap((document) => before.checks.get(document)?.standings ?? []);
  // What such a document cites may be doubtful for what others do.
  if ([...inCome, ...inGone].some(({ moved, unsettled }) => moved.size + unsettled.size > 0)) return undefined;
  const locks = new LockCheck(before, against.sources, against.drifts, against.frozen);
  const checkOf = (document: CitingDocument, standings: Standings): [CitingDocument, DocumentCheck] => [
    document,
    before.checks.get(document) ?? checkDocument(document, standings, locks, against),
  ];
  const checks = patched(before.checks, [
    ...gone.map((document): [CitingDocument, undefined] => [document, undefined]),
    ...inCome.flatMap((standings, at) => (come[at] ? [checkOf(come[at], standings)] : [])),
  ]);
  return { checked: { ...before, documents, checks }, gone, come };
}

function isSame(a: CheckedAgainst, b: CheckedAgainst): boolean {
  return a.sources === b.sources && a.drifts === b.drifts && a.missing === b.missing && a.frozen === b.frozen;
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
