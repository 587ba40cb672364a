import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { unmark } from "./marks.ts";

/** Take the marks of `markTags` out of everything that is not a tag: code, text, titles. */
export function unmarkRule(md: MarkdownIt): void {
  md.core.ruler.push("unmark", (state) => {
    for (const token of state.tokens) clean(token);
  });
}

function clean(token: Token): void {
  token.content = unmark(token.content);
  token.info = unmark(token.info);
  token.attrs = token.attrs?.map(([name, value]) => [name, unmark(value)]) ?? null;
  for (const child of token.children ?? []) clean(child);
}
