import type { Brief } from "../brief/brief.ts";
import type { UncitedParagraph } from "../brief/uncited-paragraphs.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { contestedParagraphs, type ContestedParagraph } from "./contested-paragraphs.ts";
import { disputedClaims, type DisputedClaim } from "./disputed-claims.ts";
import { doubtsOf, type Doubt } from "./doubts.ts";
import { evidenceSummary, type EvidenceSummary } from "./evidence-summary.ts";
import { recordedSpan, type RecordedSpan } from "./recorded-texts.ts";
import { oneSourceSections, reliance, type OneSourceSection, type Reliance } from "./reliance.ts";
import { sourceAges, type SourceAges } from "./source-ages.ts";

/** What can be said in numbers of the evidence of one brief, or of several together. */
export interface EvidenceFigures {
  readonly summary: EvidenceSummary;
  readonly ages: SourceAges;
  readonly recorded: RecordedSpan | undefined;
}

/** The evidence of a brief as a whole: what it rests on, what speaks against it, what is missing. */
export interface BriefEvidence extends EvidenceFigures {
  readonly brief: Brief;
  readonly reliance: readonly Reliance[];
  readonly oneSourceSections: readonly OneSourceSection[];
  readonly disputed: readonly DisputedClaim[];
  readonly contested: readonly ContestedParagraph[];
  readonly uncited: readonly UncitedParagraph[];
  /** Those without an answer first. */
  readonly doubts: readonly Doubt[];
}

/** @param verified in the order a reader meets them. */
export function evidenceFigures(catalog: Catalog, verified: readonly VerifiedCitation[]): EvidenceFigures {
  const summary = evidenceSummary(verified);
  return { summary, ages: sourceAges(summary.sources), recorded: recordedSpan(catalog, verified) };
}

/** @param verified the citations of the brief that hold, in the order a reader meets them. */
export function briefEvidence(catalog: Catalog, brief: Brief, verified: readonly VerifiedCitation[]): BriefEvidence {
  return {
    ...evidenceFigures(catalog, verified),
    brief,
    reliance: reliance(verified),
    oneSourceSections: oneSourceSections(brief, verified),
    disputed: disputedClaims(brief, verified),
    contested: contestedParagraphs(catalog, verified),
    uncited: brief.uncitedParagraphs,
    doubts: doubtsOf(catalog, brief, verified),
  };
}
