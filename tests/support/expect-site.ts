import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readRecord, recordPath } from "../../lib/core/publish/site-record.ts";
import { siteMarker } from "../../lib/site/swap.ts";
import { crawl, type Fetching } from "./crawl.ts";
import type { TwoSites } from "./old-and-new-site.ts";
import { filesBelow } from "./tree.ts";

/** What pages hold for others while a publish runs. */
const held = /(?:<span id="[^"]*" hidden><\/span>)+\n/g;

/**
 * Walk through a site that is being published, or was until it was killed: whatever is led
 * to is there, and each page is the old one or the new one.
 *
 * @param url ends with a slash. @param fetching asks the web server when absent.
 */
export async function expectOldOrNew(
  url: string,
  { old, fresh }: TwoSites,
  moment: string,
  fetching?: Fetching,
): Promise<void> {
  const { missing, pages } = await crawl(url, fetching);
  expect(missing, moment).toEqual([]);
  for (const [path, html] of pages) {
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const plain = html.replace(held, "");
    const versions = [old, fresh].flatMap((folder) => readIfThere(join(folder, file)) ?? []);
    expect(versions.includes(plain), `${moment}: ${path} is neither old nor new`).toBe(true);
  }
}

/** What a target holds when a site is there: its files, its record, and what is kept of the one before for a while. @param site folder of the built one. */
export function expectWhole(contents: ReadonlyMap<string, Buffer>, site: string): void {
  const record = readRecord(contents.get(recordPath)?.toString() ?? "");
  expect(record?.unsure).toEqual([]);
  const files = filesBelow(site).filter((file) => file !== siteMarker);
  const known = new Set([...files, ...(record?.kept ?? []), recordPath]);
  expect([...contents.keys()].filter((path) => !known.has(path))).toEqual([]);
  for (const file of files)
    expect(contents.get(file)?.equals(readFileSync(join(site, file))), `${file} is that site's`).toBe(true);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
