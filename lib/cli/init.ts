import { confirm, isCancel, outro } from "@clack/prompts";
import type { Command } from "commander";
import { lstatSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { NewSite, ProjectFile } from "../core/init/new-site.ts";
import { projectFiles } from "../core/init/project-files.ts";
import { readAddress } from "../core/init/read-address.ts";
import { readTarget } from "../core/init/read-target.ts";
import { cleanLine } from "../core/problem.ts";
import { addFiles, filesInTheWay } from "../files/add-files.ts";
import { circumstancesOf } from "../site/circumstances.ts";
import { whenCalled } from "./arguments.ts";
import { firstLocks } from "./first-locks.ts";
import { describeInit, missingFrom, optionHelp, withoutBlanks, type InitOptions } from "./init-options.ts";
import { askForSite } from "./init-prompts.ts";
import { npmInstall } from "./install.ts";
import { packedAdvice, publishedSpec, readStarter, specFor } from "./pincite-package.ts";

/** `pincite init`: make a new site. */
export function define(command: Command): void {
  describeInit(command);
  whenCalled(command, () => {
    const [folder = "."] = command.processedArgs as string[];
    return main(resolve(folder), withoutBlanks(command.opts<InitOptions>()));
  });
}

async function main(folder: string, given: InitOptions): Promise<number> {
  const { today } = circumstancesOf(process.env);
  const spec = given.pincite ?? publishedSpec();
  const options = { ...given, ...(spec !== undefined && { pincite: spec }) };
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const faults = [...readPlaces(options).faults, ...refusals(folder, filesOf(folder, options, today))];
  if (faults.length > 0) return refuse([...faults, "Nothing was written."]);
  const filled = isTerminal ? await agreedTo(options, folder) : complete(options);
  if (!filled) return 1;
  const files = filesOf(folder, filled, today);
  // The target, and with it some of the files, may only have been asked for.
  const inTheWay = refusals(folder, files);
  if (inTheWay.length > 0) return refuse([...inTheWay, "Nothing was written."]);
  await addFiles(folder, files, (waiting) => firstLocks(waiting, filled.language ?? "en", today));
  return finish(folder, files.length, filled);
}

/** The files of the site as far as it is known. */
function filesOf(folder: string, options: InitOptions, date: string): ProjectFile[] {
  const { title = "", publisher = "", language = "en", pincite = "" } = options;
  const spec = specFor(pincite, process.cwd(), folder);
  const { places } = readPlaces(options);
  const site: NewSite = { title, publisher, language, pincite: spec, date, ...places };
  return projectFiles(site, readStarter(language));
}

/** Where the site is found and from where it is published, as far as that can be read; and why it cannot, each a sentence. */
function readPlaces({ url = "", publish }: InitOptions) {
  const address = readAddress(url);
  const target = publish === undefined ? undefined : readTarget(publish);
  const known = address.kind === "address" ? address : { url: "", pathPrefix: "/" };
  return {
    places: {
      url: known.url,
      pathPrefix: known.pathPrefix,
      ...(target?.kind === "target" && { publish: target.target }),
    },
    faults: [address, target].flatMap((reading) => (reading?.kind === "refused" ? [reading.reason] : [])),
  };
}

/** Why no site can be made in a folder; each a line. */
function refusals(folder: string, files: readonly ProjectFile[]): string[] {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) return [`${folder} is a link or a file, not a folder. Name another.`];
  // A brief or source beside the new ones would be part of the site, checked or not.
  const paths = [...files.map(({ path }) => path), "briefs", "sources", "package-lock.json"];
  const found = filesInTheWay(
    folder,
    paths.filter((path) => !/^(?:briefs|sources)\//.test(path)),
  );
  if (found.length === 0) return [];
  return [
    `In ${folder} there is already:`,
    ...found.map((path) => `  ${path}`),
    "Nothing is ever overwritten. Name another folder, or move these away.",
  ];
}

/** With everything that has to be given; undefined, and the list of what is missing, where there is nobody to ask. */
function complete(options: InitOptions): InitOptions | undefined {
  const missing = [...missingFrom(options), ...(options.yes ? [] : (["yes"] as const))];
  if (missing.length === 0) return options;
  refuse([
    "Still to be given:",
    ...missing.map((one) => `  ${optionHelp.get(one) ?? one}`),
    ...(missing.includes("pincite") ? [`No registry has this Pincite. ${packedAdvice}`] : []),
    "Nothing was written.",
  ]);
  return undefined;
}

/** With everything that was asked for, and a yes; undefined when somebody gave up. */
async function agreedTo(options: InitOptions, folder: string): Promise<InitOptions | undefined> {
  const filled = await askForSite(options);
  const agreed = filled && (filled.yes ?? (await confirm({ message: `Make the site in ${folder}?` })));
  if (filled && agreed === true && !isCancel(agreed)) return filled;
  outro("Stopped. Nothing was written.");
  return undefined;
}

async function finish(folder: string, count: number, { install }: InitOptions): Promise<number> {
  console.log(`Wrote ${count} files and the lock of the first source into ${folder}.`);
  const below = relative(process.cwd(), folder);
  const here = below.startsWith("..") ? folder : below;
  const enter = here === "" ? "" : `cd ${/\s/.test(here) ? `"${here}"` : here} && `;
  if (install && !(await npmInstall(folder))) {
    console.error(`npm install failed; the site is written. Type: ${enter}npm install`);
    return 1;
  }
  console.log(`Next, type: ${enter}${install ? "" : "npm install && "}npm start`);
  console.log(`What is where stands in ${join(folder, "README.md")}.`);
  return 0;
}

function refuse(lines: readonly string[]): number {
  const cleaned = lines.map((line) => (line.startsWith("  ") ? `  ${cleanLine(line)}` : cleanLine(line)));
  process.stderr.write(`${cleaned.join("\n")}\n`);
  return 1;
}
