/** How a chart of a brief draws its figures. */
export const chartTypes = ["bars", "columns", "lines", "ranges"] as const;
export type ChartType = (typeof chartTypes)[number];

/** A chart of a brief: figures by what they belong to. Names and labels are data, never markup. */
export interface BriefChart {
  readonly type: ChartType;
  /** What the labels are, such as Month. */
  readonly heading: string;
  /** Names of the columns of figures, at least one; of ranges the low, the high and perhaps the likeliest between. */
  readonly series: readonly string[];
  /** Such as "people"; empty for none. */
  readonly unit: string;
  /** At least one. */
  readonly rows: readonly ChartLine[];
}

export interface ChartLine {
  readonly label: string;
  /** As many as there are series; undefined where nothing is known. */
  readonly values: readonly (number | undefined)[];
}

/** More than these would not be told apart. */
export const mostSeries = { bars: 3, columns: 3, lines: 4, ranges: 3 } as const satisfies Record<ChartType, number>;
export const mostRows = { bars: 40, columns: 24, lines: 200, ranges: 40 } as const satisfies Record<ChartType, number>;
