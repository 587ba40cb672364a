import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSearchIndex } from "../../../lib/site/search-index.ts";
import { hashTree } from "../../support/tree.ts";

const folder = mkdtempSync(join(tmpdir(), "pincite-shards-"));
const site = join(folder, "site");
const cache = join(folder, "cache");
const index = () => hashTree(join(site, "pagefind"));

function writePage(name: string, text: string): void {
  mkdirSync(join(site, name), { recursive: true });
  const article = `<article class="brief" data-pagefind-body><h1>${name}</h1><p>${text}</p></article>`;
  writeFileSync(join(site, name, "index.html"), `<html lang="en"><body>${article}</body></html>`);
}

function words(at: number): string {
  return Array.from({ length: 8000 }, (_, number) => `w${(at * 467 + number) % 9000}x`).join(" ");
}

beforeAll(async () => {
  for (let at = 0; at < 40; at++) writePage(`page-${at}`, words(at));
  await buildSearchIndex(site, cache);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["changes", "page-7", "Zebrafolk and nothing else"],
  ["is longer than any shard", "page-30", words(1).repeat(30)],
  ["is new", "page-301", words(4)],
])(
  "where a page %s few shards are made again, and the bytes are those of an index made anew",
  async (_, name, text) => {
    const before = readdirSync(cache);
    expect(before.length).toBeGreaterThan(5);
    writePage(name, text);
    await buildSearchIndex(site, cache);
    const made = readdirSync(cache).filter((key) => key.startsWith("shard") && !before.includes(key));
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(before.length / 2);
    const kept = index();
    await buildSearchIndex(site, join(folder, `beside ${name}`));
    expect(index()).toBe(kept);
  },
);

test("where a page is gone, nothing of it is left", async () => {
  writePage("page-zebra", "Zebrafolk");
  const before = index();
  await buildSearchIndex(site, cache);
  expect(index()).not.toBe(before);
  rmSync(join(site, "page-zebra"), { recursive: true });
  await buildSearchIndex(site, cache);
  expect(index()).toBe(before);
});
