import type MarkdownIt from "markdown-it";
import type { StateBlock, StateInline } from "markdown-it";
import { escapeHtml } from "../text/escape.ts";
import { unmark } from "./marks.ts";

/** What a `footnote_missing` or `footnote_unread` token carries in `meta`. */
export interface FootnoteLabelMeta {
  /** As it is typed between `[^` and `]`. */
  readonly label: string;
}

/**
 * Find what is meant for a footnote and is none: a mention `[^x]` of one that is not
 * written, and a definition `[^x y]:` whose label Markdown does not take and which it
 * would read as text, or as the address of a link.
 *
 * Must be installed after markdown-it-footnote, which goes first.
 */
export function footnoteLabelRule(md: MarkdownIt): void {
  md.inline.ruler.after("footnote_ref", "footnote_missing", missingMention);
  md.block.ruler.after("footnote_def", "footnote_unread", unreadDefinition, { alt: ["paragraph", "reference"] });
  md.renderer.rules.footnote_missing = (tokens, index) => escapeHtml(tokens[index]?.content ?? "");
}

const mention = /\[\^([^\][]+)\]/y;
const definition = /\[\^([^\][\n]*)\]:/y;

/** Takes the signs `[^` alone, so that the rest still parses. */
function missingMention(state: StateInline, silent: boolean): boolean {
  mention.lastIndex = state.pos;
  const label = mention.exec(state.src)?.[1];
  if (silent || label === undefined || label.trim() === "" || mention.lastIndex > state.posMax) return false;
  const token = state.push("footnote_missing", "", 0);
  token.content = "[^";
  token.meta = { label: unmark(label) } satisfies FootnoteLabelMeta;
  state.pos += 2;
  return true;
}

/** Sets what stands behind the label as a paragraph, so that its tags are read too. */
function unreadDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  definition.lastIndex = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const found = definition.exec(state.src);
  if (!found) return false;
  if (silent) return true;
  let past = startLine + 1;
  while (past < endLine && !state.isEmpty(past)) past += 1;
  const map: [number, number] = [startLine, past];
  const lines = state.getLines(startLine, past, state.blkIndent, false).trim();
  const unread = state.push("footnote_unread", "", 0);
  unread.map = map;
  unread.hidden = true;
  unread.meta = { label: unmark(found[1] ?? "") } satisfies FootnoteLabelMeta;
  state.push("paragraph_open", "p", 1).map = map;
  const inline = state.push("inline", "", 0);
  inline.map = map;
  inline.content = lines.slice(found[0].length);
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = past;
  return true;
}
