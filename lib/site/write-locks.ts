import type { SourceLock } from "../core/anchoring/lock.ts";
import { writeLock } from "../core/anchoring/write-lock.ts";
import type { Catalog, Library } from "../core/catalog/catalog.ts";
import { lockPath } from "../files/lock-file.ts";
import { recordFiles, writeRecords } from "../files/record-files.ts";

/** Write the locks that hold something new. @returns their paths, relative to the project. */
export function lockNew(catalog: Catalog, root: string, today: string): string[] {
  const changed = [...catalog.locks].filter(([id, { isNew, lock }]) => isNew || isUnkept(catalog.library, id, lock));
  const files = changed.flatMap(([id, { lock }]) => recordFiles(catalog.library, id, lock, today));
  writeRecords(root, files);
  return changed.map(([id]) => lockPath(id));
}

/** For people. @param names paths of locks that were written. */
export function describeLocks(names: readonly string[]): string {
  if (names.length === 0) return "nothing new";
  return names.length > 3 ? `${names.length} locks, to be committed` : `${names.join(", ")}, to be committed`;
}

/** Whether the record beside a lock that needs no change is lost, or of another address. */
function isUnkept({ originals, records }: Library, id: string, lock: SourceLock): boolean {
  const before = records.get(id)?.lock;
  return originals?.get(id)?.isKept === false && before !== undefined && writeLock(before) === writeLock(lock);
}
