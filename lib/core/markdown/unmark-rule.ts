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
  // The start of an ordered list is a number, whatever the types say.
  const attributes = token.attrs as [string, string | number][] | null;
  token.attrs = attributes?.map(([name, value]) => [name, unmark(String(value))]) ?? null;
  for (const child of token.children ?? []) clean(child);
}
