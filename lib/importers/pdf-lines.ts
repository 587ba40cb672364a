import { readColumns, type Gutter } from "./pdf-columns.ts";
import { directionOfText } from "./pdf-characters.ts";
import type { Glyphs } from "./pdf-pages.ts";
import { lineText, type Direction } from "./pdf-reading-order.ts";
import { readMarker, type LineMarker } from "./pdf-marker.ts";
import { spanOf, type Span } from "./pdf-rows.ts";

/** One line of one column. Lengths are points; `start` and `end` grow in the direction of reading. */
export interface Line {
  /** 1-based. */
  readonly page: number;
  /** Which column of the document it is in, counted from 0 over all pages. */
  readonly column: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
  readonly fonts: ReadonlySet<string>;
  readonly marker?: LineMarker;
  /** Where its pieces begin that wide gaps set apart, behind the marker; one for a line of running text. */
  readonly pieces: readonly number[];
}

/** What most letters of a document do. */
export function mainDirection(glyphs: readonly Glyphs[]): Direction {
  let leftward = 0;
  let all = 0;
  for (const { text } of glyphs) {
    const direction = /\p{L}/u.test(text) ? directionOfText(text) : "neutral";
    if (direction === "neutral") continue;
    all += text.length;
    if (direction === "rtl") leftward += text.length;
  }
  return leftward * 2 > all ? "rtl" : "ltr";
}

/** A page's lines, column by column. @param firstColumn The number that its first column gets. */
export function readLines(
  page: number,
  spans: readonly Span[],
  gutters: readonly Gutter[],
  direction: Direction,
  firstColumn: number,
): Line[] {
  return readColumns(spans, gutters, direction === "rtl").flatMap((column, index) =>
    rowsOf(column).map((row) => lineOf(row, page, firstColumn + index, direction)),
  );
}

interface Row extends Span {
  readonly pieces: readonly number[];
}

function rowsOf(column: readonly Span[]): Row[] {
  const rows: Span[][] = [];
  for (const span of column) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.baseline - span.baseline) < 0.3 * Math.min(first.size, span.size))
      row.push(span);
    else rows.push([span]);
  }
  return rows.map((row) => {
    const inOrder = row.toSorted((first, second) => first.left - second.left);
    return { ...spanOf(inOrder.flatMap(({ glyphs }) => glyphs)), pieces: inOrder.map(({ left }) => left) };
  });
}

function lineOf(row: Row, page: number, column: number, direction: Direction): Line {
  const text = lineText(row.glyphs, row.size, row.baseline, direction);
  const isLeftward = direction === "rtl";
  const marker = readMarker(text, row, direction);
  return {
    page,
    column,
    text,
    start: isLeftward ? -row.right : row.left,
    end: isLeftward ? -row.left : row.right,
    baseline: row.baseline,
    size: row.size,
    fonts: new Set(row.glyphs.flatMap((one) => (one.text.trim() === "" ? [] : [one.font]))),
    ...(marker && { marker }),
    pieces: marker?.isSetApart ? row.pieces.slice(1) : row.pieces,
  };
}
