import { createHash } from "node:crypto";
import { join } from "node:path";
import type { BuildSummary } from "../build-site.ts";
import type { Project } from "../project.ts";
import { librariesOf } from "../site.ts";
import { publishedFiles, type BuildRecord } from "./build-record.ts";
import { fileState, listFiles } from "./file-state.ts";

/**
 * One text for every file that a library is read from, by their states: another one
 * whenever one of them may be another. Undefined where a library is not made of its files alone: where
 * sources are what modules give, or stand on other sites.
 *
 * @param surroundings for all else: see `surroundingsStamp`.
 */
export function inputsStamp({ root, site, circumstances }: Project, surroundings: string): string | undefined {
  if (librariesOf(site).size > 0) return undefined;
  const files = ["briefs", "sources"].flatMap((folder) =>
    listFiles(join(root, folder)).map((path) => join(folder, path)),
  );
  if (files.some((path) => path.endsWith(".ts"))) return undefined;
  const sum = createHash("sha256").update(JSON.stringify([surroundings, circumstances]));
  for (const path of files.sort()) sum.update(`${path}\0${fileState(join(root, path))}\0`);
  return sum.digest("hex");
}

/** What the last build said, where it would now be made of the same files, and all that it made is there as it was. */
export function unchangedSince(
  record: BuildRecord | undefined,
  inputs: string | undefined,
  dist: string,
): BuildSummary | undefined {
  const whole = record?.whole;
  if (!record || !whole || inputs === undefined || whole.inputs !== inputs) return undefined;
  const files = publishedFiles(record);
  const there = listFiles(dist);
  const isSame = there.length === files.length && files.every(([path, state]) => fileState(join(dist, path)) === state);
  return isSame ? whole.summary : undefined;
}
