import { heldBy, type CitedPart } from "./cited-parts.ts";
import { rangeKey } from "./keys.ts";
import type { RangeQuestion } from "./question.ts";
import { rangeNow, type Decisions } from "./range-now.ts";
import type { SourceReview } from "./source-review.ts";

/** One for each cited range whose paragraphs, after these decisions, no longer stand together; as first cited. */
export function rangeQuestions(review: SourceReview, decisions: Decisions): RangeQuestion[] {
  const citing = new Map<string, [CitedPart, ...CitedPart[]]>();
  for (const one of review.parts) {
    if (one.part.to === undefined || (one.reading !== "locked" && one.reading !== "again")) continue;
    const list = citing.get(one.written);
    if (list) list.push(one);
    else citing.set(one.written, [one]);
  }
  return Array.from(citing, ([written, notes]): RangeQuestion | undefined => {
    const now = rangeNow(heldBy(notes[0].part, review) ?? [], decisions, review.source);
    if (now.kind === "together") return undefined;
    return { ...now, kind: "range", key: rangeKey(written), written, notes };
  }).filter((question) => question !== undefined);
}
