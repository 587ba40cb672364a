import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import { checkTerms } from "../glossary/check-terms.ts";
import type { Glossary } from "../glossary/glossary.ts";
import type { ReadSource } from "../libraries/keep-source.ts";
import type { MissingSource } from "../libraries/missing-source.ts";
import { sortProblems, type Problem } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { findWarnings, type BriefWarnings } from "../warnings/find-warnings.ts";
import { checkWrittenLinks } from "./check-written-links.ts";
import { checkCitation, type CitationOutcome, type VerifiedCitation } from "./check-citation.ts";
import { LockCheck } from "./check-locks.ts";
import { currentLocks, type CurrentLock } from "./current-locks.ts";
import { checkFormerNames } from "./former-names.ts";
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

/** A citation seen from the paragraph it names. */
export interface CitedBy {
  readonly document: CitingDocument;
  readonly verified: VerifiedCitation;
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
}

/** Resolve and verify every citation of a library. Pure: the same library gives the same catalog. */
export function buildCatalog(library: Library, { frozen, today }: CatalogOptions): Catalog {
  const documents = [...library.briefs, ...library.pages];
  const drifts = compareSources(library.records);
  const locks = new LockCheck(documents, library.sources, drifts, frozen);
  const links = checkWrittenLinks(library);
  const problems: Problem[] = [
    ...library.problems,
    ...checkFormerNames(library),
    ...links.problems,
    ...checkTerms(library.briefs, library.glossary),
  ];
  const warnings: Problem[] = [...(library.warnings ?? []), ...links.warnings];
  const verified = new Map<CitingDocument, (VerifiedCitation | undefined)[]>();
  const citedBy = new Map<Paragraph, CitedBy[]>();
  for (const document of documents) {
    const outcomes = document.citations.map((citation): CitationOutcome => {
      const absent = library.missing?.get(citation.request.sourceId);
      if (absent) return { problems: [{ ...absent, place: citation.sourcePlace }] };
      const placing = locks.place(citation);
      if (placing.kind === "placed") warnings.push(...placing.moves);
      return checkCitation(citation, library.sources, placing);
    });
    verified.set(
      document,
      outcomes.map((outcome) => outcome.verified),
    );
    for (const outcome of outcomes)
      if (!outcome.verified) for (const problem of outcome.problems) problems.push(problem);
    for (const one of outcomes.flatMap((outcome) => outcome.verified ?? []).sort(inOrderOfNotes)) {
      for (const paragraph of one.paragraphs) {
        const list = citedBy.get(paragraph) ?? [];
        list.push({ document, verified: one });
        citedBy.set(paragraph, list);
      }
    }
  }
  const evidence = new Map(library.briefs.map((brief) => [brief, findWarnings(brief, heldBy(verified, brief))]));
  for (const { open } of evidence.values()) for (const warning of open) warnings.push(warning);
  return {
    library,
    verified,
    citedBy,
    drifts,
    evidence,
    locks: problems.length > 0 ? new Map() : currentLocks(library.sources, drifts, verified, locks.moved, today),
    problems: sortProblems(problems),
    warnings: sortProblems(warnings),
  };
}

function heldBy(verified: Catalog["verified"], brief: Brief): VerifiedCitation[] {
  return (verified.get(brief) ?? []).filter((one) => one !== undefined);
}

/** As a reader meets them: a footnote's citations come after the text's, wherever it is written. */
export function inOrderOfNotes({ citation: a }: VerifiedCitation, { citation: b }: VerifiedCitation): number {
  return a.note - b.note || a.mention - b.mention;
}
