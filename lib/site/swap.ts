import { existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Where a build works: beside `dist`, on the same file system, never inside it. */
export interface Workspace {
  /** A fresh, empty folder for the site that is being built. */
  readonly staging: string;
  /** Put what was staged in the place of `dist`. */
  publish(): void;
  /** Take the staged site away; `dist` was never touched. */
  discard(): void;
}

/**
 * Make room for one build.
 *
 * Publishing is two renames: `dist` aside, the staged site in its place. Whoever kills a
 * build between them finds `dist` put back at the next run.
 *
 * @param root absolute path of the project; @param dist absolute path of the published site.
 */
export function openWorkspace(root: string, dist: string): Workspace {
  const work = join(root, ".pincite");
  const previous = join(work, "previous");
  const staging = join(work, `staging-${process.pid}`);
  mkdirSync(work, { recursive: true });
  if (existsSync(previous) && !existsSync(dist)) renameSync(previous, dist);
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(dist) && !lstatSync(dist).isDirectory()) {
    throw new Error(`${dist} is not a folder, so no site can be put there. Move it away.`);
  }
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging);
  return {
    staging,
    publish() {
      if (existsSync(dist)) renameSync(dist, previous);
      renameSync(staging, dist);
      rmSync(previous, { recursive: true, force: true });
    },
    discard() {
      rmSync(staging, { recursive: true, force: true });
    },
  };
}
