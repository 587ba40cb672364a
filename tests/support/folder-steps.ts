import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { sep } from "node:path";

type Operation = (...values: unknown[]) => unknown;

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
 * Do something during which this process changes a folder, and be called before each change
 * of it, and once when all is done: what the folder holds then is what a kill leaves.
 */
export async function beforeEachChange(
  folder: string,
  look: (change: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const real = Object.fromEntries(names.map((name) => [name, fs[name]])) as Pick<typeof fs, (typeof names)[number]>;
  let isLooking = false;
  const watched = names.map((name) => {
    const operation = real[name] as Operation;
    const counted: Operation = (...values) => {
      const paths = values.filter((value) => typeof value === "string");
      const path = paths.find((value) => `${value}${sep}`.startsWith(`${folder}${sep}`));
      if (path !== undefined && !isLooking) {
        isLooking = true;
        look(`${name} ${path.slice(folder.length)}`);
        isLooking = false;
      }
      return operation(...values);
    };
    return [name, counted] as const;
  });
  Object.assign(fs, Object.fromEntries(watched));
  syncBuiltinESMExports();
  try {
    await work();
    isLooking = true;
    look("the end");
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}
