import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline } from "markdown-it";
import { readTag, type TagReading } from "../tags/tag.ts";
import { markedLength, readMark, unmark } from "./marks.ts";

/** What a `tag` or `quote_block` token carries in `meta`. */
export interface TagMeta {
  /** The tag's number among the `{%` of the file, 0-based. */
  readonly number: number;
  readonly reading: TagReading;
  /** The tag's text, unmarked, as the reading's offsets count it. */
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
  // An unclosed tag gives way after its `{%`, so that the rest of the text still parses.
  state.pos += found.length;
  return true;
}

function quoteBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("{%", start)) return false;
  let lastLine = startLine;
  while (lastLine + 1 < endLine && !state.isEmpty(lastLine + 1)) lastLine += 1;
  const text = state.getLines(startLine, lastLine + 1, state.blkIndent, false).trimStart();
  const found = tagAt(text);
  if (found?.meta.reading.kind !== "tag" || found.meta.reading.name !== "quote") return false;
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

/** How many links the parser is inside of; @types/markdown-it leaves it out. */
function linkLevel(state: StateInline): number {
  return (state as StateInline & { linkLevel: number }).linkLevel;
}

/** The marked tag that `marked` begins with, and how much of `marked` it takes. */
function tagAt(marked: string): { meta: TagMeta; length: number } | undefined {
  const mark = readMark(marked, 0);
  if (!mark) return undefined;
  const text = unmark(marked);
  const reading = readTag(text, 0);
  if (!reading) return undefined;
  const meta = { number: mark.number, reading, insideLink: false };
  if (reading.kind === "unclosed") return { meta: { ...meta, text }, length: 2 + mark.length };
  const end = reading.end;
  return { meta: { ...meta, text: text.slice(0, end) }, length: markedLength(marked, end) };
}
