import type { CorpusSize } from "./corpus.ts";
import type { Run } from "./measure.ts";
import { spreadOf, type Spread } from "./statistics.ts";

/** The runs of both programs over one corpus. */
export interface SizeResult {
  readonly corpus: CorpusSize;
  readonly floor: readonly Run[];
  readonly pincite: readonly Run[];
}

/** One measured thing: a time in seconds, or memory in bytes. */
export interface Measurement {
  readonly name: string;
  readonly unit: "seconds" | "bytes";
  readonly spread: Spread;
  /** Times against the floor's wall time, memory against the floor's memory. */
  readonly timesFloor: number;
}

/** Everything one size has to show, in the order of a table's rows. */
export function measurementsOf({ floor, pincite }: SizeResult): Measurement[] {
  const floorWall = spreadOf(floor.map(({ wall }) => wall));
  const floorMemory = spreadOf(floor.map(({ memory }) => memory));
  const time = (name: string, values: readonly number[]): Measurement => {
    const spread = spreadOf(values);
    return { name, unit: "seconds", spread, timesFloor: spread.median / floorWall.median };
  };
  const memory = (name: string, spread: Spread): Measurement => {
    return { name, unit: "bytes", spread, timesFloor: spread.median / floorMemory.median };
  };
  return [
    time(
      "floor, total",
      floor.map(({ wall }) => wall),
    ),
    time(
      "Pincite, total",
      pincite.map(({ wall }) => wall),
    ),
    time("  start and end", pincite.map(outsideStages)),
    ...stageNames(pincite).map((name) =>
      time(
        `  ${name}`,
        pincite.map((run) => stageTime(run, name)),
      ),
    ),
    time(
      "floor, CPU",
      floor.map(({ cpu }) => cpu),
    ),
    time(
      "Pincite, CPU",
      pincite.map(({ cpu }) => cpu),
    ),
    memory("floor, peak memory", floorMemory),
    memory("Pincite, peak memory", spreadOf(pincite.map((run) => run.memory))),
  ];
}

function stageNames(runs: readonly Run[]): string[] {
  return (runs[0]?.stages ?? []).map(({ name }) => name);
}

function stageTime({ stages }: Run, sought: string): number {
  return stages.find(({ name }) => name === sought)?.seconds ?? 0;
}

/** Starting Node, loading modules, and ending. */
function outsideStages({ wall, stages }: Run): number {
  return wall - stages.reduce((sum, { seconds }) => sum + seconds, 0);
}
