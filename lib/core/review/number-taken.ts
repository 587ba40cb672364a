import { expectedDecisions } from "./decisions.ts";
import type { Answers } from "./question.ts";
import type { SourceReview } from "./source-review.ts";

/** Whether the number of a paragraph that is gone is expected to be that of another cited one. */
export function isNumberTaken(label: string, review: SourceReview, answers: Answers): boolean {
  const decisions = expectedDecisions(review, answers);
  return [...decisions.values()].some((decision) => decision.kind === "is" && decision.label === label);
}
