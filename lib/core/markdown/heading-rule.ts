import type MarkdownIt from "markdown-it";
import { environmentOf } from "./environment.ts";
import { inlineText } from "./inline-text.ts";
import { unmark } from "./marks.ts";

export interface Heading {
  /** 1-based, as in Markdown; a brief's own sections begin at 2. */
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

/** Ids that notes, their marks and the page around the text use, which no heading may take. */
const taken = /^(?:(?:notes?|ref)(?:-\d|$)|(?:main|contents|changes|cited-sources|note-popover)$)/;

/** Give each heading an id made of its words, and leave the list in `env.headings`. */
export function headingRule(md: MarkdownIt): void {
  md.core.ruler.after("inline", "heading_ids", (state) => {
    const headings: Heading[] = [];
    const used = new Map<string, number>();
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const text = unmark(inlineText(state.tokens[index + 1]?.children ?? null)).trim();
      const base = headingId(text);
      const times = (used.get(base) ?? 0) + 1;
      used.set(base, times);
      let id = times === 1 ? base : `${base}-${times}`;
      while (times > 1 && used.has(id)) id += "-x";
      used.set(id, used.get(id) ?? 1);
      token.attrSet("id", id);
      headings.push({ depth: Number(token.tag.slice(1)), id, text });
    });
    environmentOf(state).headings = headings;
  });
}

function headingId(text: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const id = words === "" ? "section" : words;
  return taken.test(id) ? `section-${id}` : id;
}
