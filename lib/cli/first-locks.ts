import { writeLock } from "../core/anchoring/write-lock.ts";
import { buildCatalog } from "../core/catalog/catalog.ts";
import { formatProblem } from "../core/problem.ts";
import type { AddedFile } from "../files/add-files.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { lockPath } from "../files/lock-file.ts";

/**
 * The locks of a new site, so that it builds where nothing is written into projects, too.
 *
 * @param root absolute path of what holds briefs/ and sources/. @param today YYYY-MM-DD.
 * @throws when something is wrong in the site: that would be a fault of Pincite's.
 */
export async function firstLocks(root: string, language: string, today: string): Promise<AddedFile[]> {
  const library = await new LibraryReader({ root, pages: "", language }).read();
  const { problems, warnings, locks } = buildCatalog(library, { frozen: false, today });
  const found = [...problems, ...warnings];
  if (found.length > 0)
    throw new Error(`The new site would not pass its check.\n${found.map(formatProblem).join("\n")}`);
  return Array.from(locks, ([id, { lock }]) => ({ path: lockPath(id), content: writeLock(lock) }));
}
