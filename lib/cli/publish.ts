import { confirm, isCancel } from "@clack/prompts";
import { InvalidArgumentError, Option, type Command } from "commander";
import { hash } from "node:crypto";
import { relative, resolve } from "node:path";
import { compareSites } from "../core/publish/changes.ts";
import { chooseTarget } from "../core/publish/choose-target.ts";
import { describeChanges } from "../core/publish/describe-changes.ts";
import type { PublishTarget } from "../core/publish/target.ts";
import { writeRecord } from "../core/publish/site-record.ts";
import { briefLife } from "../core/view/brief-life.ts";
import { checkProject } from "../site/prepare-site.ts";
import { openProject, type Project } from "../site/project.ts";
import { lockProject } from "../site/lock.ts";
import { verifyBuiltSite } from "../site/verify-site.ts";
import { formatFault } from "../core/verify/fault.ts";
import type { Deployment, Publishing } from "../site/publish/deployment.ts";
import { planDeployment } from "../site/publish/plan-deployment.ts";
import { checkGates, kilobytes } from "../site/publish/gates.ts";
import { LiveSite } from "../site/publish/live-site.ts";
import { readInventory, type BuiltInventory } from "../site/publish/read-inventory.ts";
import { stageSite } from "../site/publish/stage-site.ts";
import { folderOf, refuseFolder } from "../site/publish/target-folder.ts";
import { circumstancesFor, describeProjectCommand, frozenOption, rootOf, strictOption } from "./arguments.ts";
import { buildAndReport, whenBuilding, type BuildArguments } from "./build.ts";
import { reportLive, reportVerified } from "./publish-live.ts";
import { count } from "./report.ts";

interface Options extends BuildArguments {
  readonly yes?: true;
  readonly dryRun?: true;
  readonly prepare?: string;
  readonly verify?: true;
  readonly record?: string;
}

/** `pincite publish`: build the site, show what changes for readers, deploy it, and prove what is live. */
export function define(command: Command): void {
  describeProjectCommand(
    command,
    "Build the site, hold it against its gates, show what changes for readers, and after a yes deploy it and prove what is live.",
    [
      ["publish", "to the only target that .eleventy.ts names"],
      ["publish live", "to one of several"],
      ["publish --dry-run", "show what would change and what would be done, in order; do nothing"],
      ["publish --yes", "without a question, as CI does"],
      ["publish --verify", "prove what is live; build and deploy nothing"],
    ],
  )
    .argument("[target]", "its name in .eleventy.ts, where there are several")
    .option("--yes", "deploy without asking")
    .addOption(new Option("--dry-run", "show everything; deploy nothing").conflicts(["prepare", "verify"]))
    .option("--prepare <folder>", "put what would be deployed into a folder, for a host that takes it from there")
    .addOption(new Option("--verify", "only prove what is live").conflicts(["yes", "prepare"]))
    .option(
      "--record <sha256>",
      "with --verify: wait for the publish whose published.json has this SHA-256",
      readDigest,
    )
    .option("--dist <folder>", "where the built site goes (default: dist/ in the project)")
    .option(...frozenOption)
    .option(...strictOption);
  whenBuilding(command, () => main(command.args[0], command.opts<Options>()));
}

function readDigest(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError("Write the SHA-256 that --prepare printed: 64 hexadecimal digits.");
}

async function main(wanted: string | undefined, options: Options): Promise<number> {
  const root = rootOf(options);
  const dist = resolve(options.dist ?? `${root}/dist`);
  const project = await openProject(root, dist, circumstancesFor(options));
  const choice = chooseTarget(project.site.publish, wanted);
  if (choice.kind === "refused") return refuse(choice.reason);
  const { name, target } = choice;
  if (options.record !== undefined && !options.verify)
    return refuse("--record says what --verify waits for. Give both, or neither.");
  const folders = [options.prepare === undefined ? undefined : resolve(options.prepare), folderOf(target, root)];
  for (const folder of folders) {
    const reason = folder === undefined ? undefined : refuseFolder(folder, root, dist);
    if (reason !== undefined) return refuse(reason);
  }
  const address = addressFor(project, target);
  const live = address === undefined ? undefined : new LiveSite(address);
  if (options.verify) return live ? reportLive(live, { kind: "own", sha256: options.record }) : refuse(noAddress);

  const built = await buildAndReport(options, ({ pdf }) =>
    pdf ? { paper: pdf, briefs: [], required: false } : undefined,
  );
  if (built !== 0) return built;
  const after = await inventoryOf(project);
  const environment = process.env;
  const publishing: Publishing = { root, dist, pathPrefix: project.site.pathPrefix, after, live, environment };
  const deployment = await planDeployment(target, publishing);
  const fresh = changedPaths(deployment, after);
  const gates = await checkGates(dist, after, [...fresh], project.site, target);
  if (gates.faults.length > 0) {
    process.stderr.write(`\n${gates.faults.join("\n")}\n\n`);
    return refuse(
      `${count(gates.faults.length, "fault")}. Nothing was deployed; ${relative(process.cwd(), dist) || "."} holds the built site.`,
    );
  }
  const heaviest = gates.heaviest ? `, the heaviest page ${kilobytes(gates.heaviest.bytes)}` : "";
  console.log(`gates        links, HTML, budgets, limits of ${target.to}${heaviest}`);
  for (const line of summary(name, deployment, after)) console.log(line);

  if (options.prepare !== undefined) {
    const record = { files: after.files, pages: after.pages, kept: [], unsure: [] };
    stageSite(dist, resolve(options.prepare), record, "/");
    console.log(
      `\nWhat is to be deployed is in ${options.prepare}; its record has the SHA-256 ${hash("sha256", writeRecord(record))}.`,
    );
    return 0;
  }
  if (options.dryRun) {
    console.log(
      ["", `${count(deployment.operations.length, "operation")}, in this order:`, ...deployment.operations].join("\n"),
    );
    return 0;
  }
  if (deployment.operations.length === 0) console.log(`\n${name} holds this very site already.`);
  else {
    const agreed = await agree(name, options.yes === true);
    if (agreed !== undefined) return refuse(agreed);
    await deploy(project, deployment, after);
  }
  return verifyDeployed(deployment, live, fresh);
}

