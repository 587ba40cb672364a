import type { Direction } from "../../core/text/language.ts";
import type { ChartContent } from "./chart.ts";
import { labelLines, ownOrder } from "./fit-label.ts";
import { chartWidth, lineHeight, textSize } from "./measures.ts";

/** A drawing without the element around it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Safe SVG. */
  readonly marks: string;
}

/** Room beside the longest bar for its number. */
const numberWidth = 48;
/** Nastaliq descends further below its line than other letters, and so keeps further away from its bar. */
const nastaliqRoom = 8;
/** From one bar to the next, where labels have one line and no Nastaliq. */
const barStep = 46;

const columnsHeight = 168;
/** Where columns begin and the tallest ends, from the top. */
const foot = 142;
const top = 22;
const columnWidth = 22;

/**
 * The site's own charts, written as vega writes them, to the byte: drawing three charts for
 * each of thousands of briefs with vega would take as long as their pages. Marks take the
 * text's colour; style sheets colour them by their classes.
 */
export function drawRows({ kind, rows, direction }: Pick<ChartContent, "kind" | "rows" | "direction">): Drawing {
  return (kind === "bars" ? drawBars : drawColumns)(rows, direction);
}

type Rows = ChartContent["rows"];

/** Horizontal bars, each with its label above it and its number at its end, so that long labels fit a narrow screen. */
function drawBars(rows: Rows, direction: Direction): Drawing {
  const isMirrored = direction === "rtl";
  const start = isMirrored ? chartWidth : 0;
  const end = isMirrored ? numberWidth : chartWidth - numberWidth;
  const labels = rows.map(({ label }) => labelLines(label));
  const lines = Math.max(...labels.map(({ length }) => length));
  const room = isMirrored ? nastaliqRoom : 0;
  const above = (lines - 1) * lineHeight;
  const step = barStep + room + above;
  const height = rows.length * step;
  const lengthOf = along(rows, start, end);
  const middle = (row: number) => row * step + step / 2;
  const bars = rows.map(({ count }, row) => {
    const at = lengthOf(count);
    const y = middle(row) + 9 + (room + above) / 2 - 6;
    return `<path d="M${Math.min(start, at)},${y}h${Math.abs(at - start)}v12h${-Math.abs(at - start)}Z" fill="currentColor"/>`;
  });
  const line = (index: number) =>
    labels.map((own, row) =>
      text(
        "start",
        start,
        middle(row) - 5 - room / 2 + above / 2 - index * lineHeight,
        ownOrder(own[own.length - 1 - index] ?? "", direction),
      ),
    );
  const numbers = rows.map(({ count }, row) =>
    text("start", lengthOf(count) + (isMirrored ? -8 : 8), middle(row) + 14 + (room + above) / 2, String(count)),
  );
  return framed(height, [
    group("rect", "bar", bars),
    group("text", "label", line(0)),
    ...(lines > 1 ? [group("text", "above", line(1))] : []),
    group("text", "number", numbers),
  ]);
}

/** Columns, each between its number and its label. */
function drawColumns(rows: Rows, direction: Direction): Drawing {
  const step = chartWidth / rows.length;
  const from = (chartWidth - step * rows.length) * 0.5;
  const middles = rows.map((_, row) => from + step * row + step * 0.5);
  const middle = (row: number) => middles[direction === "rtl" ? rows.length - 1 - row : row] ?? 0;
  const heightOf = along(rows, foot, top);
  const columns = rows.map(({ count }, row) => {
    const y = heightOf(count);
    return `<path d="M${middle(row) - columnWidth / 2},${y}h${columnWidth}v${foot - y}h${-columnWidth}Z" fill="currentColor"/>`;
  });
  const labels = rows.map(({ label }, row) => text("middle", middle(row), foot + 18, ownOrder(label, direction)));
  const numbers = rows.map(({ count }, row) => text("middle", middle(row), heightOf(count) - 6, String(count)));
  const line = `<line transform="translate(0,${foot})" x2="${chartWidth}" y2="0" stroke="currentColor"/>`;
  return framed(columnsHeight, [
    group("rect", "bar", columns),
    group("rule", "foot", [line]),
    group("text", "label", labels),
    group("text", "number", numbers),
  ]);
}

/** Where a count lies between a chart's zero and its greatest count. */
function along(rows: Rows, zero: number, greatest: number): (count: number) => number {
  const most = Math.max(...rows.map(({ count }) => count));
  return (count) => zero * (1 - count / most) + greatest * (count / most);
}

function text(anchor: "start" | "middle", x: number, y: number, words: string): string {
  const element = `<text text-anchor="${anchor}" transform="translate(${x},${y})" font-family="sans-serif" font-size="${textSize}px" fill="currentColor"`;
  const content = words.trim().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return content === "" ? `${element}/>` : `${element}>${content}</text>`;
}

function group(mark: "rect" | "rule" | "text", name: string, items: readonly string[]): string {
  return `<g class="mark-${mark} role-mark ${name}_marks" aria-hidden="true">${items.join("")}</g>`;
}

function framed(height: number, groups: readonly string[]): Drawing {
  const marks = [
    '<g fill="none" stroke-miterlimit="4" transform="translate(0,0)"><g class="mark-group role-frame root" role="graphics-object" aria-roledescription="group mark container"><g transform="translate(0,0)">',
    `<path class="background" aria-hidden="true" d="M0,0h${chartWidth}v${height}h${-chartWidth}Z"/><g>`,
    ...groups,
    '</g><path class="foreground" aria-hidden="true" d="" display="none"/></g></g></g>',
  ];
  return { width: chartWidth, height, marks: marks.join("") };
}
