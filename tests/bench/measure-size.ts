import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chooseChanged, originalsOf } from "./changes.ts";
import { onCores, scriptCommand } from "./command.ts";
import type { Contender } from "./contender.ts";
import { makeCorpus, type CorpusSize } from "./corpus.ts";
import { measure } from "./measure.ts";
import { measureSaves } from "./measure-saves.ts";
import { Project } from "./project.ts";
import type { BuildRun, Series, SizeResult } from "./result.ts";
import { savedBefore, type ScenarioName } from "./scenario.ts";
import { Snapshot } from "./written.ts";

/** What is measured of one size. */
export interface Plan {
  /** In briefs. */
  readonly size: number;
  readonly rounds: number;
  readonly contenders: readonly Contender[];
  readonly scenarios: readonly ScenarioName[];
  /** Whether Pincite makes its search index. */
  readonly search: boolean;
  /** Whether saves are followed, too. */
  readonly saves: boolean;
  readonly cores?: number | undefined;
}

/** Where it is done, how it is ended, and who is told what is being done. */
export interface Place {
  /** An empty folder, absolute. */
  readonly work: string;
  readonly stop: AbortSignal;
  note(text: string): void;
}

/** Build one corpus in every scenario with every contender, in turns. */
export async function measureSize(plan: Plan, place: Place): Promise<SizeResult> {
  place.note(`${plan.size} briefs, writing them`);
  const projects = plan.contenders.map((contender) => new Project(contender, place.work));
  const corpus = writeAll(plan.size, projects);
  const chosen = chooseChanged(makeCorpus(plan.size));
  const original = originalsOf(makeCorpus(plan.size), chosen);
  for (const { contender, folder } of projects) {
    if (contender.name === "pincite") await measure(scriptCommand("write-locks", folder), place.stop);
  }
  const runs = new Map<string, BuildRun[]>();
  for (let round = 1; round <= plan.rounds; round++) {
    for (const scenario of plan.scenarios) {
      for (const project of turned(projects, round)) {
        const { name, label, buildsAgain } = project.contender;
        if (scenario !== "cold" && !buildsAgain) continue;
        place.note(`${plan.size} briefs, round ${round} of ${plan.rounds}, ${label}, ${scenario}`);
        if (scenario === "cold") project.forget();
        const saved = savedBefore(scenario, round, chosen, original);
        if (saved) project.write(saved);
        const key = `${name} ${scenario}`;
        runs.set(key, [...(runs.get(key) ?? []), await build(project, plan.cores, place.stop)]);
      }
    }
  }
  const series = plan.scenarios.flatMap((scenario) =>
    plan.contenders.flatMap(({ name }): Series[] => {
      const ofBoth = runs.get(`${name} ${scenario}`);
      return ofBoth ? [{ contender: name, scenario, runs: ofBoth }] : [];
    }),
  );
  const saves = plan.saves
    ? await measureSaves(
        { projects, chosen, brief: original(chosen.brief), source: original(chosen.source), rounds: plan.rounds },
        place,
      )
    : [];
  return { corpus, indexed: plan.search, chosen, series, saves };
}

async function build(project: Project, cores: number | undefined, stop: AbortSignal): Promise<BuildRun> {
  const before = Snapshot.of(project.written);
  // What earlier runs wrote is on the disk before this one starts.
  spawnSync("sync");
  const run = await measure(onCores(project.build(), cores), stop);
  const { label, leavesOut } = project.contender;
  if (leavesOut !== undefined && existsSync(join(project.dist, leavesOut))) {
    throw new Error(`${label} has made ${leavesOut}/, which it was asked to leave out.`);
  }
  const after = Snapshot.of(project.written);
  return { ...run, written: after.since(before), there: after.amount };
}

function writeAll(size: number, projects: readonly Project[]): CorpusSize {
  const amount = { sources: 0, citations: 0, bytes: 0 };
  for (const file of makeCorpus(size)) {
    for (const project of projects) project.write(file);
    amount.sources += Number(file.path.startsWith("sources/"));
    amount.citations += file.text.split("{% cite ").length - 1;
    amount.bytes += Buffer.byteLength(file.text);
  }
  return { briefs: size, ...amount };
}

/** The same in another order each round, so that none always follows the same other. */
function turned<Item>(items: readonly Item[], round: number): Item[] {
  const first = (round - 1) % Math.max(1, items.length);
  return [...items.slice(first), ...items.slice(0, first)];
}
