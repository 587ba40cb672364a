import type { ContenderName } from "./contender.ts";
import type { BuildRun, SizeResult } from "./result.ts";
import type { ScenarioName } from "./scenario.ts";
import { spreadOf } from "./statistics.ts";

/** What other figures are given as multiples of: the cold build of Hugo, or of the floor where Hugo was not measured. */
export function baseOf({ series }: SizeResult): ContenderName | undefined {
  return (["hugo", "floor"] as const).find((name) => series.some(({ contender }) => contender === name));
}

/** One round after the other; empty where it was not measured. */
export function runsOf({ series }: SizeResult, contender: ContenderName, scenario: ScenarioName): readonly BuildRun[] {
  return series.find((one) => one.contender === contender && one.scenario === scenario)?.runs ?? [];
}

/** A figure of a run, such as its wall time. */
export type Figure = (run: BuildRun) => number;

/**
 * How often a figure goes into another: the median over the rounds, each compared with the
 * base of the same round, so that what slows the whole machine slows both.
 *
 * @param ofBase the figure of the base, where it is another. @returns undefined where either was not measured.
 */
export function ratio(
  runs: readonly BuildRun[],
  base: readonly BuildRun[],
  figure: Figure,
  ofBase: Figure = figure,
): number | undefined {
  const ratios = runs.flatMap((run, round) => {
    const other = base[round];
    return other ? [figure(run) / ofBase(other)] : [];
  });
  return ratios.length > 0 ? spreadOf(ratios).median : undefined;
}

export function median(runs: readonly BuildRun[], figure: Figure): number {
  return spreadOf(runs.map(figure)).median;
}

/** Whether time without search can be told apart: the index was made, in a stage of its own. */
export function hasIndexStage({ indexed }: SizeResult, runs: readonly BuildRun[]): boolean {
  return indexed && runs.some(({ stages }) => stages.some(({ name }) => name === "index"));
}

/** Wall time without that of the stage that makes the search index. */
export function withoutIndex({ wall, stages }: BuildRun): number {
  return wall - stages.filter(({ name }) => name === "index").reduce((sum, { seconds }) => sum + seconds, 0);
}
