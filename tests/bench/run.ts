import { CommanderError } from "commander";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./command.ts";
import type { Contender, ContenderName } from "./contender.ts";
import { contenders } from "./contenders/contenders.ts";
import { installedHugo } from "./contenders/hugo.ts";
import { pinciteWithoutSearch } from "./contenders/pincite.ts";
import { plainTable } from "./grid.ts";
import { introduction } from "./introduction.ts";
import { thisMachine } from "./machine.ts";
import { measureSize, type Place } from "./measure-size.ts";
import { readOptions, type Options } from "./options.ts";
import { seesTree } from "./process-tree.ts";
import type { Figures, SizeResult } from "./result.ts";
import { buildTable, corpusLine, growthTable, saveTables, stageTable } from "./tables.ts";
import { workFolder } from "./work-folder.ts";

/** `npm run bench`: how long Pincite takes to build made-up libraries, beside others that make a site of the same. */
async function main(options: Options, place: Place): Promise<void> {
  const versions = versionsOf(options.peers);
  const peers = options.peers.filter((name) => versions[name] !== undefined);
  const compared = (["floor", "hugo", "pincite", "eleventy"] as const).filter(
    (name) => name === "pincite" || peers.includes(name),
  );
  const sizes: SizeResult[] = [];
  const figures: Figures = {
    machine: thisMachine(),
    date: new Date().toISOString().slice(0, 10),
    cores: options.cores,
    rounds: options.rounds,
    wholeTree: seesTree,
    versions,
    sizes,
  };
  console.log(introduction(figures, options.peers));
  for (const size of options.sizes) {
    const plan = { ...options, size, contenders: compared.map((name) => contenderOf(name, options)) };
    const result = await measureSize(plan, place);
    place.note("");
    sizes.push(result);
    const tables = [buildTable(result), stageTable(result), ...saveTables(result)];
    console.log(`\n${corpusLine(result)}\n\n${tables.map(plainTable).join("\n\n")}`);
    // After each size: what was measured is there even when a larger one is given up.
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);
  }
  sizes.slice(1).forEach((larger, index) => {
    const smaller = sizes[index];
    if (smaller) console.log(`\n${plainTable(growthTable(smaller, larger))}`);
  });
  if (sizes.length > 1) console.log("\npower: 1 grows as the library does, 2 as its square; below 1 is better.");
}

function contenderOf(name: ContenderName, { search }: Options): Contender {
  return name === "pincite" && !search ? pinciteWithoutSearch : contenders[name];
}

/** Of what is measured and installed. */
function versionsOf(peers: readonly ContenderName[]): Figures["versions"] {
  const versionOf = (folder: string) => {
    const text = readFileSync(join(packageFolder, folder, "package.json"), "utf8");
    return (JSON.parse(text) as { readonly version: string }).version;
  };
  const found: Readonly<Record<ContenderName, () => string | undefined>> = {
    floor: () => versionOf("node_modules/markdown-it"),
    pincite: () => versionOf(""),
    hugo: installedHugo,
    eleventy: () => versionOf("node_modules/@11ty/eleventy"),
  };
  const versions = (["pincite", ...peers] as const).map((name) => [name, found[name]()] as const);
  return Object.fromEntries(versions.filter(([, version]) => version !== undefined));
}

const { work, stop } = workFolder("pincite-bench-");

try {
  const options = readOptions(process.argv.slice(2), (text) => process.stderr.write(text));
  await main(options, {
    work,
    stop,
    // On a terminal, in a line that the next one replaces.
    note: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001B[K${text}`),
  });
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
