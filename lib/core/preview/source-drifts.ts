import type { Citation } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { describeDrift } from "../catalog/drift-problems.ts";
import { standingOf } from "../catalog/standing.ts";
import type { Problem } from "../problem.ts";
import type { Source } from "../source/source.ts";

/** A problem of a citation that comes of a change of its source, seen from the source. */
export interface SourceDriftProblem {
  readonly source: Source;
  readonly problem: Problem;
  /** 1-based position of the paragraph that has the label, or the likeliest words; absent where there is none. */
  readonly position: number | undefined;
}

/** What cited paragraphs of each source are no longer what was cited, in order of documents and citations. */
export function driftsOfSources({ library, verified, drifts, problems, found }: Catalog): SourceDriftProblem[] {
  if (problems.length === 0) return [];
  const { documents, faulty } = found.checked;
  const placed = Array.from(faulty, (document) => ({ document, place: documents.indexOf(document) }));
  return placed
    .sort((a, b) => a.place - b.place)
    .flatMap(({ document }) =>
      document.citations.flatMap((citation, index) => {
        const source = library.sources.get(citation.request.sourceId);
        return source && !verified.get(document)?.[index] ? driftsOf(citation, source, drifts.get(source.id)) : [];
      }),
    );
}

function driftsOf(citation: Citation, source: Source, drift: Parameters<typeof standingOf>[1]): SourceDriftProblem[] {
  return citation.request.pinpoint.flatMap((part): SourceDriftProblem[] => {
    const standing = standingOf(part, drift);
    if (standing.kind !== "changed" && standing.kind !== "range-changed" && standing.kind !== "retired") return [];
    const label = standing.kind === "range-changed" ? part.from : standing.label;
    const now = standing.kind === "changed" && "to" in standing.state ? standing.state.to : label;
    const position = (source.byLabel.get(now) ?? source.byLabel.get(label))?.position;
    return [{ source, problem: describeDrift(citation, standing), position }];
  });
}
