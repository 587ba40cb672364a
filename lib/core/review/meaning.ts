import type { Decision } from "../anchoring/renew-lock.ts";
import type { PinpointPart } from "../tags/pinpoint.ts";
import { heldBy, type CitedPart } from "./cited-parts.ts";
import { citationKey, rangeKey } from "./keys.ts";
import type { Answers } from "./question.ts";
import { rangeNow, type Decisions } from "./range-now.ts";
import type { SourceReview } from "./source-review.ts";

/** What a part of a citation names after all that was decided. */
export type Meaning =
  /** In the labels of today. */
  { readonly kind: "is"; readonly part: PinpointPart } | { readonly kind: "gone" } | { readonly kind: "open" };

export function meaningOf(one: CitedPart, review: SourceReview, decisions: Decisions, answers: Answers): Meaning {
  if (one.reading === "new") return { kind: "is", part: one.part };
  if (one.reading === "locked") return lockedMeaning(one, review, decisions, answers);
  const answer = answers.get(citationKey(one));
  if (answer?.kind === "is") return answer;
  return answer?.kind === "former" ? formerMeaning(one, review, decisions, answers) : { kind: "open" };
}

/** What had the number of a doubtful citation before, after all that was decided. */
export function formerMeaning(one: CitedPart, review: SourceReview, decisions: Decisions, answers: Answers): Meaning {
  if (one.reading !== "retired") return lockedMeaning(one, review, decisions, answers);
  const to = review.lock.aliases.get(one.part.from);
  return to === undefined ? { kind: "gone" } : decided(decisions.get(to));
}

function lockedMeaning(
  { part, written }: CitedPart,
  review: SourceReview,
  decisions: Decisions,
  answers: Answers,
): Meaning {
  if (part.to === undefined) return decided(decisions.get(part.from));
  const now = rangeNow(heldBy(part, review) ?? [], decisions, review.source);
  if (now.kind === "together") return { kind: "is", part: now.part };
  const answer = answers.get(rangeKey(written));
  return answer?.kind === "is" ? answer : { kind: "open" };
}

function decided(decision: Decision | undefined): Meaning {
  if (!decision) return { kind: "open" };
  return decision.kind === "gone" ? decision : { kind: "is", part: { from: decision.label } };
}
