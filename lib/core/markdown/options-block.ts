import type { StateCore, Token } from "markdown-it";
import { reportFault } from "./body-fault.ts";
import { inlineText } from "./inline-text.ts";

/**
 * Make a matrix of options by criteria of a table: the first cell of each row names the
 * option, and every other cell carries the name of its criterion, for narrow screens.
 */
export function makeOptions(state: StateCore, open: Token, inside: readonly Token[]): void {
  const tables = inside.filter(({ type }) => type === "table_open");
  const outermost = inside.filter(({ level, nesting }) => level === open.level + 1 && nesting > 0);
  const others = outermost.filter(({ type }) => !["table_open", "figure_open", "caption_open"].includes(type));
  if (tables.length !== 1 || others.length > 0) {
    const message =
      "Options are one table and nothing else but its caption. Write a row for each option, a column for each criterion.";
    reportFault(state, "block-content", open.map, open.markup, message);
    return;
  }
  const criteria: string[] = [];
  let column = 0;
  for (const [index, token] of inside.entries()) {
    const text = inlineText(inside[index + 1]?.children ?? null).trim();
    if (token.type === "tr_open") column = 0;
    else if (token.type === "th_open") {
      token.attrSet("scope", "col");
      criteria.push(text);
      if (text === "")
        reportEmpty(state, token, open, "criterion or, of the first column, what the options are called");
    } else if (token.type === "td_open") {
      if (column === 0) {
        token.tag = "th";
        token.attrSet("scope", "row");
        if (text === "") reportEmpty(state, token, open, "option");
      } else token.attrSet("data-label", criteria[column] ?? "");
      column += 1;
    } else if (token.type === "td_close" && column === 1) token.tag = "th";
  }
}

function reportEmpty(state: StateCore, cell: Token, open: Token, what: string): void {
  const message = `A cell that heads a row or a column is empty. Write the name of the ${what}.`;
  reportFault(state, "block-content", cell.map ?? open.map, "|", message);
}
