import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RecordedUnit } from "./build-record.ts";
import { fileState, folderState, listFiles } from "./file-state.ts";

/**
 * Leave of a site that was published before only the folders that hold the very files of the
 * published one. Whatever has become of it meanwhile: a folder that is not as it was left is
 * looked at, file by file. What was written into one of its files since was written into the
 * published one.
 *
 * @param former absolute path. @param units of the published site. @returns those that it has not, or has otherwise.
 */
export function bringUpToDate(former: string, units: readonly RecordedUnit[]): RecordedUnit[] {
  const folders = new Set(units.map(({ folder }) => folder));
  for (const path of othersIn(former, folders)) rmSync(join(former, path), { recursive: true, force: true });
  return units.filter((unit) => {
    const folder = join(former, unit.folder);
    const isAsLeft = unit.formerState !== "" && folderState(folder) === unit.formerState;
    if (isAsLeft || holdsExactly(folder, unit)) return false;
    rmSync(folder, { recursive: true, force: true });
    return true;
  });
}

/** All that lies in a site beside these folders, by path below it; a folder as a whole, with a slash at its end. */
export function othersIn(site: string, folders: ReadonlySet<string>): string[] {
  const above = new Set([...folders].flatMap(foldersAbove));
  const look = (below: string): string[] =>
    readdirSync(join(site, below), { withFileTypes: true }).flatMap((entry) => {
      const path = `${below}${entry.name}`;
      if (!entry.isDirectory()) return [path];
      if (folders.has(path)) return [];
      return above.has(path) ? look(`${path}/`) : [`${path}/`];
    });
  return look("");
}

/** The files of a site that lie beside these folders, by path below it. */
export function filesBeside(site: string, folders: ReadonlySet<string>): string[] {
  return othersIn(site, folders).flatMap((path) =>
    path.endsWith("/") ? listFiles(join(site, path)).map((file) => `${path}${file}`) : [path],
  );
}

/** "a" and "a/b" of "a/b/c". */
function foldersAbove(path: string): string[] {
  const steps = path.split("/");
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/"));
}

/** Whether a folder holds the files of a unit, no others, and no folder without files. @param folder absolute path. */
function holdsExactly(folder: string, { files }: RecordedUnit): boolean {
  const states = new Map(files);
  let found = 0;
  const isSame = (below: string): boolean => {
    const entries = readdirIfThere(join(folder, below));
    return (
      entries.length > 0 &&
      entries.every((entry) => {
        const path = `${below}${entry.name}`;
        if (entry.isDirectory()) return isSame(`${path}/`);
        found += 1;
        return states.get(path) === fileState(join(folder, path));
      })
    );
  };
  return isSame("") && found === files.length;
}

function readdirIfThere(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
