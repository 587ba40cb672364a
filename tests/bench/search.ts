import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriptCommand } from "./command.ts";
import { eleventy } from "./contenders/eleventy.ts";
import { pinciteWithoutSearch } from "./contenders/pincite.ts";
import { makeCorpus } from "./corpus.ts";
import { plainTable } from "./grid.ts";
import { describeMachine, thisMachine } from "./machine.ts";
import { measure, type Run } from "./measure.ts";
import { Project } from "./project.ts";
import { spreadOf } from "./statistics.ts";
import { mebibytes, seconds, times } from "./units.ts";
import { workFolder } from "./work-folder.ts";

const rounds = 3;

/**
 * `npm run bench:search -- <briefs>`: Pincite's search index, made from the beginning, again
 * with nothing changed, and with one brief changed, beside Pagefind over the pages that
 * Eleventy makes of the same texts. In turns, each in a process of its own.
 */
async function main(size: number, work: string, stop: AbortSignal): Promise<void> {
  console.log(`The search index of ${size} briefs, medians of ${rounds} rounds.`);
  console.log(`Machine: ${describeMachine(thisMachine())}\n`);
  const [site, plain] = await Promise.all([pinciteWithoutSearch, eleventy].map((one) => build(one, size, work, stop)));
  if (site === undefined || plain === undefined) return;
  const cache = join(work, "kept");
  const runs = new Map<string, Run[]>();
  const run = async (name: string, command: ReturnType<typeof scriptCommand>) => {
    runs.set(name, [...(runs.get(name) ?? []), await measure(command, stop)]);
  };
  for (let round = 1; round <= rounds; round++) {
    await run("Pagefind over plain pages", scriptCommand("index-plain", plain));
    rmSync(cache, { recursive: true, force: true });
    const index = scriptCommand("index-site", site, cache);
    await run("Pincite, from the beginning", index);
    await run("Pincite, nothing changed", index);
    changeBrief(site, round);
    await run("Pincite, one brief changed", index);
  }
  const base = medianOf(runs.get("Pagefind over plain pages") ?? [], ({ cpu }) => cpu);
  const rows = [...runs].map(([name, list]) => {
    const cpu = medianOf(list, (one) => one.cpu);
    const inside = medianOf(list, ({ stages }) => stages[0]?.seconds ?? Number.NaN);
    const memory = medianOf(list, (one) => one.memory);
    return [name, seconds(inside), seconds(cpu), times(cpu / base), mebibytes(memory)];
  });
  console.log(plainTable([["", "time", "CPU, with start-up", "× Pagefind", "memory"], ...rows]));
}

/** @returns absolute path of the site. */
async function build(contender: Project["contender"], size: number, work: string, stop: AbortSignal): Promise<string> {
  const project = new Project(contender, work);
  for (const file of makeCorpus(size)) project.write(file);
  if (contender.name === "pincite") await measure(scriptCommand("write-locks", project.folder), stop);
  await measure(project.build(), stop);
  return project.dist;
}

/** As if a brief had been saved and its page made again. */
function changeBrief(site: string, round: number): void {
  const names = readdirSync(join(site, "briefs"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const page = join(site, "briefs", names[names.length >> 1]?.name ?? "", "index.html");
  const html = readFileSync(page, "utf8");
  writeFileSync(page, html.replace("<p>", `<p>Round ${round} put this in. `));
}

function medianOf(runs: readonly Run[], figure: (run: Run) => number): number {
  return spreadOf(runs.map(figure)).median;
}

const { work, stop } = workFolder("pincite-bench-search-");
await main(Number(process.argv[2] ?? 1000), work, stop);
