import type { BriefChart } from "../../core/chart/chart.ts";
import type { Direction } from "../../core/text/language.ts";
import { chartWidth, textSize } from "./measures.ts";

/** A chart of a brief, and how its page writes. */
export interface ChartSetting {
  readonly chart: BriefChart;
  readonly direction: Direction;
  /** A figure as readers of the brief write it. */
  readonly format: (value: number) => string;
}

/** Of digits and most letters, generously, in units of a chart. */
export const letterWidth: number = textSize * 0.56;

/** Places on the line on which a page is read: 0 is where it begins. */
export function along(direction: Direction): (at: number) => number {
  return direction === "rtl" ? (at) => chartWidth - at : (at) => at;
}

/** All figures that are known. */
export function knownValues({ rows }: BriefChart): number[] {
  return rows.flatMap(({ values }) => values.filter((value) => value !== undefined));
}

/** Round figures from the lowest, or nought, to at least the highest, four to seven of them. */
export function ticksFor(values: readonly number[]): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const rough = span / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * magnitude >= rough) ?? 10) * magnitude;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  // Multiplied and not added up, and rounded, so that 0.1 stays 0.1.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
