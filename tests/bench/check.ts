import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriptCommand, type Script } from "./command.ts";
import { describeMachine, thisMachine } from "./machine.ts";
import { measure, type Run } from "./measure.ts";
import { Random } from "./random.ts";
import { spreadOf } from "./statistics.ts";
import { Words } from "./words.ts";
import { workFolder } from "./work-folder.ts";

const sources = 50;
const paragraphsEach = 2000;
const briefs = 20;
const citationsEach = 25;
const rounds = 3;

/** `npm run bench:check`: how long a check of 100,000 paragraphs takes, beside reading and hashing the same bytes. */
async function main(root: string, stop: AbortSignal): Promise<void> {
  console.log("A check of a library whose sources are long, beside reading and hashing the same files.");
  console.log(`Each in a process of its own, in turns, medians of ${rounds} rounds.`);
  console.log(`Machine: ${describeMachine(thisMachine())}\n`);
  const texts = writeLibrary(root);
  await measure(scriptCommand("write-locks", root), stop);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const size = `${sources * paragraphsEach} paragraphs, ${briefs * citationsEach} citations, ${(bytes / 2 ** 20).toFixed(0)} MiB of sources`;
  console.log(`${size}\n${"".padEnd(34)}   check    hash   times   with start-up`);
  await compare("nothing changed", root, stop);
  rewrite(root, texts, (text) => text.replace(/(?<=\n\n)\S+(?= )/, "Changed"));
  await compare("a paragraph edited in each source", root, stop);
  rewrite(root, texts, (text) => text.replace(/\n---\n\n/, "\n---\n\nPut in at the top by an amendment.\n\n"));
  await compare("one put in at the top of each", root, stop);
  rewrite(root, texts, (text) => text.replace(/\b(\w{4,6})\b(?= \w+ \w+\.)/g, "other"));
  await compare("every paragraph edited", root, stop);
}

async function compare(what: string, root: string, stop: AbortSignal): Promise<void> {
  const runs: Record<"check" | "hash", Run[]> = { check: [], hash: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, program] of [
      ["hash", "hash-program"],
      ["check", "check-program"],
    ] as const satisfies readonly (readonly [string, Script])[])
      runs[name].push(await measure(scriptCommand(program, root), stop));
  }
  const inside = (list: readonly Run[]) => spreadOf(list.map(({ stages }) => stages[0]?.seconds ?? Number.NaN)).median;
  const outside = (list: readonly Run[]) => spreadOf(list.map(({ wall }) => wall)).median;
  const [check, hash] = [inside(runs.check), inside(runs.hash)];
  const seconds = (value: number) => `${value.toFixed(2).padStart(6)} s`;
  const times = (check / hash).toFixed(0).padStart(5);
  console.log(`${what.padEnd(34)}${seconds(check)}${seconds(hash)} ${times} ×  ${seconds(outside(runs.check))}`);
}

/** @returns the sources' files, in order of name. */
function writeLibrary(root: string): string[] {
  const random = new Random(1);
  const words = new Words(random);
  const names = Array.from({ length: sources }, (_, at) => `s-${String(at + 1).padStart(3, "0")}`);
  mkdirSync(join(root, "sources"));
  mkdirSync(join(root, "briefs"));
  const texts = names.map((name) => {
    const paragraphs = Array.from({ length: paragraphsEach }, () => words.sentences(40, { rich: false }).join(" "));
    const text = `---\ntype: report\ntitle: ${name}\nlanguage: en\ngrade: data\nrights: digest\nnumbering: ours\n---\n\n${paragraphs.join("\n\n")}\n`;
    writeFileSync(join(root, "sources", `${name}.md`), text);
    return text;
  });
  for (let number = 1; number <= briefs; number++) {
    const claims = Array.from({ length: citationsEach }, () => {
      const tag = `{% cite "${random.pick(names)}", ${random.whole(1, paragraphsEach)} %}`;
      return words.sentence(16, { rich: false }) + tag;
    });
    const head = `---\ntitle: Brief ${number}\nsummary: S\nauthors: [{ literal: A }]\ndate: 2026-03-05\nstatus: published\n---\n\n`;
    writeFileSync(join(root, "briefs", `b-${number}.md`), `${head}${claims.join("\n\n")}\n`);
  }
  return texts;
}

function rewrite(root: string, texts: readonly string[], change: (text: string) => string): void {
  const files = readdirSync(join(root, "sources")).filter((name) => name.endsWith(".md"));
  files.forEach((file, index) => {
    const before = texts[index] ?? "";
    const after = change(before);
    if (after === before) throw new Error(`${file} was not changed`);
    writeFileSync(join(root, "sources", file), after);
    if (readFileSync(join(root, "sources", file), "utf8") !== after) throw new Error(`${file} was not written`);
  });
}

const { work, stop } = workFolder("pincite-bench-check-");
await main(work, stop);
