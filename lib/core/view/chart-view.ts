import type { Brief } from "../brief/brief.ts";
import { writeCsv } from "../chart/csv.ts";
import type { ChartMeta } from "../markdown/chart-rule.ts";
import { formatNumber } from "../text/number.ts";

/** What the page of a brief shows of a chart beside the drawing. */
export interface BriefChartView {
  readonly type: string;
  readonly heading: string;
  readonly unit: string;
  readonly series: readonly string[];
  /** Names of what is drawn differently; empty where there is one kind only. */
  readonly legend: readonly string[];
  /** Figures as readers of the brief write them; a dash for none. */
  readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
  /** Where its figures are to be had, root-relative. */
  readonly url: string;
  /** All of it in one sentence, for those who do not see it. */
  readonly description: string;
}

/** Rows that a description names; of more, the first and the last. */
const mostNamed = 12;

export function chartPath(slug: string, figure: number): string {
  return `/briefs/${slug}/figure-${figure}.csv`;
}

export function chartView(brief: Brief, { chart, figure }: ChartMeta): BriefChartView {
  const { type, heading, unit, series } = chart;
  const rows = chart.rows.map(({ label, values }) => ({
    label,
    values: values.map((value) => (value === undefined ? "–" : formatNumber(value, brief.language))),
  }));
  const named = rows.length <= mostNamed ? rows : [...rows.slice(0, 1), ...rows.slice(-1)];
  const said = named.map(({ label, values }) => {
    const figures = values.map((value, index) => (series.length > 1 ? `${series[index] ?? ""} ${value}` : value));
    return `${label}: ${figures.join(", ")}`;
  });
  return {
    type,
    heading,
    unit,
    series,
    legend: series.length > 1 && type !== "ranges" ? series : [],
    rows,
    url: chartPath(brief.name, figure.number),
    description: said.join(rows.length <= mostNamed ? "; " : " … "),
  };
}

/** The figures of a chart as a file for spreadsheets and programs: digits as they are, points for decimals. */
export function chartFile({ chart }: ChartMeta): string {
  const head = [chart.heading, ...chart.series];
  const body = chart.rows.map(({ label, values }) => [
    label,
    ...values.map((value) => (value === undefined ? "" : String(value))),
  ]);
  return writeCsv([head, ...body]);
}
