import { createHash } from "node:crypto";
import { filesBelow, readPlain } from "./tree.ts";

/**
 * Files of a search index in which Pagefind sorts nothing: the values of a filter, the
 * filters, the languages. They are named after their content, and so are what name them.
 */
const unsorted = /^pagefind\/(?:filter\/.*|pagefind\.\w+\.pf_meta|pagefind-entry\.json)$/;

export type SiteContents = ReadonlyMap<string, string>;

/**
 * A built site as something that can be compared: what each file holds, by name. Of the
 * unsorted files of its search index only the bytes count, not their order.
 */
export function contentsOf(dist: string): SiteContents {
  const contents = new Map<string, string>();
  const fromIndex: string[] = [];
  for (const file of filesBelow(dist)) {
    const bytes = readPlain(dist, file);
    if (!unsorted.test(file)) contents.set(file, hash(bytes));
    else if (file.startsWith("pagefind/filter/")) fromIndex.push(hash(bytes.sort()));
    else fromIndex.push(`${bytes.length} bytes`);
  }
  return contents.set("the rest of the search index", fromIndex.sort().join(" "));
}

function hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
