import { measurementsOf, type Measurement, type SizeResult } from "./result.ts";
import { growthPower } from "./statistics.ts";

/** The figures of one size. */
export function sizeTable(result: SizeResult): string {
  const { briefs, sources, citations, bytes } = result.corpus;
  const corpus = `${count(briefs, "brief")}, ${count(sources, "source")}, ${count(citations, "citation")}, ${mebibytes(bytes)} of text`;
  const rows = measurementsOf(result).map(({ name, unit, spread, timesFloor }) => {
    const show = unit === "bytes" ? mebibytes : seconds;
    return [name, show(spread.median), `${show(spread.least)} – ${show(spread.most)}`, timesFloor.toFixed(2)];
  });
  return `${corpus}\n\n${align([["", "median", "min – max", "× floor"], ...rows])}`;
}

/** How each figure grows from one size to the next. */
export function growthTable(smaller: SizeResult, larger: SizeResult): string {
  const sizeRatio = larger.corpus.briefs / smaller.corpus.briefs;
  const before = new Map(measurementsOf(smaller).map((measurement) => [measurement.name, measurement]));
  const rows = measurementsOf(larger).flatMap((after) => {
    const first = before.get(after.name);
    return first ? [growthRow(first, after, sizeRatio)] : [];
  });
  const title = `From ${whole(smaller.corpus.briefs)} to ${whole(larger.corpus.briefs)} briefs, ${short(sizeRatio)} times as many`;
  const head = ["", whole(smaller.corpus.briefs), whole(larger.corpus.briefs), "grows", "power"];
  return `${title}\n\n${align([head, ...rows])}`;
}

/** Seconds. Below it, a time is as much the clock's and the scheduler's as the program's. */
const leastToCompare = 0.01;

function growthRow(before: Measurement, after: Measurement, sizeRatio: number): string[] {
  const show = after.unit === "bytes" ? mebibytes : seconds;
  const ratio = after.spread.median / before.spread.median;
  const figures = [show(before.spread.median), show(after.spread.median)];
  if (before.unit === "seconds" && before.spread.median < leastToCompare) return [after.name, ...figures, "–", "–"];
  return [after.name, ...figures, `× ${ratio.toFixed(1)}`, growthPower(ratio, sizeRatio).toFixed(2)];
}

/** The first column to the left, the others to the right, two spaces between. */
function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => `  ${line(row).join("   ")}`).join("\n");
}

function seconds(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 2)} s`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
}

function whole(value: number): string {
  return value.toLocaleString("en-GB");
}

function count(number: number, noun: string): string {
  return `${whole(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
