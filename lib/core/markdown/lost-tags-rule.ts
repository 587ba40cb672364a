import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { environmentOf } from "./environment.ts";
import { marksIn, unescapedTags } from "./marks.ts";
import type { TagMeta } from "./tag-rule.ts";

/**
 * Find every `{%` of which Markdown made neither a tag, nor code, nor an escaped sign, such
 * as one in a link's title, and leave their 0-based numbers in `env.lostTags`.
 *
 * Must run directly behind the inline parser, while tags and marks are still there.
 */
export function lostTagsRule(md: MarkdownIt): void {
  md.core.ruler.after("inline", "lost_tags", (state) => {
    const env = environmentOf(state);
    const kept = new Set<number>();
    keepAll(state.tokens, kept);
    for (const note of env.footnotes?.list ?? []) keepAll(note.tokens ?? [], kept);
    env.lostTags = unescapedTags(state.src).filter((number) => !kept.has(number));
  });
}

const code: ReadonlySet<string> = new Set(["code_inline", "code_block", "fence"]);

function keepAll(tokens: readonly Token[], kept: Set<number>): void {
  for (const token of tokens) {
    if (token.type === "tag" || token.type === "quote_block") {
      const { number, text } = token.meta as TagMeta;
      // A string inside the tag may hold further signs; their numbers follow on.
      const signs = text.split("{%").length - 1;
      for (let inside = 0; inside < signs; inside++) kept.add(number + inside);
    } else if (code.has(token.type)) for (const number of marksIn(token.content)) kept.add(number);
    keepAll(token.children ?? [], kept);
  }
}
