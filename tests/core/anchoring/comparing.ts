import { compareWithLock } from "../../../lib/core/anchoring/compare.ts";
import type { ParagraphState } from "../../../lib/core/anchoring/state.ts";
import { changedFile, label, lockOf, paragraphsOf } from "./locks.ts";

export const order = "On 30 June the registration cards of Afghan refugees lapsed and were not renewed.";
export const deadline = "The ministry told holders of no papers at all to leave the country by 31 March.";
export const numbers = "About 1.3 million people held a card when the last count was made in May.";
export const returns = "Border officials at Torkham counted 4,500 families who went back within a week.";
export const court = "The High Court declined to hear the petition that lawyers had brought in April.";
export const short = "It was so decided.";

export const options = { sourceHash: changedFile, budget: 1000 };

/** The state of the paragraph that was cited, after its source became another. */
export function stateAfter(
  before: readonly string[],
  cited: string,
  after: readonly string[],
): ParagraphState | undefined {
  const lock = lockOf(paragraphsOf(before), [cited]);
  return compareWithLock(lock, paragraphsOf(after), options).paragraphs.get(label(cited));
}

/** `ok`, or a state's kind and where it leads: `moved 3`, `ambiguous 2 4`. */
export function brief(state: ParagraphState | undefined): string {
  if (!state) return "none";
  if (state.kind === "ambiguous") return `ambiguous ${state.candidates.map(({ to }) => to).join(" ")}`;
  return "to" in state ? `${state.kind} ${state.to}` : state.kind;
}

export const document = [order, deadline, numbers, returns];
