import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { isRunning } from "./lock.ts";
import { othersIn } from "./reuse/former-site.ts";

/** Where a build works: beside `dist`, on the same file system, never inside it. */
export interface Workspace {
  /** A fresh, empty folder for the site that is being built. */
  readonly staging: string;
  /** A path for the part of it with this number, where nothing is. */
  partFolder(number: number): string;
  /** The site before the one in `dist`, if it was left: its folders spare making new ones. Anything may have become of it. */
  readonly former: string | undefined;
  /** Put what was staged into the former site, which is the staged one from then on. */
  stageInFormer(): void;
  /**
   * Put what was staged in the place of `dist`, at once.
   *
   * @param shared folders of which it has the very files that were there: these are left as the former site.
   * @returns settled when all else that was there is deleted.
   */
  publish(shared?: ReadonlySet<string>): Promise<void>;
  /** Take the staged site away; `dist` was never touched. */
  discard(): void;
}

/** Stands in every published site, so that no other folder is ever replaced by one. */
export const siteMarker = ".pincite-site";
const markerText = "This folder was made by Pincite and is replaced as a whole by each build.\n";

/**
 * Make room for one build.
 *
 * Publishing is two renames: `dist` aside, the staged site in its place. Whoever kills a
 * build between them finds `dist` put back at the next run.
 *
 * @param root absolute path of the project; @param dist absolute path of the published site.
 * @throws when `dist` is something that a build did not make.
 */
export function openWorkspace(root: string, dist: string): Workspace {
  const work = join(dirname(dist), ".pincite");
  const previous = join(work, `previous-${basename(dist)}`);
  const former = join(work, `former-${basename(dist)}`);
  const staging = join(work, `staging-${process.pid}`);
  let isInFormer = false;
  refuseContent(root, dist);
  mkdirSync(work, { recursive: true });
  if (existsSync(previous) && !existsSync(dist)) renameSync(previous, dist);
  refuseForeign(dist);
  rmSync(previous, { recursive: true, force: true });
  removeAbandoned(work);
  mkdirSync(staging);
  writeFileSync(join(staging, siteMarker), markerText);
  return {
    staging,
    partFolder: (number) => join(work, `part-${process.pid}-${number}`),
    get former() {
      return isFolder(former) ? former : undefined;
    },
    stageInFormer() {
      moveInto(staging, former);
      rmSync(staging, { recursive: true });
      renameSync(former, staging);
      isInFormer = true;
    },
    publish(shared = new Set()) {
      if (existsSync(dist)) renameSync(dist, previous);
      renameSync(staging, dist);
      if (shared.size === 0 || !existsSync(previous)) return removeAll([previous, former]);
      rmSync(former, { recursive: true, force: true });
      renameSync(previous, former);
      return removeAll(othersIn(former, shared).map((path) => join(former, path)));
    },
    discard() {
      if (isInFormer && existsSync(staging)) renameSync(staging, former);
      for (const name of readdirSync(work)) {
        const isOwn = name === basename(staging) || name.startsWith(`part-${process.pid}-`);
        if (isOwn) rmSync(join(work, name), { recursive: true, force: true });
      }
    },
  };
}

/** Several at a time: one after the other, many files take ten times as long on a busy disk. */
async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}

/** Move all that lies in a folder into another, in the place of files that are there. */
function moveInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, entry.name);
    if (entry.isDirectory() && isFolder(target)) moveInto(join(from, entry.name), target);
    else renameSync(join(from, entry.name), target);
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A site inside briefs/ or sources/ would be read as content by the next build. */
function refuseContent(root: string, dist: string): void {
  const [first = ""] = relative(root, dist).split(sep);
  if (["briefs", "sources", "layouts"].includes(first)) {
    throw new Error(`${dist} lies in ${first}/, which holds what the site is made from. Choose another folder.`);
  }
}

function refuseForeign(dist: string): void {
  const there = lstatSync(dist, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isDirectory()) throw new Error(`${dist} is not a folder, so no site can be put there. Move it away.`);
  if (readdirSync(dist).length === 0 || existsSync(join(dist, siteMarker))) return;
  throw new Error(
    `${dist} holds files that Pincite did not make, and a build would replace them. Choose another folder.`,
  );
}

/** Staged sites and parts, locks moved aside and halves of records, of builds that were killed. */
function removeAbandoned(work: string): void {
  for (const name of readdirSync(work)) {
    const pid = /^(?:staging|part|lock|record)-(\d+)(?:-\d+)?$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(work, name), { recursive: true, force: true });
  }
}
