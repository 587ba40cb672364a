import { escapeHtml } from "../../lib/core/text/escape.ts";
import { baseOf } from "./compare.ts";
import { chartRows, type ChartRow } from "./chart-rows.ts";
import { contenders } from "./contenders/contenders.ts";
import type { Figures, SizeResult } from "./result.ts";
import { settingOf } from "./setting.ts";
import { count, mebibytes, seconds, times } from "./units.ts";

/** In user units: where columns begin, how long the longest bar is, and how tall things are. */
const width = 780;
const duration = { x: 212, longest: 210 };
const memory = { x: 558, longest: 130 };
const rowHeight = 24;
const barHeight = 14;
const headHeight = 62;

/** Colours that keep a contrast of 4.5 for text and 3 for bars, on light and on dark. */
const style = `
svg { background: #ffffff; color-scheme: light dark; }
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.head { font-weight: 600; font-size: 15px; }
.unit { fill: #59636e; }
.bar { fill: #7d8590; }
.ours { fill: #0b62c4; }
@media (prefers-color-scheme: dark) {
  svg { background: #0d1117; }
  text { fill: #e6edf3; }
  .unit { fill: #9198a1; }
  .bar { fill: #7d8590; }
  .ours { fill: #58a6ff; }
}`;

/**
 * Draw figures as SVG text: for each size a group of bars, time on the left, memory on the
 * right, each group to its own scale. The same figures give the same bytes.
 */
export function drawChart(sessions: readonly Figures[]): string {
  let top = 0;
  const groups = sizesOf(sessions).map(([size, setting]) => {
    const rows = chartRows(size);
    const group = drawGroup(size, setting, rows, top);
    top += headHeight + rows.length * rowHeight;
    return group;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + 12}" role="img" aria-labelledby="title desc">`,
    `<title id="title">Time and memory of building a site</title>`,
    `<desc id="desc">${escapeHtml(describeChart(sessions))}</desc>`,
    `<style>${style}\n</style>`,
    ...groups,
    "</svg>\n",
  ].join("\n");
}

/** The chart in words, for those who do not see it. */
export function describeChart(sessions: readonly Figures[]): string {
  return sizesOf(sessions)
    .map(([size, setting]) => {
      const rows = chartRows(size).map(({ label, time, memory: peak }) =>
        peak === undefined ? `${label} ${seconds(time)}` : `${label} ${seconds(time)} and ${mebibytes(peak)}`,
      );
      return `${count(size.corpus.briefs, "brief")}${setting}: ${rows.join("; ")}.`;
    })
    .join(" ");
}

function sizesOf(sessions: readonly Figures[]): (readonly [size: SizeResult, setting: string])[] {
  return sessions.flatMap((figures) => figures.sizes.map((size) => [size, settingOf(figures, size)] as const));
}

function drawGroup(size: SizeResult, setting: string, rows: readonly ChartRow[], top: number): string {
  const { briefs, sources } = size.corpus;
  const base = baseOf(size);
  const slowest = Math.max(...rows.map(({ time }) => time));
  const largest = Math.max(...rows.map((row) => row.memory ?? 0));
  const against = base ? `, × ${contenders[base].label}` : "";
  return [
    text("head", 12, top + 28, `${count(briefs, "brief")}, ${count(sources, "source")}${setting}`),
    text("unit", duration.x, top + 50, `time${against}`),
    text("unit", memory.x, top + 50, "peak memory"),
    ...rows.map((row, index) => {
      const y = top + headHeight + index * rowHeight;
      const factor = row.timesBase === undefined ? "" : ` (${times(row.timesBase)} ×)`;
      return [
        text("", 12, y + 12, row.label),
        ...bar(row, duration, row.time / slowest, y, `${seconds(row.time)}${factor}`),
        ...(row.memory === undefined ? [] : bar(row, memory, row.memory / largest, y, mebibytes(row.memory))),
      ].join("\n");
    }),
  ].join("\n");
}

/** @param share of the longest, from 0 to 1. */
function bar({ isOurs }: ChartRow, { x, longest }: typeof memory, share: number, y: number, label: string): string[] {
  const length = Math.max(1, Math.round(share * longest));
  const rectangle = `<rect class="${isOurs ? "ours" : "bar"}" x="${x}" y="${y}" width="${length}" height="${barHeight}"/>`;
  return [rectangle, text("", x + length + 6, y + 12, label)];
}

function text(name: string, x: number, y: number, content: string): string {
  const named = name === "" ? "" : ` class="${name}"`;
  return `<text${named} x="${x}" y="${y}">${escapeHtml(content)}</text>`;
}
