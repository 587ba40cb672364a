import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import { Sentences } from "../text/sentences.ts";

/** A note mark in a passage. */
export interface Mark {
  /** 0-based, in the passage's text; of a row, in its cell. */
  readonly offset: number;
  /** Number of the citation, 0-based as parsed; undefined for a footnote of the author's own. */
  readonly citation: number | undefined;
  /** 0-based id of its note. */
  readonly note: number;
}

/** What a reader takes in at one go: a paragraph or list item, a heading, a caption, a table's head or one row of it. */
export interface Passage {
  /** `quotation` is a paragraph of a source, set by `{% quote %}`; it has no text of its own. */
  readonly kind: "heading" | "paragraph" | "caption" | "head" | "row" | "quotation";
  /** Without markup, line breaks being spaces; a row's cells are joined by a middle dot. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly sentences: Sentences;
  readonly inlines: readonly Token[];
  /** First line and the one past the last, 0-based in the body; a note `^[…]` has none. */
  readonly lines: readonly [number, number] | undefined;
  /** The outermost list or table it belongs to, counted from 1 through the document. */
  readonly group: number | undefined;
  /** 0-based id of the note it stands in. */
  readonly note: number | undefined;
  /** The token that opens it, of a table its row. */
  readonly opening: Token | undefined;
}

/** Everything a brief says, in reading order: the text, then the notes. */
export function readPassages(tokens: readonly Token[], language: string): Passage[] {
  const passages: Passage[] = [];
  let groups = 0;
  let depth = 0;
  let note: number | undefined;
  let opening: Token | undefined;
  let row: Token[] | undefined;
  let inHead = false;

  const add = (kind: Passage["kind"], inlines: readonly Token[], opened: Token | undefined) => {
    const { text, marks } = kind === "row" || kind === "head" ? readRow(inlines) : readInline(inlines[0]);
    const sentences = new Sentences(text, language);
    const group = depth > 0 ? groups : undefined;
    passages.push({
      kind,
      text,
      marks,
      sentences,
      inlines,
      lines: opened?.map ?? undefined,
      group,
      note,
      opening: opened,
    });
  };

  for (const token of tokens) {
    if (opensGroup.has(token.type)) {
      if (depth === 0) groups += 1;
      depth += 1;
    } else if (closesGroup.has(token.type)) depth -= 1;
    else if (token.type === "footnote_open") note = (token.meta as { id: number }).id;
    else if (token.type === "thead_open" || token.type === "thead_close") inHead = token.nesting > 0;
    else if (token.type === "tr_open") {
      row = [];
      opening = token;
    } else if (token.type === "tr_close") {
      add(inHead ? "head" : "row", row ?? [], opening);
      row = undefined;
    } else if (opens.has(token.type)) opening = token;
    else if (token.type === "inline" && row) row.push(token);
    else if (token.type === "inline") add(kindOf(opening), [token], opening);
    else if (token.type === "quote_block") add("quotation", [token], token);
  }
  return passages;
}

const opens: ReadonlySet<string> = new Set(["paragraph_open", "heading_open", "caption_open"]);

function kindOf(opening: Token | undefined): "heading" | "caption" | "paragraph" {
  if (opening?.type === "heading_open") return "heading";
  return opening?.type === "caption_open" ? "caption" : "paragraph";
}

const opensGroup: ReadonlySet<string> = new Set(["bullet_list_open", "ordered_list_open", "table_open"]);
const closesGroup: ReadonlySet<string> = new Set(["bullet_list_close", "ordered_list_close", "table_close"]);

function readRow(cells: readonly Token[]) {
  const read = cells.map(readInline);
  const texts = read.map(({ text }) => text.trim()).filter((text) => text !== "");
  return { text: texts.join(" · "), marks: read.flatMap(({ marks }) => marks) };
}

/** White space of any kind is a space in the text, one for one. */
function readInline(inline: Token | undefined): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  for (const child of inline?.children ?? []) {
    if (child.type === "footnote_ref") {
      const { citation, id = -1 } = child.meta as Partial<CitationRefMeta> & { id?: number };
      marks.push({ offset: text.length, citation, note: id });
    } else text += child.type === "text" ? child.content : inlineText([child]);
  }
  return { text: text.replace(/\s/g, " "), marks };
}
