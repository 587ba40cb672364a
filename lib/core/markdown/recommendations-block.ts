import type { StateCore, Token } from "markdown-it";
import { reportFault } from "./body-fault.ts";
import { onlyList } from "./only-list.ts";

/** Recommendations are numbered, so that they can be spoken of. */
export function makeRecommendations(state: StateCore, open: Token, inside: readonly Token[]): void {
  if (onlyList(inside, "ordered_list")) return;
  const message = "Recommendations are one numbered list and nothing else. Write 1. What to do., each on its own line.";
  reportFault(state, "block-content", open.map, open.markup, message);
}
