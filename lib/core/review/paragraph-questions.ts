import type { ParagraphState } from "../anchoring/state.ts";
import type { ParagraphLabel } from "../label.ts";
import type { PinpointPart } from "../tags/pinpoint.ts";
import { heldBy, type CitedPart } from "./cited-parts.ts";
import type { ParagraphQuestion } from "./question.ts";
import type { SourceReview } from "./source-review.ts";

/** One for each paragraph that is cited and no longer plainly where and what it was, in reading order of the lock. */
export function paragraphQuestions(review: SourceReview): ParagraphQuestion[] {
  const { lock, comparison } = review;
  const notes = notesByLabel(review);
  const places = new Map(lock.paragraphs.map(({ label }, place) => [label, place]));
  const questions = Array.from(lock.cited, ([label, cited]): ParagraphQuestion | undefined => {
    const state = comparison.paragraphs.get(label);
    const citing = notes.get(label);
    if (!state || state.kind === "ok" || !citing) return undefined;
    const suggestion = suggestionOf(state);
    return {
      kind: "paragraph",
      key: `paragraph ${label}`,
      written: label,
      label,
      cited,
      state,
      ...(suggestion && { suggestion }),
      notes: citing,
    };
  });
  const placeOf = ({ label }: ParagraphQuestion) => places.get(label) ?? lock.paragraphs.length;
  return questions.filter((question) => question !== undefined).sort((a, b) => placeOf(a) - placeOf(b));
}

function suggestionOf(state: ParagraphState): PinpointPart | undefined {
  return "to" in state ? { from: state.to } : undefined;
}

/** Which citations name each paragraph of the lock, or may mean it. */
function notesByLabel(review: SourceReview): Map<ParagraphLabel, CitedPart[]> {
  const notes = new Map<ParagraphLabel, CitedPart[]>();
  for (const one of review.parts) {
    for (const label of labelsInLock(one, review)) {
      const list = notes.get(label);
      if (list) list.push(one);
      else notes.set(label, [one]);
    }
  }
  return notes;
}

function labelsInLock({ part, reading }: CitedPart, review: SourceReview): readonly ParagraphLabel[] {
  if (reading === "locked" || reading === "again") return heldBy(part, review) ?? [];
  const to = reading === "retired" ? review.lock.aliases.get(part.from) : undefined;
  return to === undefined ? [] : [to];
}
