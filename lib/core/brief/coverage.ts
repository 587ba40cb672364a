import type { Mark, Passage } from "./passages.ts";

/** Which sentences of a brief have a citation of their own, and which passages one that speaks for all of them. */
export interface Coverage {
  /** Numbers of the sentences that bear a citation, 0-based. */
  readonly cited: ReadonlyMap<Passage, ReadonlySet<number>>;
  /** Passages covered whole. */
  readonly whole: ReadonlySet<Passage>;
}

/** A line below a table that says where it is from is no longer than this, in UTF-16 code units. */
const longestTableNote = 160;

/**
 * Work out what the citations of a brief cover. A citation covers the sentence that it
 * stands in or follows, or the row of its table. Beyond that,
 *
 * - a citation, or a quotation, that stands alone in its block covers the sentence above it;
 * - a lead-in that ends in a colon and the list, table or quotation below it cover each other;
 * - a citation in a table's head, or in a line directly below it, covers every row, and so
 *   does one in a caption, or in a paragraph all in bold directly above it.
 *
 * A footnote of the author's own counts as a citation if it has one.
 */
export function coverage(passages: readonly Passage[]): Coverage {
  const isCiting = citingMarks(passages);
  const cited = new Map<Passage, Set<number>>();
  const whole = new Set<Passage>();
  for (const passage of passages) {
    const { marks, sentences } = passage;
    const citing = marks.filter(isCiting);
    if (citing.length === 0) cited.set(passage, new Set());
    else if (isRow(passage)) whole.add(passage);
    else cited.set(passage, new Set(citing.map(({ offset }) => sentences.indexAt(offset))));
  }
  const cites = (passage: Passage | undefined) => passage?.marks.some(isCiting) ?? false;

  for (const [index, passage] of passages.entries()) {
    const next = passages[index + 1];
    if (next?.note !== passage.note || passage.kind === "heading") continue;
    const leadsIn = isLeadIn(passage);
    if ((isBlank(next) || leadsIn) && cites(next) && next?.kind !== "heading") coverLast(passage, cited);
    const speaksForGroup = (leadsIn || isCaption(passage)) && next?.group !== passage.group;
    if (cites(passage) && (speaksForGroup || passage.kind === "head")) coverGroup(passages, index + 1, whole);
    if (isRow(passage) && next && isTableNote(next) && cites(next)) coverTable(passages, index, whole);
  }
  return { cited, whole };
}

/** A caption, a short line in bold above a table, or a heading set without being one. */
export function isCaption({ kind, inlines }: Passage): boolean {
  if (kind === "caption") return true;
  if (kind !== "paragraph") return false;
  let bold = 0;
  let any = false;
  for (const { type, content } of inlines[0]?.children ?? []) {
    if (type === "strong_open") bold += 1;
    else if (type === "strong_close") bold -= 1;
    else if (bold > 0) any = true;
    else if (type === "text" && content.trim() !== "") return false;
  }
  return any;
}

export function isLeadIn({ text }: Passage): boolean {
  return /[:\uFF1A]$/.test(text.trimEnd());
}

export function isRow({ kind }: Passage): boolean {
  return kind === "row" || kind === "head";
}

function isBlank(passage: Passage | undefined): boolean {
  return passage?.text.trim() === "";
}

function isTableNote({ kind, text, sentences }: Passage): boolean {
  return kind === "paragraph" && text.length <= longestTableNote && sentences.ends.length === 1;
}

/** Footnotes count if they cite; a citation's own note has no passage with marks. */
function citingMarks(passages: readonly Passage[]): (mark: Mark) => boolean {
  const notes = new Set<number>();
  for (const { note, marks } of passages) {
    if (note !== undefined && marks.some(({ citation }) => citation !== undefined)) notes.add(note);
  }
  return ({ citation, note }) => citation !== undefined || notes.has(note);
}

function coverLast(passage: Passage, cited: ReadonlyMap<Passage, Set<number>>): void {
  cited.get(passage)?.add(passage.sentences.indexAt(passage.text.length));
}

/** Cover a list or table from the passage with this number on. */
function coverGroup(passages: readonly Passage[], from: number, whole: Set<Passage>): void {
  const group = passages[from]?.group;
  if (group === undefined) return;
  for (let at = from, passage = passages[at]; passage?.group === group; passage = passages[++at]) whole.add(passage);
}

/** Cover a table of which this is the number of the last row. */
function coverTable(passages: readonly Passage[], last: number, whole: Set<Passage>): void {
  let first = last;
  while (passages[first - 1]?.group === passages[last]?.group && first > 0) first -= 1;
  coverGroup(passages, first, whole);
}
