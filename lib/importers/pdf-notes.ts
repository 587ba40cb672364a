import type { ImportedBlock } from "./imported-document.ts";
import { joinLines, type Vocabulary } from "./pdf-hyphens.ts";
import type { Line } from "./pdf-lines.ts";
import type { Measures } from "./pdf-measures.ts";

/** Notes are set in smaller type than the body, by so much at least. */
const noteShare = 0.93;
const raisedFigures = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const noteMark = /^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*|(\p{Nd}{1,3})[.)]?\s+|[*†‡]\s*)(?=\S)/u;
/** A raised number behind a word; behind a unit of length it is more likely to be a power. */
const markInText = /(?<=[^\s\d⁰¹²³⁴⁵⁶⁷⁸⁹])(?<![\s\d][kcm]?m)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu;

interface Note {
  readonly page: number;
  readonly number: number | undefined;
  readonly lines: Line[];
}

/**
 * Take the footnotes off the feet of the columns, and the marks that lead to them out of the
 * text, so that a paragraph goes on over the page as it is read.
 */
export function partNotes(
  lines: readonly Line[],
  measures: Measures,
  words: Vocabulary,
): { readonly text: Line[]; readonly notes: ImportedBlock[] } {
  const notes: Note[] = [];
  const text: Line[] = [];
  for (let at = 0; at < lines.length;) {
    const column = lines[at]?.column;
    const next = lines.findIndex((line, index) => index > at && line.column !== column);
    const own = lines.slice(at, next === -1 ? lines.length : next);
    const start = own.findLastIndex((line) => line.size >= noteShare * measures.bodySize) + 1;
    const foot = own.slice(start);
    const isNotes = start > 0 && foot[0] !== undefined && noteMark.test(foot[0].text);
    text.push(...(isNotes ? own.slice(0, start) : own));
    if (isNotes) notes.push(...splitNotes(foot));
    at += own.length;
  }
  const marked = text.map((line) => withoutMarks(line, notes));
  return { text: marked, notes: notes.map((note, index) => blockOf(note, index, words)) };
}

function splitNotes(foot: readonly Line[]): Note[] {
  const notes: Note[] = [];
  for (const line of foot) {
    const last = notes.at(-1);
    const begins = noteMark.exec(line.text);
    const number = begins ? numberOf(begins[1] ?? begins[2]) : undefined;
    // A line within a note may begin with a number too: the next note has the next number.
    if (!last || (begins && (number === undefined || number === (last.number ?? 0) + 1)))
      notes.push({ page: line.page, number, lines: [line] });
    else last.lines.push(line);
  }
  return notes;
}

function withoutMarks(line: Line, notes: readonly Note[]): Line {
  if (!/[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(line.text)) return line;
  const text = line.text.replace(markInText, (mark) => {
    const number = numberOf(mark);
    return notes.some((note) => note.page === line.page && note.number === number) ? "" : mark;
  });
  return { ...line, text };
}

function blockOf({ page, lines }: Note, index: number, words: Vocabulary): ImportedBlock {
  const all = lines.map(({ text }) => text).reduce((text, next) => joinLines(text, next, words, false).text);
  return { kind: "paragraph", label: `fn${index + 1}`, text: all.replace(noteMark, ""), page: String(page) };
}

function numberOf(figures: string | undefined): number | undefined {
  if (figures === undefined) return undefined;
  return Number(figures.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (figure) => String(raisedFigures.indexOf(figure))));
}
