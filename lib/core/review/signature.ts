import { writeLock } from "../anchoring/write-lock.ts";
import { questionsOf } from "./open-questions.ts";
import type { SourceReview } from "./source-review.ts";

/** Changes with anything that a person was shown of a source before answering. */
export function signatureOf(review: SourceReview): string {
  const questions = questionsOf(review).map(({ notes, ...question }) => ({
    ...question,
    notes: notes.map(({ document, citation }) => [
      document.title,
      citation.note,
      citation.sentence,
      citation.pinpointPlace,
    ]),
  }));
  const { record, lock } = review;
  return JSON.stringify([record.hash, record.paragraphs, writeLock(lock), questions]);
}
