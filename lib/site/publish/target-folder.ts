import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { PublishTarget } from "../../core/publish/target.ts";
import { isRemote } from "./rsync-store.ts";

/** Folders of a project that are read or written by other commands, and what they are. */
const taken: readonly (readonly [folder: string, what: string])[] = [
  ["briefs", "holds what the site is made from"],
  ["sources", "holds what the site is made from"],
  ["layouts", "holds what the site is made from"],
  ["libraries", "holds what the site is made from"],
  ["lib", "holds programs"],
  ["node_modules", "holds programs"],
  [".pincite", "is where builds work"],
  [".git", "holds the history of the project"],
];

/** The folder of this machine that a target writes to, absolute; undefined where it writes elsewhere. @param root absolute path of the project. */
export function folderOf(target: PublishTarget, root: string): string | undefined {
  if (target.to === "folder") return resolve(root, target.path);
  return target.to === "rsync" && !isRemote(target.destination) ? resolve(root, target.destination) : undefined;
}

/**
 * Why a site must not be put into a folder: a sentence; undefined where it may.
 *
 * @param folder absolute path; it need not be there. @param root of the project. @param dist of the built site.
 */
export function refuseFolder(folder: string, root: string, dist: string): string | undefined {
  const [at, project, built] = [folder, root, dist].map(real) as [string, string, string];
  const refused = (why: string) => `${folder} ${why}, so no site is put there. Name another folder.`;
  if (dirname(at) === at) return refused("is the top of the disk");
  if (isIn(at, built)) return refused("is where the built site lies, which each build replaces");
  if (at === project) return refused("is the project itself");
  if (isIn(project, at)) return refused("holds the project");
  if (isIn(built, at)) return refused("holds the built site");
  const found = taken.find(([name]) => isIn(at, join(project, name)));
  return found && refused(`is or lies in ${found[0]}/, which ${found[1]}`);
}

/** Whether a path is a folder or in it. */
function isIn(path: string, folder: string): boolean {
  const steps = relative(folder, path);
  return steps === "" || (steps !== ".." && !steps.startsWith(`..${sep}`) && resolve(steps) !== steps);
}

/** A path with its links followed, as far as it is there. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), relative(parent, path));
}
