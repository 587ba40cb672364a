import { confirm, isCancel } from "@clack/prompts";
import { Option, type Command } from "commander";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../core/catalog/catalog.ts";
import { formerlyCalled } from "../core/catalog/former-names.ts";
import { cleanLine } from "../core/problem.ts";
import type { RenamedKind, Renaming } from "../core/rename/rename-edits.ts";
import { isSlug, slugAdvice } from "../core/slug.ts";
import { nearest } from "../core/text/nearest.ts";
import { planRename, writeRename, type RenamePlan } from "../files/rename-files.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject, type Project } from "../site/project.ts";
import { lockProject } from "../site/lock.ts";
import { circumstancesFor, describeProjectCommand, frozenOption, rootOf, whenCalled } from "./arguments.ts";
import { count } from "./report.ts";

interface Options {
  readonly root: string;
  readonly kind?: RenamedKind;
  readonly frozen?: boolean;
  readonly yes?: true;
  readonly json?: true;
}

type Planning =
  { readonly kind: "plan"; readonly plan: RenamePlan } | { readonly kind: "refused"; readonly reason: string };

/** `pincite rename`: give a brief or a source another name, and lose no reader. */
export function define(command: Command): void {
  describeProjectCommand(
    command,
    "Rename a brief or a source: its citations and links follow, its old addresses lead on.",
    [
      ["rename deadline the-deadline", "show what changes, and ask"],
      ["rename udhr un-udhr-1948 --kind source --yes", "without a question"],
    ],
  )
    .argument("<old>", "what it is called")
    .argument("<new>", "what it shall be called")
    .addOption(
      new Option("--kind <kind>", "which of them, where a brief and a source have the name").choices([
        "brief",
        "source",
      ]),
    )
    .option(...frozenOption)
    .option("--yes", "write it without asking")
    .option("--json", "print what changes for programs; writes with --yes only");
  whenCalled(command, () => main(command.args[0] ?? "", command.args[1] ?? "", command.opts<Options>()));
}

async function main(from: string, to: string, options: Options): Promise<number> {
  const root = rootOf(options);
  const circumstances = circumstancesFor(options);
  if (circumstances.frozen)
    return refuse("Nothing may be written here (CI is set, or --frozen). Run this where the briefs are written.");
  const project = await openProject(root, join(root, "dist"), circumstances);
  const planning = plan(project, await checkProject(project), from, to, options.kind);
  if (planning.kind === "refused") return refuse(planning.reason);
  if (options.json) {
    if (options.yes) await write(project, planning.plan, from, to, options.kind);
    console.log(JSON.stringify({ ...describe(planning.plan), written: options.yes === true }, undefined, 2));
    return options.yes ? 0 : 1;
  }
  for (const line of planLines(planning.plan)) console.log(line);
  if (!options.yes) {
    if (!process.stdin.isTTY || !process.stdout.isTTY) return refuse("Still to be given: --yes. Nothing was written.");
    const agreed = await confirm({ message: `Rename "${from}" to "${to}"?` });
    if (isCancel(agreed) || !agreed) return refuse("Stopped. Nothing was written.");
  }
  await write(project, planning.plan, from, to, options.kind);
  console.log([`Renamed "${from}" to "${to}". Commit what was written.`, ...planning.plan.byHand].join("\n"));
  return 0;
}

function plan(
  { root }: Project,
  { library, problems }: Catalog,
  from: string,
  to: string,
  kind?: RenamedKind,
): Planning {
  const refused = (reason: string): Planning => ({ kind: "refused", reason });
  if (problems.length > 0)
    return refused(
      `There ${problems.length === 1 ? "is" : "are"} ${count(problems.length, "problem")}, which npx pincite check lists. Mend them first: nothing is renamed on unsure ground.`,
    );
  const brief = library.briefs.find(({ name }) => name === from);
  const source = library.sources.get(from);
  if (brief && source && !kind)
    return refused(`A brief and a source are called "${from}". Add --kind brief or --kind source.`);
  const chosen = kind ?? (brief ? "brief" : "source");
  const document = chosen === "brief" ? brief : source;
  if (!document) {
    const [near] = nearest(from, [...library.briefs.map(({ name }) => name), ...library.sources.keys()]);
    return refused(
      `There is no ${kind ?? "brief or source"} "${from}".${near === undefined ? "" : ` Nearest: "${near}".`}`,
    );
  }
  if (chosen === "source" && source?.elsewhere)
    return refused(
      `"${from}" is a source of ${source.elsewhere.title}. It is renamed there, and then in the citations.`,
    );
  if (!isSlug(to)) return refused(`"${to}" cannot be an address. Write ${slugAdvice}.`);
  if (document.formerNames.includes(to))
    return refused(`"${to}" is among the aliases: of ${document.path}. Take it out there first.`);
  const others: readonly { readonly formerNames: readonly string[] }[] =
    chosen === "brief" ? library.briefs : [...library.sources.values()];
  const folder = chosen === "brief" ? "briefs" : "sources";
  const isThere = [".md", ".ts", ".lock.json"].some((ending) => existsSync(join(root, folder, to + ending)));
  if (isThere || formerlyCalled(to, others))
    return refused(`"${to}" is or was the name of another ${chosen}. Choose another.`);
  const renaming: Renaming = { kind: chosen, from, to };
  const planning = planRename(root, library, renaming, document.path);
  if (planning.kind === "plan") return planning;
  const { path, line, column } = planning.place;
  return refused(`${path}:${line}:${column} is written in a way that cannot be changed safely. Nothing was written.`);
}

/** Write what was shown, unless something has changed since. */
async function write(project: Project, shown: RenamePlan, from: string, to: string, kind?: RenamedKind): Promise<void> {
  const release = lockProject(project.root);
  try {
    const planning = plan(project, await checkProject(project), from, to, kind);
    if (planning.kind === "refused" || JSON.stringify(planning.plan) !== JSON.stringify(shown))
      throw new Error("Something was changed since this was shown. Nothing was written; run it again.");
    writeRename(project.root, shown);
  } finally {
    release();
  }
}

function planLines({ files, moves, folder, byHand }: RenamePlan): string[] {
  return [
    ...moves.map(({ from, to }) => `${from} becomes ${to}`),
    ...(folder ? [`${folder.from}/ becomes ${folder.to}/`] : []),
    ...files.map(({ path, edits }) => `${path}: ${count(edits, "place")}`),
    ...byHand.map((line) => `by hand: ${line}`),
  ];
}

function describe({ files, moves, folder, byHand }: RenamePlan) {
  return {
    moves: [...moves, ...(folder ? [folder] : [])].map(({ from, to }) => ({ from, to })),
    files: files.map(({ path, edits }) => ({ path, edits })),
    byHand,
  };
}

function refuse(reason: string): number {
  process.stderr.write(`${cleanLine(reason)}\n`);
  return 1;
}
