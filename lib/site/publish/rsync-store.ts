import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { firstLine, runTool } from "./run-tool.ts";
import type { Store, StoredFile } from "./store.ts";

/**
 * A folder that rsync reaches. Only what a plain rsync 3.1 or later does is asked of it:
 * lists of files, never a command on the other machine.
 *
 * @param destination `host:path`, or a path. @param work absolute path of a folder on the
 * site's file system, for what is on its way.
 */
export function rsyncStore(destination: string, work: string): Store {
  const target = `${destination.replace(/\/+$/, "")}/`;
  const run = async (from: string, to: string, paths: readonly string[], options: readonly string[]) => {
    const list = join(work, "files");
    writeFileSync(list, paths.map((path) => `${path}\0`).join(""));
    const always = ["--times", "--perms", "--chmod=D755,F644", "--from0", `--files-from=${list}`];
    const args = [...always, ...options, "--", from, to];
    const result = await runTool("rsync", args);
    if (result.kind === "missing")
      throw new Error(
        "rsync is not installed here. Install it (apt install rsync, brew install rsync) and publish again.",
      );
    if (result.code !== 0) throw new Error(failure(destination, result.code, result.errors));
  };
  const inFolder = async <Result>(name: string, use: (folder: string) => Promise<Result>): Promise<Result> => {
    const folder = mkdtempSync(join(work, `${name}-`));
    try {
      return await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return {
    read: (paths) =>
      inFolder("read", async (folder) => {
        if (paths.length > 0 && mayBeThere(destination))
          await run(target, `${folder}/`, paths, ["--ignore-missing-args"]);
        const there = paths.filter((path) => existsSync(join(folder, path)));
        return new Map(there.map((path) => [path, readFileSync(join(folder, path))]));
      }),
    write: (files) =>
      inFolder("write", async (folder) => {
        for (const file of files) stage(folder, file);
        // All are moved into place together when the last has arrived.
        const options = ["--ignore-times", "--delay-updates"];
        const paths = files.map(({ path }) => path);
        await run(`${folder}/`, target, paths, options);
      }),
    remove: async (paths) => {
      // Then the folders, from the inside out. rsync lets those be that are not empty.
      for (const level of [paths, ...foldersOf(paths)])
        await inFolder("delete", async (empty) => {
          // rsync looks for the folders that a missing file would be in.
          for (const path of level) mkdirSync(dirname(join(empty, path)), { recursive: true });
          await run(`${empty}/`, target, level, ["--delete-missing-args"]);
        });
    },
  };
}

/** The folders that files are in, the innermost first: a list for each depth. */
export function foldersOf(paths: readonly string[]): string[][] {
  const levels = new Map<number, Set<string>>();
  for (const path of paths) {
    const steps = path.split("/");
    for (let depth = steps.length - 1; depth > 0; depth--) {
      const level = levels.get(depth) ?? new Set();
      levels.set(depth, level.add(steps.slice(0, depth).join("/")));
    }
  }
  return [...levels].sort(([a], [b]) => b - a).map(([, folders]) => [...folders]);
}

/** Put a file where rsync takes it from. */
function stage(folder: string, { path, content }: StoredFile): void {
  const at = join(folder, path);
  mkdirSync(dirname(at), { recursive: true });
  if ("bytes" in content) {
    writeFileSync(at, content.bytes);
    return;
  }
  try {
    linkSync(content.file, at);
  } catch {
    copyFileSync(content.file, at);
  }
}

/** A folder of this machine that does not exist yet holds nothing; of another machine only rsync knows. */
function mayBeThere(destination: string): boolean {
  return isRemote(destination) || existsSync(destination);
}

/** As rsync has it: a colon before the first slash. */
export function isRemote(destination: string): boolean {
  return /^[^/]*:/.test(destination);
}

/** What rsync's exit codes mean here, from its manual; its last line says the rest. */
const reasons: ReadonlyMap<number, string> = new Map([
  [1, "it does not know an option, so it is older than 3.1; install a newer one"],
  [3, "the folder cannot be used"],
  [10, "the connection failed"],
  [11, "a file could not be read or written; is the disk full?"],
  [12, "the connection broke, or the other machine has no rsync"],
  [23, "some files could not be transferred"],
  [30, "it took too long"],
  [35, "nobody answered"],
  [127, "the other machine has no rsync"],
  [255, "SSH could not sign in: is the host known, and does it know your key? Try ssh to it once"],
]);

function failure(destination: string, code: number, errors: string): string {
  const reason = reasons.get(code) ?? `it ended with ${code}`;
  // The last line only repeats the code.
  const said = firstLine(errors.replace(/^rsync error:.*$/gm, "")).replace(/\.$/, "");
  return `rsync could not publish to ${destination}: ${reason}${said === "" ? "" : ` (${said})`}. Publish again: it goes on from where this ended.`;
}
