import type { Catalog } from "../catalog/catalog.ts";
import { citationQuestions } from "./citation-questions.ts";
import { expectedDecisions } from "./decisions.ts";
import { paragraphQuestions } from "./paragraph-questions.ts";
import type { Answers, Question } from "./question.ts";
import { rangeQuestions } from "./range-questions.ts";
import { sourceReview, type SourceReview } from "./source-review.ts";

/** A source, and what a person has to decide or confirm of it. */
export interface ReviewedSource {
  readonly review: SourceReview;
  /** Never empty. */
  readonly questions: readonly Question[];
}

/** Every source of which something cited is not plainly as it was, in the library's order. */
export function openQuestions(catalog: Catalog): ReviewedSource[] {
  return [...catalog.library.sources.keys()].flatMap((id) => {
    const review = sourceReview(catalog, id);
    const questions = review ? questionsOf(review) : [];
    return review && questions.length > 0 ? [{ review, questions }] : [];
  });
}

/**
 * What is asked of a source: first its paragraphs in reading order of the lock, then
 * ranges, then single citations. Which ranges are asked about depends on what was answered
 * of their paragraphs; what is not answered is taken to be as suggested.
 */
export function questionsOf(review: SourceReview, answers: Answers = new Map()): Question[] {
  const decisions = expectedDecisions(review, answers);
  return [
    ...paragraphQuestions(review),
    ...rangeQuestions(review, decisions),
    ...citationQuestions(review, decisions, answers),
  ];
}
