import type { Token } from "markdown-it";

/** The words of inline tokens, without marks of emphasis, links or notes; breaks are spaces. */
export function inlineText(children: readonly Token[] | null): string {
  let text = "";
  for (const token of children ?? []) {
    if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
    else if (token.type === "image") text += inlineText(token.children);
    else text += token.type === "html_inline" ? "" : token.content;
  }
  return text;
}
