import type { BriefSection } from "../brief/brief-section.ts";
import type { Brief } from "../brief/brief.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";

/** A section of a brief and what it rests on. */
export interface SectionEvidence extends Omit<BriefSection, "citations"> {
  /** Of any relation, in reading order; those of footnotes that the section mentions first come last. */
  readonly citations: readonly VerifiedCitation[];
  /** How often each source is cited, by id, in order of first citation. */
  readonly sources: ReadonlyMap<string, number>;
}

/** What each section of a brief rests on, in reading order, sections without a citation among them. */
export function sectionEvidence(brief: Brief, verified: readonly VerifiedCitation[]): SectionEvidence[] {
  const byCitation = new Map(verified.map((one) => [one.citation, one]));
  return brief.sections.map(({ heading, id, place, citations }) => {
    const holding = citations.flatMap((citation) => byCitation.get(citation) ?? []);
    const sources = new Map<string, number>();
    for (const { source } of holding) sources.set(source.id, (sources.get(source.id) ?? 0) + 1);
    return { heading, id, place, citations: holding, sources };
  });
}
