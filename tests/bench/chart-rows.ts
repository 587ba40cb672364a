import { baseOf, hasIndexStage, median, ratio, runsOf, withoutIndex, type Figure } from "./compare.ts";
import { contenders } from "./contenders/contenders.ts";
import type { BuildRun, SizeResult } from "./result.ts";
import { scenarioLabels } from "./scenario.ts";

/** One line of a chart. */
export interface ChartRow {
  readonly label: string;
  /** Whether it is Pincite's, which is set off. */
  readonly isOurs: boolean;
  /** Median, in seconds. */
  readonly time: number;
  /** Against the base; undefined where there is none. */
  readonly timesBase: number | undefined;
  /** Median peak, in bytes; undefined where the line has none of its own. */
  readonly memory: number | undefined;
}

/** What a chart shows of one size: the cold builds of all, then what Pincite does when little changed. */
export function chartRows(result: SizeResult): ChartRow[] {
  const name = baseOf(result);
  const base = name ? runsOf(result, name, "cold") : [];
  const row = (
    label: string,
    isOurs: boolean,
    runs: readonly BuildRun[],
    figure: Figure,
    hasMemory = true,
  ): ChartRow => ({
    label,
    isOurs,
    time: median(runs, figure),
    timesBase: ratio(runs, base, figure, ({ wall }) => wall),
    memory: hasMemory ? median(runs, ({ memory }) => memory) : undefined,
  });
  const others = result.series.filter(({ contender, scenario }) => scenario === "cold" && contender !== "pincite");
  const ours = result.series.filter(({ contender }) => contender === "pincite");
  return [...others, ...ours].flatMap(({ contender, scenario, runs }) => {
    const isOurs = contender === "pincite";
    const rows = [row(`${contenders[contender].label}, ${scenarioLabels[scenario]}`, isOurs, runs, ({ wall }) => wall)];
    if (scenario === "cold" && hasIndexStage(result, runs)) {
      rows.push(row("Pincite, cold, without search", true, runs, withoutIndex, false));
    }
    return rows;
  });
}
