import { writePinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { decisionsOf } from "./decisions.ts";
import { describeNote } from "./describe-question.ts";
import { formerMeaning } from "./meaning.ts";
import { questionsOf } from "./open-questions.ts";
import type { Answers, Question } from "./question.ts";
import { paragraphToday, type SourceReview } from "./source-review.ts";

/** What was decided, and the notes that it concerns, a line each. */
export interface SettledQuestion {
  readonly said: string;
  readonly notes: readonly string[];
}

/** @param answers to all questions that need one. */
export function describeSettled(review: SourceReview, answers: Answers): SettledQuestion[] {
  return questionsOf(review, answers).map((question) => ({
    said: `¶${question.written} ${becomes(question, review, answers)}`,
    notes: question.notes.map(describeNote),
  }));
}

function becomes(question: Question, review: SourceReview, answers: Answers): string {
  const decisions = decisionsOf(review, answers);
  if (question.kind === "paragraph") {
    const decision = decisions.get(question.label);
    if (decision?.kind !== "is") return "is gone";
    const isSame = paragraphToday(review, decision.label)?.text === question.cited.text;
    return isNow(question.written, { from: decision.label }) + (isSame ? "" : ", with other words than were cited");
  }
  const answer = answers.get(question.key);
  if (answer?.kind === "is") return isNow(question.written, answer.part);
  const [note] = review.parts.filter(({ citation }) => question.notes.some((one) => one.citation === citation));
  const meaning = note && formerMeaning(note, review, decisions, answers);
  return meaning?.kind === "is" ? isNow(question.written, meaning.part) : "is gone";
}

function isNow(written: string, part: PinpointPart): string {
  const now = writePinpoint([part]);
  return now === written ? "is taken as it stands now" : `is ¶${now} now`;
}
