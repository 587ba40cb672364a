import { lstatSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** A file to be made, by its path below a folder, with forward slashes. */
export interface AddedFile {
  readonly path: string;
  readonly content: string;
}

/** Paths below a folder, of files that would be made, where something stands already. */
export function filesInTheWay(folder: string, paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => wayTo(path).find((step) => isInTheWay(folder, step, path)) ?? []))];
}

/** What stands at one step of a path: anything at its end, and anything but a folder before that. */
function isInTheWay(folder: string, step: string, path: string): boolean {
  const there = lstatSync(join(folder, step), { throwIfNoEntry: false });
  return there !== undefined && (step === path || !there.isDirectory());
}

/** `a/b/c` as `a`, `a/b` and `a/b/c`. */
function wayTo(path: string): string[] {
  const steps = path.split("/");
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}

/**
 * Make files below a folder, all or none of them: they are written and checked beside their
 * places first, and only then moved into them. The folder is made where there is none.
 *
 * @param folder absolute path, with nothing in the way of the files.
 * @param check looks at the files where they wait, below the folder that it is given, and
 * says what is to be written besides. @throws what it throws.
 */
export async function addFiles(
  folder: string,
  files: readonly AddedFile[],
  check: (waiting: string) => Promise<readonly AddedFile[]>,
): Promise<void> {
  const made = makeFolder(folder);
  const done: string[] = [];
  const waiting = mkdtempSync(join(folder, ".pincite-"));
  const write = ({ path, content }: AddedFile) => {
    mkdirSync(dirname(join(waiting, path)), { recursive: true });
    writeFileSync(join(waiting, path), content, { flag: "wx" });
  };
  try {
    files.forEach(write);
    const more = await check(waiting);
    more.forEach(write);
    for (const { path } of [...files, ...more]) {
      made.push(...makeFolder(dirname(join(folder, path))));
      renameSync(join(waiting, path), join(folder, path));
      done.push(join(folder, path));
    }
    made.length = 0;
    done.length = 0;
  } finally {
    rmSync(waiting, { recursive: true, force: true });
    for (const path of done) rmSync(path, { force: true });
    for (const path of made.reverse()) rmdirSync(path);
  }
}

/** Make a folder and those that it lies in. @returns the paths of those that were not there, the outermost first. */
function makeFolder(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const below = folder
    .slice(first.length)
    .split(sep)
    .filter((step) => step !== "");
  return [first, ...below.map((_, index) => join(first, ...below.slice(0, index + 1)))];
}
