import type { Decision } from "../anchoring/renew-lock.ts";
import type { ParagraphLabel } from "../label.ts";
import { paragraphQuestions } from "./paragraph-questions.ts";
import { needsAnswer, type Answer, type Answers } from "./question.ts";
import type { Decisions } from "./range-now.ts";
import type { SourceReview } from "./source-review.ts";

/**
 * What is decided of each paragraph that a lock holds: by a person, or by the rules where
 * its text is there letter for letter, or where nobody cites it. What is open is left out.
 */
export function decisionsOf(review: SourceReview, answers: Answers): Decisions {
  return decide(review, answers, false);
}

/** The same, where what is open is taken to be what is suggested. */
export function expectedDecisions(review: SourceReview, answers: Answers): Decisions {
  return decide(review, answers, true);
}

function decide(review: SourceReview, answers: Answers, expecting: boolean): Decisions {
  const questions = new Map(paragraphQuestions(review).map((question) => [question.label, question]));
  const decisions = new Map<ParagraphLabel, Decision>();
  for (const [label, state] of review.comparison.paragraphs) {
    const question = questions.get(label);
    const answer = question && answers.get(question.key);
    if (answer) decisions.set(label, decisionOf(answer));
    else if (state.kind === "ok") decisions.set(label, { kind: "is", label });
    else if (state.kind === "moved") decisions.set(label, { kind: "is", label: state.to });
    else if (!question) decisions.set(label, { kind: "gone" });
    else if (expecting && question.suggestion && needsAnswer(question))
      decisions.set(label, { kind: "is", label: question.suggestion.from });
  }
  return decisions;
}

function decisionOf(answer: Answer): Decision {
  if (answer.kind === "gone") return answer;
  if (answer.kind === "former" || answer.part.to !== undefined)
    throw new Error("A paragraph becomes one paragraph, or is gone");
  return { kind: "is", label: answer.part.from };
}
