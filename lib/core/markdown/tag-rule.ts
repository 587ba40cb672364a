import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline } from "markdown-it";
import { readTag, type TagReading } from "../tags/tag.ts";
import { readMark, unmark } from "./marks.ts";

/** What a `tag` or `quote_block` token carries in `meta`. */
export interface TagMeta {
  /** The tag's number among the `{%` of the file, 0-based. */
  readonly number: number;
  /** Undefined when no name follows the `{%`. */
  readonly reading: TagReading | undefined;
  /** The tag's text, unmarked, as the reading's offsets count it; only its `{%` when it is not closed. */
  readonly text: string;
  readonly insideLink: boolean;
}

/**
 * Read `{% … %}` in Markdown: inline wherever text may stand, and `{% quote %}` as a
 * block of its own. Code spans and blocks never reach these rules, so tags there stay
 * literal. The text must have been through `markTags`.
 */
export function tagRule(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "tag", inlineTag);
  md.block.ruler.before("paragraph", "quote_block", quoteBlock, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

function inlineTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b /* { */) return false;
  const found = tagAt(state.src.slice(state.pos, state.posMax));
  if (!found) return false;
  if (!silent) {
    const token = state.push("tag", "", 0);
    token.meta = { ...found.meta, insideLink: linkLevel(state) > 0 } satisfies TagMeta;
  }
  // What is no whole tag gives way after its `{%`, so that the rest of the text still parses.
  state.pos += found.length;
  return true;
}

function quoteBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (!beginsWithTag(state, startLine)) return false;
  let past = startLine + 1;
  while (past < endLine && !state.isEmpty(past) && !beginsWithTag(state, past)) past += 1;
  const text = state.getLines(startLine, past, state.blkIndent, false).trimStart();
  const found = tagAt(text);
  const reading = found?.meta.reading;
  if (!found || reading?.kind !== "tag" || reading.name !== "quote") return false;
  const [restOfLine = ""] = text.slice(found.length).split("\n", 1);
  if (restOfLine.trim() !== "") return false;
  if (silent) return true;
  const lines = text.slice(0, found.length).split("\n").length;
  const token = state.push("quote_block", "", 0);
  token.block = true;
  token.map = [startLine, startLine + lines];
  token.meta = found.meta;
  state.line = startLine + lines;
  return true;
}

function beginsWithTag(state: StateBlock, line: number): boolean {
  return state.src.startsWith("{%", (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
}

/** How many links the parser is inside of; @types/markdown-it leaves it out. */
function linkLevel(state: StateInline): number {
  return (state as StateInline & { linkLevel: number }).linkLevel;
}

/** The marked tag that `marked` begins with, and how much of `marked` it takes. */
function tagAt(marked: string): { meta: TagMeta; length: number } | undefined {
  const mark = readMark(marked, 0);
  if (!mark) return undefined;
  const common = { number: mark.number, insideLink: false };
  // Marks do not keep a tag from being read, so what follows it is never cleaned for its sake.
  const extent = readTag(marked, 0);
  if (extent?.kind !== "tag") return { meta: { ...common, reading: extent, text: "{%" }, length: 2 + mark.length };
  const text = unmark(marked.slice(0, extent.end));
  return { meta: { ...common, reading: readTag(text, 0), text }, length: extent.end };
}
