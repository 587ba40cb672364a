import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import type { Glossary } from "../glossary/glossary.ts";
import type { ReadSource } from "../libraries/keep-source.ts";
import type { MissingSource } from "../libraries/missing-source.ts";
import type { Problem } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import type { BriefWarnings } from "../warnings/find-warnings.ts";
import { allFindings, nextFindings, type CheckedState } from "./catalog-findings.ts";
import { checkBetween, type FoundBetween } from "./check-between.ts";
import type { VerifiedCitation } from "./check-citation.ts";
import { checkDocuments, type CheckedDocuments } from "./check-documents.ts";
import { citingLists, type CitedBy, type CitingLists } from "./citing-lists.ts";
import { currentLocks, type CurrentLock, type RenewedLock } from "./current-locks.ts";
import { compareSources, type SourceDrift, type SourceRecord } from "./source-record.ts";

/** Everything that was read: no file is read or parsed after this. */
export interface Library {
  readonly briefs: readonly Brief[];
  /** Nunjucks pages of the site that cite. */
  readonly pages: readonly CitingDocument[];
  readonly sources: ReadonlyMap<string, Source>;
  /** By source id. A source without one was never cited, and its citations prove nothing. */
  readonly records: ReadonlyMap<string, SourceRecord>;
  /** Absent where the library has none. */
  readonly glossary?: Glossary;
  /** By id: what sources of other sites were made from; absent where none is cited. */
  readonly originals?: ReadonlyMap<string, ReadSource>;
  /** By id: why a source of another site is not among the sources. */
  readonly missing?: ReadonlyMap<string, MissingSource>;
  /**
   * Of each brief, page, source and glossary, by the very object: a SHA-256 that is another
   * whenever anything that it was read from is another. Absent where nothing was read.
   */
  readonly stamps?: Pick<WeakMap<object, string>, "get">;
  /** What reading found wrong. */
  readonly problems: readonly Problem[];
  /** What reading found that stops a strict check only. */
  readonly warnings?: readonly Problem[];
}

export interface CatalogOptions {
  /** Whether a citation that no lock holds is refused, as it is where nothing may be written. */
  readonly frozen: boolean;
  /** YYYY-MM-DD: the day on which what is new is recorded. */
  readonly today: string;
}

/** The library with every citation resolved: what pages are made of, or the list of what stops them. */
export interface Catalog {
  readonly library: Library;
  /** By document, then as the document's own list of citations; undefined where one has a problem. */
  readonly verified: ReadonlyMap<CitingDocument, readonly (VerifiedCitation | undefined)[]>;
  /** In order of documents, then of notes. */
  readonly citedBy: ReadonlyMap<Paragraph, readonly CitedBy[]>;
  /** By source id: what has become of the paragraphs that its lock holds. */
  readonly drifts: ReadonlyMap<string, SourceDrift>;
  /** By source id, of every source that is or was cited; empty while there is a problem. */
  readonly locks: ReadonlyMap<string, CurrentLock>;
  /** By brief: what a reader would miss in its evidence, and what its authors answered. */
  readonly evidence: ReadonlyMap<Brief, BriefWarnings>;
  /** Sorted; the site may be built only when there is none. */
  readonly problems: readonly Problem[];
  /** Sorted; what stops a strict check only. */
  readonly warnings: readonly Problem[];
  /** What the catalog of the next state of the library can take again. */
  readonly found: {
    readonly checked: CheckedDocuments;
    readonly lists: CitingLists;
    readonly between: FoundBetween;
    /** The last ones that could be made. */
    readonly locks?: ReadonlyMap<string, RenewedLock>;
  };
}

/**
 * Resolve and verify every citation of a library. Pure: the same library gives the same catalog.
 *
 * @param before of another state of the library: what was found of the very same documents,
 * sources and locks is taken again, and all else checked.
 */
export function buildCatalog(library: Library, { frozen, today }: CatalogOptions, before?: Catalog): Catalog {
  const documents = [...library.briefs, ...library.pages];
  const { sources, records, missing } = library;
  const drifts = compareSources(records, before && { records: before.library.records, drifts: before.drifts });
  const against = { sources, drifts, frozen, ...(missing && { missing }) };
  const checking = checkDocuments(documents, against, before?.found);
  const { checked } = checking;
  const lists = citingLists(checking, before?.found);
  const between = checkBetween(library, before && { library: before.library, between: before.found.between });
  const state: CheckedState = { library, checking, between };
  const { verified, evidence, warnings, problems } = before ? nextFindings(state, before) : allFindings(state);
  const locks =
    problems.length > 0
      ? before?.found.locks
      : currentLocks(sources, drifts, lists.bySource, checked.moved, today, before?.found.locks);
  return {
    library,
    verified,
    citedBy: lists.byParagraph,
    drifts,
    evidence,
    locks: problems.length > 0 || !locks ? new Map() : locks,
    problems,
    warnings,
    found: { checked, lists, between, ...(locks && { locks }) },
  };
}
