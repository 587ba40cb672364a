import type { Token } from "markdown-it";
import type { PhrasingContent } from "mdast";
import { inlineText } from "../markdown/inline-text.ts";
import { link, text } from "./mdast.ts";

/** How the words of a brief become those of a file. */
export interface InlineSetting {
  readonly addressOf: (path: string) => string;
  /** What stands in a note of a citation, by its 0-based number. */
  readonly note: (citation: number) => PhrasingContent[];
}

type Open = { readonly type: string; readonly token: Token; readonly children: PhrasingContent[] };

/** Inline tokens as Markdown: emphasis, links to elsewhere, code, and the marks of notes. */
export function inlineContent(tokens: readonly Token[], setting: InlineSetting): PhrasingContent[] {
  const stack: Open[] = [];
  const done: PhrasingContent[] = [];
  const put = (...nodes: PhrasingContent[]) => (stack.at(-1)?.children ?? done).push(...nodes);
  for (const token of tokens) {
    if (token.nesting === 1) stack.push({ type: token.type, token, children: [] });
    else if (token.nesting === -1) {
      const open = stack.pop();
      if (open) put(...closed(open, setting));
    } else put(...single(token, setting));
  }
  return done;
}

function closed({ type, token, children }: Open, { addressOf }: InlineSetting): PhrasingContent[] {
  if (type === "em_open") return [{ type: "emphasis", children }];
  if (type === "strong_open") return [{ type: "strong", children }];
  if (type === "s_open") return [{ type: "delete", children }];
  if (type !== "link_open") return children;
  const href = token.attrGet("href") ?? "";
  // Places on the page itself, such as a term's meaning, are none in the file.
  if (href === "" || href.startsWith("#")) return children;
  return [link(href.startsWith("/") ? addressOf(href) : href, ...children)];
}

function single(token: Token, setting: InlineSetting): PhrasingContent[] {
  switch (token.type) {
    case "text":
      return token.content === "" ? [] : [text(token.content)];
    case "softbreak":
      return [text(" ")];
    case "hardbreak":
      return [{ type: "break" }];
    case "code_inline":
      return [{ type: "inlineCode", value: token.content }];
    case "image":
      return [text(inlineText(token.children))];
    case "footnote_ref": {
      const identifier = String((token.meta as { id: number }).id + 1);
      return [{ type: "footnoteReference", identifier, label: identifier }];
    }
    case "citation_note":
      return setting.note((token.meta as { citation: number }).citation);
    default:
      return [];
  }
}
