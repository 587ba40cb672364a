import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourceLock } from "../core/anchoring/lock.ts";
import { writeLock } from "../core/anchoring/write-lock.ts";
import type { Library } from "../core/catalog/catalog.ts";
import { keptSource } from "../core/libraries/keep-source.ts";
import { recordPath } from "./foreign-reader.ts";
import { lockPath } from "./lock-file.ts";
import { writeFiles } from "./write-files.ts";

/** Write such files; the folder of another site's sources is made where there is none. */
export function writeRecords(
  root: string,
  files: readonly { readonly path: string; readonly content: string }[],
): void {
  const placed = files.map(({ path, content }) => ({ absolute: join(root, path), content }));
  for (const { absolute } of placed) mkdirSync(dirname(absolute), { recursive: true });
  writeFiles(placed);
}

/**
 * The files that record what is cited of a source, the lock last: of another site's source
 * also what was read of it, so that the lock can be held against it anywhere.
 *
 * @param today YYYY-MM-DD. @returns paths relative to the project.
 */
export function recordFiles({ originals }: Library, id: string, lock: SourceLock, today: string) {
  const original = originals?.get(id);
  const cited = new Set<string>(lock.cited.keys());
  return [
    ...(original ? [{ path: recordPath(id), content: keptSource(original, cited, today) }] : []),
    { path: lockPath(id), content: writeLock(lock) },
  ];
}
