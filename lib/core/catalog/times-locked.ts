import type { SourceLock } from "../anchoring/lock.ts";
import type { CitingDocument } from "../brief/citation.ts";

/** How often a lock holds that a document cites a paragraph or range, under whatever name the document had then. */
export function timesLocked(lock: SourceLock | undefined, document: CitingDocument, pinpoint: string): number {
  const { path, formerNames } = document;
  const paths = new Set([path, ...formerNames.map((name) => path.replace(/[^/]+$/, () => `${name}.md`))]);
  return (lock?.citations ?? [])
    .filter((count) => count.pinpoint === pinpoint && paths.has(count.document))
    .reduce((sum, { times }) => sum + times, 0);
}
