import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import { sortProblems, type Problem } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { checkWrittenLinks } from "./check-written-links.ts";
import { checkCitation, type VerifiedCitation } from "./check-citation.ts";

/** Everything that was read: no file is read or parsed after this. */
export interface Library {
  readonly briefs: readonly Brief[];
  /** Nunjucks pages of the site that cite. */
  readonly pages: readonly CitingDocument[];
  readonly sources: ReadonlyMap<string, Source>;
  /** What reading found wrong. */
  readonly problems: readonly Problem[];
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
  /** Sorted; the site may be built only when there is none. */
  readonly problems: readonly Problem[];
}

/** Resolve and verify every citation of a library. Pure: the same library gives the same catalog. */
export function buildCatalog(library: Library): Catalog {
  const problems: Problem[] = [...library.problems, ...checkWrittenLinks(library)];
  const verified = new Map<CitingDocument, (VerifiedCitation | undefined)[]>();
  const citedBy = new Map<Paragraph, CitedBy[]>();
  for (const document of [...library.briefs, ...library.pages]) {
    const outcomes = document.citations.map((citation) => checkCitation(citation, library.sources));
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
  return { library, verified, citedBy, problems: sortProblems(problems) };
}

/** As a reader meets them: a footnote's citations come after the text's, wherever it is written. */
export function inOrderOfNotes({ citation: a }: VerifiedCitation, { citation: b }: VerifiedCitation): number {
  return a.note - b.note || a.mention - b.mention;
}
