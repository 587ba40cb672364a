import { baseOf, hasIndexStage, median, ratio, runsOf, withoutIndex, type Figure } from "./compare.ts";
import type { ContenderName } from "./contender.ts";
import { contenders } from "./contenders/contenders.ts";
import type { Grid } from "./grid.ts";
import type { BuildRun, SizeResult } from "./result.ts";
import { scenarioLabels } from "./scenario.ts";
import { growthPower, spreadOf } from "./statistics.ts";
import { count, mebibytes, seconds, times, whole } from "./units.ts";

const wall: Figure = (run) => run.wall;
const cpu: Figure = (run) => run.cpu;
const memory: Figure = (run) => run.memory;

/** What a corpus is, in words. */
export function corpusLine({ corpus, indexed, chosen }: SizeResult): string {
  const { briefs, sources, citations, bytes } = corpus;
  const size = `${count(briefs, "brief")}, ${count(sources, "source")}, ${count(citations, "citation")}, ${mebibytes(bytes)} of text`;
  return `${size}${indexed ? "" : ", no search index"}; the source that is changed is cited by ${count(chosen.citing, "brief")}`;
}

/** Every build of one corpus, a row for each contender and scenario. */
export function buildTable(result: SizeResult): Grid {
  const name = baseOf(result);
  const base = name ? runsOf(result, name, "cold") : [];
  const against = `× ${name ? contenders[name].label : "–"}`;
  const timeCells = (label: string, runs: readonly BuildRun[], time: Figure) => {
    const { least, most } = spreadOf(runs.map(time));
    const ofBase = ratio(runs, base, time, wall);
    return [label, seconds(median(runs, time)), `${seconds(least)} – ${seconds(most)}`, times(ofBase)];
  };
  const rows = result.series.flatMap(({ contender, scenario, runs }) => {
    const all = [
      ...timeCells(`${contenders[contender].label}, ${scenarioLabels[scenario]}`, runs, wall),
      seconds(median(runs, cpu)),
      times(ratio(runs, base, cpu)),
      mebibytes(median(runs, memory)),
      times(ratio(runs, base, memory)),
      whole(median(runs, ({ written }) => written.files)),
      mebibytes(median(runs, ({ written }) => written.bytes)),
    ];
    return hasIndexStage(result, runs)
      ? [all, [...timeCells("  the same, without search", runs, withoutIndex), ...noCells]]
      : [all];
  });
  return [["", "time", "min – max", against, "CPU", against, "memory", against, "files", "written"], ...rows];
}

const noCells = ["", "", "", "", "", ""];

/** Medians of Pincite's stages, in the order of a build, with a column for each scenario. */
export function stageTable({ series }: SizeResult): Grid {
  const own = series.filter(({ contender }) => contender === "pincite");
  const names = [...new Set(own.flatMap(({ runs }) => runs.flatMap(({ stages }) => stages.map(({ name }) => name))))];
  const row = (label: string, figure: Figure) => [label, ...own.map(({ runs }) => seconds(median(runs, figure)))];
  return [
    ["Pincite’s stages", ...own.map(({ scenario }) => scenarioLabels[scenario])],
    ...names.map((name) => row(name, (run) => stageTime(run, name))),
    row("start and end", (run) => run.wall - run.stages.reduce((sum, stage) => sum + stage.seconds, 0)),
  ];
}

function stageTime({ stages }: BuildRun, sought: string): number {
  return stages.filter(({ name }) => name === sought).reduce((sum, stage) => sum + stage.seconds, 0);
}

/** From a save of a brief to its page. */
export function saveTable({ saves }: SizeResult): Grid {
  const base = saves.find(({ contender }) => contender === "hugo")?.page;
  const rows = saves.map(({ contender, start, page, done, backlink, memory: peak }) => [
    contenders[contender].label,
    seconds(start),
    ...besideBase(page, base),
    seconds(spreadOf(done).median),
    backlink ? "yes" : "no",
    mebibytes(peak),
  ]);
  return [["Saving one brief", "start", "to its page", "× Hugo", "until done", "backlink", "memory"], ...rows];
}

/** From a save of a source to its page, and to that of a brief that cites it; undefined where none was measured. */
export function sourceSaveTable({ saves, chosen }: SizeResult): Grid | undefined {
  const base = saves.find(({ contender }) => contender === "hugo")?.source;
  const rows = saves.flatMap(({ contender, source }) => {
    if (!source) return [];
    const { page, citing, done } = source;
    const cells = [...besideBase(page, base?.page), ...besideBase(citing, base?.citing)];
    return [[contenders[contender].label, ...cells, seconds(spreadOf(done).median)]];
  });
  const head = `Saving one source, cited by ${count(chosen.citing, "brief")}`;
  const columns = ["to its page", "× Hugo", "to a brief’s page", "× Hugo", "until done"];
  return rows.length === 0 ? undefined : [[head, ...columns], ...rows];
}

/** The median of some times, and of how many times the base's they are, one by one. */
function besideBase(all: readonly number[], base: readonly number[] | undefined): string[] {
  const ratios = base && all.map((time, at) => time / (base[at] ?? Number.NaN));
  return [seconds(spreadOf(all).median), ratios ? times(spreadOf(ratios).median) : "–"];
}

/** Both tables of saves, as far as there are figures. */
export function saveTables(result: SizeResult): Grid[] {
  const ofSource = sourceSaveTable(result);
  return [...(result.saves.length > 0 ? [saveTable(result)] : []), ...(ofSource ? [ofSource] : [])];
}

/** How cold builds grow from one size to the next. */
export function growthTable(smaller: SizeResult, larger: SizeResult): Grid {
  const sizeRatio = larger.corpus.briefs / smaller.corpus.briefs;
  const names = larger.series.filter(({ scenario }) => scenario === "cold").map(({ contender }) => contender);
  const row = (name: ContenderName, what: string, figure: Figure, show: (value: number) => string) => {
    const [before, after] = [smaller, larger].map((result) => runsOf(result, name, "cold"));
    if (!before?.length || !after?.length) return [];
    const [first, second] = [median(before, figure), median(after, figure)];
    const grows = second / first;
    const label = `${contenders[name].label}, ${what}`;
    return [[label, show(first), show(second), `× ${grows.toFixed(1)}`, growthPower(grows, sizeRatio).toFixed(2)]];
  };
  return [
    ["Cold builds", whole(smaller.corpus.briefs), whole(larger.corpus.briefs), "grows", "power"],
    ...names.flatMap((name) => row(name, "time", wall, seconds)),
    ...(larger.indexed ? row("pincite", "time without search", withoutIndex, seconds) : []),
    ...names.flatMap((name) => row(name, "memory", memory, mebibytes)),
  ];
}