/** Deploy what was shown. @throws a sentence where it fails, or where the site has changed since. */
async function deploy(project: Project, deployment: Deployment, shown: BuiltInventory): Promise<void> {
  const release = lockProject(project.root);
  try {
    const now = await inventoryOf(project);
    const isSame =
      now.files.size === shown.files.size &&
      [...shown.files].every(([path, { sha256 }]) => now.files.get(path)?.sha256 === sha256);
    if (!isSame) throw new Error("The site was built anew since this was shown. Nothing was deployed; run it again.");
    await deployment.run((line) => {
      console.log(`deploy       ${line.trimEnd()}`);
    });
  } finally {
    release();
  }
}

function verifyDeployed(
  deployment: Deployment,
  live: LiveSite | undefined,
  changed: ReadonlySet<string>,
): Promise<number> {
  const { record, folder } = deployment;
  if (live) return reportLive(live, record ? { kind: "record", record, changed } : { kind: "own", sha256: undefined });
  if (folder === undefined) {
    console.log(noAddress);
    return Promise.resolve(0);
  }
  const verification = verifyBuiltSite(folder);
  if (verification.kind === "no site") return Promise.resolve(refuse(verification.reason));
  const { faults, counts } = verification.report;
  return Promise.resolve(reportVerified(folder, { faults: faults.map(formatFault), counts, fetched: 0 }));
}

const noAddress =
  'What is live was not fetched: the site names no address. Write url: "https://…" in .eleventy.ts, and each publish proves it.';

/** Undefined when somebody says yes; else a sentence that says why nothing is deployed. */
async function agree(name: string, yes: boolean): Promise<string | undefined> {
  if (yes) return undefined;
  if (!process.stdin.isTTY || !process.stdout.isTTY) return "Still to be given: --yes. Nothing was deployed.";
  const agreed = await confirm({ message: `Publish this to ${name}?` });
  return isCancel(agreed) || !agreed ? "Stopped. Nothing was deployed." : undefined;
}

const damaged = "So what changes is not known: every file is written again, and what is no longer needed stays there.";

function summary(name: string, { before, isDamaged }: Deployment, after: BuiltInventory): string[] {
  if (isDamaged) return ["", `The record of the last publish to ${name} cannot be read. ${damaged}`];
  if (!before)
    return ["", `${name} holds no site that is known: ${count(after.pages.size, "page")} for the first time.`];
  const changes = compareSites(before, after, (path, id) => after.places.get(path)?.has(id) ?? false);
  const interrupted = before.unsure.length > 0 ? ["The last publish did not end; this one completes it."] : [];
  return ["", `What changes for readers of ${name}:`, ...describeChanges(changes), ...interrupted];
}

/** Paths of the files that the target does not surely hold. */
function changedPaths({ before }: Deployment, after: BuiltInventory): ReadonlySet<string> {
  const unsure = new Set(before?.unsure);
  const changed = [...after.files].filter(
    ([path, { sha256 }]) => unsure.has(path) || before?.files.get(path)?.sha256 !== sha256,
  );
  return new Set(changed.map(([path]) => path));
}

async function inventoryOf(project: Project): Promise<BuiltInventory> {
  const { library } = await checkProject(project);
  return readInventory(project.dist, new Map(library.briefs.map((brief) => [brief.name, briefLife(brief)])));
}

/** Where readers find the site; undefined while it has no address. */
function addressFor({ site }: Project, { url }: PublishTarget): string | undefined {
  if (url !== undefined) return url;
  return site.url === "" ? undefined : new URL(site.pathPrefix, site.url).href;
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 1;
}
