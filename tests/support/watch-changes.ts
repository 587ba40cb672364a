import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Operation = (...values: unknown[]) => unknown;

/** By these a process changes files and folders. */
const names = [
  "copyFileSync",
  "linkSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "symlinkSync",
  "writeFileSync",
] as const;

/**
 * Be called before each change that this process makes to files, with its texts: paths, and
 * what is written. @returns what ends that.
 */
export function watchChanges(before: (name: string, texts: readonly string[]) => void): () => void {
  const real = names.map((name) => [name, fs[name]] as const);
  const watched = real.map(([name, operation]) => {
    const seen: Operation = (...values) => {
      before(
        name,
        values.filter((value) => typeof value === "string"),
      );
      return (operation as Operation)(...values);
    };
    return [name, seen] as const;
  });
  const { rm } = fs.promises;
  const seenRm: typeof rm = (path, options) => {
    before("rm", typeof path === "string" ? [path] : []);
    return rm(path, options);
  };
  Object.assign(fs, Object.fromEntries(watched));
  Object.assign(fs.promises, { rm: seenRm });
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, Object.fromEntries(real));
    Object.assign(fs.promises, { rm });
    syncBuiltinESMExports();
  };
}
