import type MarkdownIt from "markdown-it";
import type { StateBlock } from "markdown-it";

/** What is numbered and can be referred to, by the prefix of its labels. */
export const figureKinds = ["table", "figure"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What a `caption_open` token carries in `meta`. */
export interface CaptionMeta {
  readonly kind: FigureKind;
  /** As typed between `{#` and `}`; undefined where there is none. */
  readonly label: string | undefined;
}

const opening = /(Table|Figure):[ \t]+(?=\S)/y;
const label = /[ \t\n]*\{#([^{}\n]*)\}[ \t]*$/;
/** The last line of what can have a caption: a row of a table, the end of a code block, an image. */
const captioned = /\||^[\s>]*(?:`{3,}|~{3,})[ \t]*$|^[\s>]*!\[.*\)[ \t]*$/;

/**
 * Read `Table: …` and `Figure: …`, with `{#tbl:…}` or `{#fig:…}` at the end, as the caption
 * of what stands above it. Without a label a paragraph that begins so is a caption only
 * below a table, a code block or an image.
 */
export function captionRule(md: MarkdownIt): void {
  md.block.ruler.before("paragraph", "caption", caption, { alt: ["paragraph", "reference", "blockquote", "list"] });
}

function caption(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  opening.lastIndex = start;
  const opened = opening.exec(state.src);
  if (!opened) return false;
  let past = startLine + 1;
  while (past < endLine && !state.isEmpty(past) && !endsCaption(state, past)) past += 1;
  const text = state.getLines(startLine, past, state.blkIndent, false).trim();
  const labelled = label.exec(text);
  if (!labelled && !captioned.test(lineAbove(state, startLine))) return false;
  if (silent) return true;
  const map: [number, number] = [startLine, past];
  const open = state.push("caption_open", "figcaption", 1);
  open.map = map;
  open.meta = { kind: opened[1] === "Table" ? "table" : "figure", label: labelled?.[1]?.trim() } satisfies CaptionMeta;
  const inline = state.push("inline", "", 0);
  inline.map = map;
  inline.content = text.slice(opened[0].length, labelled?.index);
  inline.children = [];
  state.push("caption_close", "figcaption", -1);
  state.line = past;
  return true;
}

/** A caption ends with its label, and before the end of a block `:::`. */
function endsCaption(state: StateBlock, line: number): boolean {
  return /^[ \t>]*:{3,}/.test(lineOf(state, line)) || label.test(lineOf(state, line - 1));
}

function lineAbove(state: StateBlock, line: number): string {
  let above = line - 1;
  while (above > 0 && /^[\s>]*$/.test(lineOf(state, above))) above -= 1;
  return above < 0 ? "" : lineOf(state, above);
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}
