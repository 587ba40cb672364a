import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import type { ContenderName } from "./contender.ts";
import { scenarioNames, type ScenarioName } from "./scenario.ts";

export interface Options {
  /** In briefs, ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** In their order, "cold" first. */
  readonly scenarios: readonly ScenarioName[];
  readonly saves: boolean;
  readonly peers: readonly ContenderName[];
  /** Whether Pincite makes its search index, which no peer has. */
  readonly search: boolean;
  readonly cores?: number | undefined;
  /** Absolute path of a file that can be written. */
  readonly json?: string | undefined;
}

const peerNames = ["floor", "hugo", "eleventy"] as const;
const measuredNames = [...scenarioNames, "save"] as const;

/**
 * Read the options of `npm run bench`.
 *
 * @param args without the program. @throws CommanderError after it has said in a line what is wrong.
 */
export function readOptions(args: readonly string[], write: (text: string) => void): Options {
  const command = new Command("npm run bench --")
    .description("Measure how long Pincite takes to build made-up libraries, beside others that do.")
    .option("--sizes <numbers>", "briefs in each library, such as 100,1000,10000", readSizes, [100])
    .option("--rounds <number>", "how often each is built", readWhole, 3)
    .option("--scenarios <names>", `some of ${measuredNames.join(",")}`, readScenarios, [...measuredNames])
    .option("--peers <names>", `some of ${peerNames.join(",")}, or none`, readPeers, [...peerNames])
    .option("--no-search", "let Pincite make no search index: none of the others does")
    .option("--cores <number>", "hold every build to so many cores (Linux)", readCores)
    .option("--json <file>", "also write every figure there", readTarget)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write })
    .parse(args, { from: "user" });
  type Read = Omit<Options, "scenarios" | "saves"> & { readonly scenarios: readonly (typeof measuredNames)[number][] };
  const { scenarios, ...rest } = command.opts<Read>();
  return {
    ...rest,
    // Every other scenario builds on a cold build, which is also what others are compared with.
    scenarios: scenarioNames.filter((name) => name === "cold" || scenarios.includes(name)),
    saves: scenarios.includes("save"),
  };
}

function readWhole(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("Write whole numbers from 1 to 999999.");
  return Number(text);
}

function readSizes(text: string): number[] {
  return [...new Set(text.split(",").map(readWhole))].sort((a, b) => a - b);
}

function readNames<Name extends string>(text: string, known: readonly Name[]): Name[] {
  const names = text.split(",");
  const strange = names.find((name) => !known.some((one) => one === name));
  if (strange !== undefined) {
    throw new InvalidArgumentError(`There is no "${strange}". Write some of ${known.join(",")}.`);
  }
  return known.filter((name) => names.includes(name));
}

function readScenarios(text: string) {
  return readNames(text, measuredNames);
}

function readPeers(text: string): ContenderName[] {
  return text === "none" ? [] : readNames(text, peerNames);
}

function readCores(text: string): number {
  const cores = readWhole(text);
  const there = availableParallelism();
  if (cores > there) throw new InvalidArgumentError(`This machine has ${there}.`);
  if (spawnSync("taskset", ["--version"]).status !== 0) {
    throw new InvalidArgumentError("Only taskset, a program of Linux, can do that, and it is not installed.");
  }
  return cores;
}

/** Found out before anything is measured, not after an hour. */
function readTarget(text: string): string {
  const file = resolve(text);
  if (statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InvalidArgumentError(`There is no folder ${dirname(file)}.`);
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new InvalidArgumentError("It is a folder. Name a file.");
  }
  return file;
}
