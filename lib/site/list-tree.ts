import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../core/text/compare.ts";

/** Files below a folder, relative to it, with forward slashes, sorted. */
export function listTree(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort(compareText);
}
