import { Command, InvalidArgumentError } from "commander";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCorpus } from "./corpus.ts";
import { describeMachine, thisMachine } from "./machine.ts";
import { measure, type Run } from "./measure.ts";
import { seesTree } from "./process-tree.ts";
import type { SizeResult } from "./result.ts";
import { growthTable, sizeTable } from "./tables.ts";

interface Options {
  /** In briefs, ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly json?: string;
}

/** `npm run bench`: how long Pincite takes to build made-up libraries, beside the least that any build does. */
async function main({ sizes, rounds, json }: Options, work: string, stop: AbortSignal): Promise<void> {
  const machine = thisMachine();
  console.log(introduction(rounds));
  console.log(`Machine: ${describeMachine(machine)}\n`);
  const results: SizeResult[] = [];
  for (const size of sizes) {
    const result = await measureSize(size, rounds, work, stop);
    results.push(result);
    console.log(`${sizeTable(result)}\n`);
  }
  results.slice(1).forEach((larger, index) => {
    const smaller = results[index];
    if (smaller) console.log(`${growthTable(smaller, larger)}\n`);
  });
  if (results.length > 1) console.log("power: 1 grows as the library does, 2 as its square; below 1 is better.");
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({ machine, rounds, wholeTree: seesTree, sizes: results }, null, 2)}\n`);
  }
}

async function measureSize(size: number, rounds: number, work: string, stop: AbortSignal): Promise<SizeResult> {
  const root = join(work, String(size));
  const corpus = writeCorpus(root, size);
  const floor: Run[] = [];
  const pincite: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    note(`${size} briefs, round ${round} of ${rounds}`);
    for (const [program, runs] of [
      ["floor", floor],
      ["pincite", pincite],
    ] as const) {
      const dist = join(work, "dist");
      rmSync(dist, { recursive: true, force: true });
      runs.push(await measure(program, root, dist, stop));
    }
  }
  note("");
  rmSync(root, { recursive: true });
  return { corpus, floor, pincite };
}

function introduction(rounds: number): string {
  const counted = seesTree
    ? "CPU and memory are those of the whole process tree, Pagefind's process included; both are sampled, and memory that processes share counts in each."
    : "CPU and memory are those of the Node process alone: Pagefind's process is not counted on this system.";
  return [
    "How long Pincite takes to build a library.",
    "The floor is one loop that reads each file, renders its Markdown and writes a page: the least any build does.",
    `Floor and build take turns, ${rounds} ${rounds === 1 ? "round" : "rounds"}, each in a process of its own that writes into an empty folder.`,
    "× floor: times against the floor's total, memory against the floor's memory.",
    counted,
  ].join("\n");
}

/** Say on a terminal what is being done, in a line that the next one replaces. */
function note(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("Write whole numbers from 1 to 999999.");
  return Number(text);
}

const command = new Command("npm run bench --")
  .description("Measure how long Pincite takes to build made-up libraries.")
  .option(
    "--sizes <numbers>",
    "briefs in each library, such as 100,1000",
    (text) => text.split(",").map(positive),
    [100, 1000],
  )
  .option("--rounds <number>", "how often each is built", positive, 3)
  .option("--json <file>", "also write every figure there")
  .allowExcessArguments(false)
  .parse();
const { sizes, ...options } = command.opts<Options>();

const stop = new AbortController();
const work = mkdtempSync(join(tmpdir(), "pincite-bench-"));
process.on("exit", () => {
  rmSync(work, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    stop.abort();
    process.exit(130);
  });
}

try {
  await main({ ...options, sizes: [...new Set(sizes)].sort((a, b) => a - b) }, work, stop.signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
