import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { exportSearch } from "../../../lib/site/search/export-search.ts";
import { defineSite } from "../../../lib/site/site.ts";

const folder = mkdtempSync(join(tmpdir(), "pincite-export-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writePage(name: string, text: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  const article = `<article class="brief" data-pagefind-body><h1>${name}</h1><p>${text}</p></article>`;
  writeFileSync(join(folder, name, "index.html"), `<html lang="en"><body>${article}</body></html>`);
}

test("a page is read when its documents are asked for, and none before", () => {
  for (const name of ["a", "b", "c"]) writePage(name, "Written at first.");
  const pages = exportSearch(defineSite({ title: "The archive" }), folder, "pincite");
  const told: string[] = [];
  for (const { lines } of pages) {
    told.push(...(/Written \w+ \w+/.exec(lines) ?? []));
    for (const name of ["a", "b", "c"]) writePage(name, `Written after ${"abc"[told.length - 1] ?? ""}.`);
  }
  expect(told).toEqual(["Written at first", "Written after a", "Written after b"]);
});
