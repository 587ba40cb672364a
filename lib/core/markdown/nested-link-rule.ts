import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

/** Take links out of the text of other links, such as `[<https://e.org>](/x)`: HTML has none inside another. */
export function nestedLinkRule(md: MarkdownIt): void {
  md.core.ruler.after("inline", "nested_links", (state) => {
    for (const token of state.tokens) if (token.children) token.children = outermostLinks(token.children);
  });
}

function outermostLinks(children: readonly Token[]): Token[] {
  let depth = 0;
  return children.filter((child) => {
    if (child.type === "link_open") return depth++ === 0;
    if (child.type === "link_close") return --depth === 0;
    return true;
  });
}
