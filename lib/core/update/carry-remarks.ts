import type { ParagraphLabel } from "../label.ts";
import type { Alignment } from "./align-texts.ts";

/** What becomes of remarks on single paragraphs. */
export interface CarriedRemarks {
  /** From the label under which a remark stands to the one under which it is to stand. */
  readonly labels: ReadonlyMap<string, ParagraphLabel>;
  /** Labels of remarks whose paragraph is gone: they belong to nothing any more. */
  readonly lost: readonly string[];
  /** Labels of remarks, as they are to stand, on paragraphs that say something else now. */
  readonly doubtful: readonly ParagraphLabel[];
}

/**
 * Remarks stay with the paragraph that they belong to, whatever its number.
 *
 * @param remarked labels of the text before that have a remark.
 * @param before labels of the text before, and @param after of the text after, by place.
 */
export function carryRemarks(
  remarked: Iterable<string>,
  before: readonly ParagraphLabel[],
  after: readonly ParagraphLabel[],
  { pairs }: Alignment,
): CarriedRemarks {
  const pairOf = new Map(pairs.map((pair) => [before[pair.before] as string | undefined, pair]));
  const labels = new Map<string, ParagraphLabel>();
  const lost: string[] = [];
  const doubtful: ParagraphLabel[] = [];
  for (const label of remarked) {
    const pair = pairOf.get(label);
    const now = pair && after[pair.after];
    if (now === undefined) {
      lost.push(label);
      continue;
    }
    labels.set(label, now);
    if (pair?.kind === "edited") doubtful.push(now);
  }
  return { labels, lost, doubtful };
}
