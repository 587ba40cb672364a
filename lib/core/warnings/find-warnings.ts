import type { Brief } from "../brief/brief.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { sortProblems, type Problem } from "../problem.ts";
import { answerWarnings, type AnsweredWarning } from "./answer-warnings.ts";
import { lateSources, oldSources } from "./source-dates.ts";
import { singleSourceSections } from "./single-source-sections.ts";
import { uncitedWarnings } from "./uncited-warnings.ts";

/** What is doubtful about a brief's evidence, though nothing of it is broken. */
export interface BriefWarnings {
  /** Without an answer, and answers that answer nothing; sorted by place. */
  readonly open: readonly Problem[];
  /** In order of place. */
  readonly answered: readonly AnsweredWarning[];
}

/**
 * Look for what a careful editor would ask about a brief's evidence, and set the
 * author's answers beside it. Pure, and in no need of the brief's text: what parsing
 * found is in the brief.
 *
 * @param verified the brief's citations that hold, in any order; the others have problems of their own.
 */
export function findWarnings(brief: Brief, verified: readonly VerifiedCitation[]): BriefWarnings {
  const warnings = [
    ...uncitedWarnings(brief),
    ...singleSourceSections(brief, verified),
    ...oldSources(brief, verified),
    ...lateSources(brief, verified),
  ];
  const { open, answered, stale } = answerWarnings(brief, warnings);
  // A citation that does not hold yet may bring back what an answer is for.
  const held = new Set(verified.map(({ citation }) => citation));
  const isWhole = brief.citations.every((citation) => held.has(citation));
  return { open: sortProblems(isWhole ? [...open, ...stale] : open), answered };
}
