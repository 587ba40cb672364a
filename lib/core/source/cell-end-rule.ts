import type MarkdownIt from "markdown-it";

/**
 * What ends each cell of a table in a source's text: Unicode's invisible separator. Words
 * alone do not tell a figure in one column from the same figure in the next, and the
 * fingerprint of a paragraph is made of its text.
 */
export const cellEnd = "\u2063";

/** End every cell with the invisible separator, empty ones too. Must run behind everything that reads cells. */
export function cellEndRule(md: MarkdownIt): void {
  md.core.ruler.push("cell_ends", (state) => {
    state.tokens.forEach((token, index) => {
      const before = state.tokens[index - 1]?.type;
      if (token.type !== "inline" || (before !== "td_open" && before !== "th_open")) return;
      const end = new state.Token("text", "", 0);
      end.content = cellEnd;
      token.children = [...(token.children ?? []), end];
    });
  });
}

/** Whether a text has anything in it but white space and the ends of cells. */
export function hasWords(text: string): boolean {
  return /[^\s\u2063]/.test(text);
}
