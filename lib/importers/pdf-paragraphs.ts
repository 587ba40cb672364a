import type { ImportedBlock } from "./imported-document.ts";
import { beginsParagraph, goesOn } from "./pdf-breaks.ts";
import { headingDepth, headingDepths, isLarge } from "./pdf-headings.ts";
import { isJoinedDensely, joinLines, type Vocabulary } from "./pdf-hyphens.ts";
import type { Line } from "./pdf-lines.ts";
import { linesOfTables } from "./pdf-tables.ts";
import type { Measures } from "./pdf-measures.ts";

/** Lines that make one block. */
interface Group {
  readonly lines: Line[];
  /** Why a person should look at it. */
  uncertain?: string;
}

/** Lines as blocks, in the order of the lines. */
export function readParagraphs(lines: readonly Line[], measures: Measures, words: Vocabulary): ImportedBlock[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const above = last?.lines.at(-1);
    if (!last || !above) groups.push({ lines: [line] });
    else if (above.column === line.column) {
      const own = last.lines.filter(({ column }) => column === line.column);
      if (beginsParagraph(line, own, measures)) groups.push({ lines: [line] });
      else last.lines.push(line);
    } else joinOver(groups, last, above, line, measures);
  }
  const tables = linesOfTables(lines);
  for (const group of groups) if (group.lines.some((line) => tables.has(line))) group.uncertain = "looks like a table";
  const setting = {
    measures,
    words,
    depths: headingDepths(
      groups.map((group) => group.lines),
      measures,
    ),
    listStarts: listStarts(groups, measures),
  };
  return groups.map((group) => blockOf(group, setting));
}

function joinOver(groups: Group[], last: Group, above: Line, line: Line, measures: Measures): void {
  const isHeading = isLarge(above, measures);
  const verdict = isHeading ? "no" : goesOn(above, line, last.lines.length > 1, measures);
  const over = above.page === line.page ? "column" : "page";
  if (verdict === "surely") {
    last.lines.push(line);
    if (over === "page") last.uncertain = "joined over a page break";
  } else
    groups.push({ lines: [line], ...(verdict === "perhaps" && { uncertain: `may go on from the ${over} before` }) });
}

/** What is known of the whole document when blocks are made. */
interface Setting {
  readonly measures: Measures;
  readonly words: Vocabulary;
  readonly depths: ReadonlyMap<number, number>;
  readonly listStarts: readonly number[];
}

function blockOf({ lines, uncertain }: Group, { measures, words, depths, listStarts }: Setting): ImportedBlock {
  const [first] = lines;
  if (!first) return { kind: "paragraph", text: "" };
  const joined = joinAll(lines, words);
  const page = String(first.page);
  const depth = headingDepth(lines, measures, depths);
  if (depth !== undefined) return { kind: "heading", depth, text: joined.text, page };
  const why = uncertain ?? (joined.isCertain ? undefined : "a hyphen at the end of a line");
  const doubt = why === undefined ? {} : { uncertain: why };
  const { marker } = first;
  if (marker && (isItem(lines) || listStarts.some((start) => Math.abs(start - indentOf(first, measures)) < 3))) {
    const text = joined.text.slice(marker.length).trim();
    return { kind: "item", marker: marker.text, text, page, ...doubt };
  }
  return { kind: "paragraph", text: joined.text, page, ...doubt };
}

/** A number is a list's if the words stand apart from it, or hang beside it; otherwise it is part of the text. */
function isItem([first, second]: readonly Line[]): boolean {
  if (!first?.marker) return false;
  if (first.marker.text === "•" || first.marker.isSetApart) return true;
  return second?.column === first.column && second.start > first.start + 0.8 * first.size;
}

/** How far in from their columns the words of list items begin: items of one line are known by that. */
function listStarts(groups: readonly Group[], measures: Measures): number[] {
  const starts = groups.flatMap(({ lines }) => (lines[0] && isItem(lines) ? [indentOf(lines[0], measures)] : []));
  return [...new Set(starts.map(Math.round))];
}

/** Points from the edge of the column to the words behind a marker. */
function indentOf(line: Line, measures: Measures): number {
  return (line.marker?.wordsStart ?? line.start) - measures.column(line).start;
}

function joinAll(lines: readonly Line[], words: Vocabulary): { text: string; isCertain: boolean } {
  let text = "";
  let isCertain = true;
  for (const line of lines) {
    if (text === "") text = line.text;
    else {
      const joined = joinLines(text, line.text, words, isJoinedDensely(text, line.text, words));
      text = joined.text;
      isCertain &&= joined.isCertain;
    }
  }
  return { text, isCertain };
}
