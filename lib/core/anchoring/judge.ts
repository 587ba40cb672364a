import { thousandths } from "./score.ts";
import type { Candidate } from "./state.ts";

/** Least score of a paragraph that a changed one is said to have become. */
export const leastScore = 0.4;
/** Least lead of its score over that of any other. */
export const leastLead = 0.1;
/**
 * What the surroundings add to a paragraph's rank, to its score nothing: for each of the
 * two neighbours that stayed the same, and for standing as far as before from the nearest
 * one that did. 0.15 at most.
 */
export const surroundingsBonus = 0.05;

/** A candidate in the order of its rank: its score, raised for surroundings that stayed the same. */
export interface Ranked extends Candidate {
  readonly place: number;
  readonly rank: number;
}

export type Verdict =
  | { readonly kind: "edited"; readonly best: Ranked }
  | { readonly kind: "ambiguous"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "lost" };

/** How many candidates a person is shown at most. */
const mostCandidates = 3;

/**
 * What to say of the candidates for a changed paragraph. None is ever accepted: a single
 * clear one is suggested, close rivals are shown together.
 *
 * @param ranked best rank first.
 */
export function judge(ranked: readonly Ranked[]): Verdict {
  if (!ranked.some(({ score }) => score >= leastScore)) return { kind: "lost" };
  const [best, ...others] = ranked;
  const rival = Math.max(0, ...others.map(({ score }) => score));
  if (best && best.score >= leastScore && thousandths(best.score - rival) >= leastLead) return { kind: "edited", best };
  return { kind: "ambiguous", candidates: showable(ranked).map(({ to, score }) => ({ to, score })) };
}

/** The best three of those that are near enough to the least score to be its rivals. */
export function showable(ranked: readonly Ranked[]): Ranked[] {
  return ranked.filter(({ score }) => score > leastScore - leastLead).slice(0, mostCandidates);
}

/** Best rank first; of equals, the one nearer to where the paragraph stood. */
export function byRank(before: number | undefined): (a: Ranked, b: Ranked) => number {
  const distance = ({ place }: Ranked) => Math.abs(place - (before ?? 0));
  return (a, b) => b.rank - a.rank || distance(a) - distance(b) || a.place - b.place;
}
