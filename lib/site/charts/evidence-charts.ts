import type { BriefEvidenceView, RelianceView } from "../../core/view/evidence-view.ts";
import type { SiteEvidenceView } from "../../core/view/site-evidence-view.ts";
import type { Direction } from "../../core/text/language.ts";
import { say, type Strings } from "../strings.ts";
import type { ChartContent, ChartRow } from "./chart.ts";
import { latestYears } from "./latest-years.ts";

/** Sources that the chart of reliance shows; its table has them all. */
const shownSources = 8;

/** The charts of an evidence page. There is none where nothing is cited. */
export interface EvidenceCharts {
  readonly grades: ChartContent;
  readonly relations: ChartContent;
  /** Absent where nothing is cited in support. */
  readonly reliance?: ChartContent;
  readonly years: ChartContent;
}

export function evidenceCharts(
  view: BriefEvidenceView | SiteEvidenceView,
  strings: Strings,
  direction: Direction,
): EvidenceCharts | undefined {
  if (view.citations === 0) return undefined;
  const chart = (name: string, kind: ChartContent["kind"], rows: readonly ChartRow[]): ChartContent => ({
    name,
    kind,
    title: say(strings, `evidence.chart.${name}`),
    description: rows.map(({ label, count }) => `${label}: ${count}`).join("; "),
    rows,
    direction,
  });
  const named = (key: string, counts: readonly { name: string; count: number }[]) =>
    counts.map(({ name, count }) => ({ label: say(strings, `${key}.${name}`), count }));
  const carrying = view.reliance.filter(({ supporting }) => supporting > 0).slice(0, shownSources);
  return {
    grades: chart(
      "grades",
      "bars",
      named(
        "grade",
        view.grades.map(({ grade, count }) => ({ name: grade, count })),
      ),
    ),
    relations: chart(
      "relations",
      "bars",
      named(
        "evidence.relation",
        view.relations.map(({ relation, count }) => ({ name: relation, count })),
      ),
    ),
    ...(carrying.length > 0 && { reliance: chart("reliance", "bars", carrying.map(relianceRow)) }),
    years: chart("years", "columns", yearRows(view, strings)),
  };
}

function relianceRow({ source, supporting }: RelianceView): ChartRow {
  return { label: source.title, count: supporting };
}

function yearRows({ years, undated }: BriefEvidenceView | SiteEvidenceView, strings: Strings): ChartRow[] {
  const { earlier, latest } = latestYears(years);
  return [
    ...(undated > 0 ? [{ label: say(strings, "evidence.undatedShort"), count: undated }] : []),
    ...(earlier > 0 ? [{ label: say(strings, "evidence.earlier"), count: earlier }] : []),
    ...latest.map(([year, count]) => ({ label: String(year), count })),
  ];
}
