import type { ContenderName } from "./contender.ts";
import type { BuildRun, Figures, Series, SizeResult } from "./result.ts";
import type { ScenarioName } from "./scenario.ts";

/** Invented figures for tests. */
export function run(wall: number, more: Partial<BuildRun> = {}): BuildRun {
  const amount = { files: 10, bytes: 2 ** 20 };
  return { wall, cpu: wall, memory: 100 * 2 ** 20, stages: [], written: amount, there: amount, ...more };
}

export function series(contender: ContenderName, scenario: ScenarioName, runs: readonly BuildRun[]): Series {
  return { contender, scenario, runs };
}

export function size(briefs: number, measured: readonly Series[], more: Partial<SizeResult> = {}): SizeResult {
  return {
    corpus: { briefs, sources: briefs / 5, citations: briefs * 20, bytes: briefs * 14_000 },
    chosen: { brief: "briefs/b-00001.md", source: "sources/s-00001.md", citing: 99, uncited: "s-00002" },
    series: measured,
    indexed: true,
    saves: [],
    ...more,
  };
}

export function figures(sizes: readonly SizeResult[]): Figures {
  const machine = {
    cores: 2,
    processor: "Some <Processor> & more",
    memory: 8 * 2 ** 30,
    system: "linux x64",
    node: "v20.19.0",
    load: 0.5,
  };
  const versions = { floor: "14.0.0", pincite: "0.1.0", hugo: "0.111.3", eleventy: "3.1.0" };
  return { machine, date: "2026-03-05", rounds: 3, wholeTree: true, versions, sizes };
}
