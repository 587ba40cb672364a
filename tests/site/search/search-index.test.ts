import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildSearchIndex } from "../../../lib/site/search-index.ts";
import { indexByPagefind, searchIndex, type Asking, type Found } from "../../support/own-index.ts";
import { filesBelow, hashTree } from "../../support/tree.ts";
import { copyFixture } from "../../support/fixture-site.ts";
import { buildCopy } from "../../support/site-copy.ts";

const folder = mkdtempSync(join(tmpdir(), "pincite-index-"));
const { dist } = inject("exampleSite");
let copies = 0;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The pages of a built site, without its index. @param order in which they are put there. */
function copyPages(site: string, order: (files: string[]) => string[] = (files) => files): string {
  const copy = join(folder, `site-${++copies}`);
  const pages = filesBelow(site).filter((file) => file.endsWith(".html"));
  for (const file of order(pages)) cpSync(join(site, file), join(copy, file));
  return copy;
}

const cache = (name: string) => join(folder, "caches", name);
const indexOf = (site: string) => hashTree(join(site, "pagefind"));

describe("the same pages give the same bytes", () => {
  let first: string;
  beforeAll(async () => {
    first = copyPages(dist);
    await buildSearchIndex(first, cache("first"));
  });

  test("as the command built them", () => {
    expect(indexOf(first)).toBe(indexOf(dist));
  });

  test.each([
    ["indexed anew, the files in another order", "another", (files: string[]) => files.toReversed()],
    ["taken from the index of before", "first", (files: string[]) => files],
  ])("%s", async (_, name, order) => {
    const other = copyPages(dist, order);
    await buildSearchIndex(other, cache(name));
    expect(indexOf(other)).toBe(indexOf(first));
  });

  test("where what was kept is cut off or not Pincite's", async () => {
    const kept = readdirSync(cache("first"));
    for (const [at, name] of kept.entries()) {
      if (at % 2 === 0) truncateSync(join(cache("first"), name), statSync(join(cache("first"), name)).size - 10);
      else writeFileSync(join(cache("first"), name), "no index");
    }
    const other = copyPages(dist);
    await buildSearchIndex(other, cache("first"));
    expect(indexOf(other)).toBe(indexOf(first));
    expect(readdirSync(cache("first"))).toEqual(kept);
  });

  test("a changed page gives others, and that again the first, with nothing left of what is no longer used", async () => {
    const site = copyPages(dist);
    const brief = join(site, "briefs/repatriation-deadline/index.html");
    const html = readFileSync(brief, "utf8");
    await buildSearchIndex(site, cache("changing"));
    const kept = readdirSync(cache("changing"));
    writeFileSync(brief, html.replaceAll("Afghans", "Zebrafolk"));
    await buildSearchIndex(site, cache("changing"));
    expect(indexOf(site)).not.toBe(indexOf(first));
    // The sources are as they were.
    expect(readdirSync(cache("changing")).filter((name) => !kept.includes(name)).length).toBe(2);
    expect(readdirSync(cache("changing")).length).toBe(kept.length);
    writeFileSync(brief, html);
    await buildSearchIndex(site, cache("changing"));
    expect(indexOf(site)).toBe(indexOf(first));
  });

  test("what is not searched does not matter: who cites a paragraph, notes, frame and looks", async () => {
    const site = copyPages(dist);
    for (const file of filesBelow(site)) {
      const html = readFileSync(join(site, file), "utf8");
      const other = html
        .replaceAll('class="citing-sentence"', 'class="other-sentence"')
        .replaceAll(/(<p class="arrival"[^>]*>)/g, "$1Arrival words ")
        .replaceAll('class="prose"', 'class="other"')
        .replaceAll("</footer>", "Words of the footer</footer>");
      writeFileSync(join(site, file), other);
    }
    await buildSearchIndex(site, cache("first"));
    expect(indexOf(site)).toBe(indexOf(first));
  });
});

/** What a reader can ask for, as a line each. */
async function answers(
  ask: Asking,
  queries: readonly [string | null, Readonly<Record<string, string>>?][],
): Promise<string[]> {
  const lines: string[] = [];
  for (const [query, filters] of queries) {
    const { found, counts } = await ask(query, filters);
    lines.push(`${query ?? "everything"} ${JSON.stringify(filters ?? {})} ${found.length} ${sorted(counts)}`);
    lines.push(...found.map(described).sort());
  }
  return lines;
}

function described({ url, locations, content, filters, meta, anchors }: Found): string {
  return sorted({ url, locations, content, filters, meta, anchors });
}

/** JSON with keys in order, without filters that offer nothing. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(
          Object.entries(one)
            .filter(([, inner]) => inner !== 0 && JSON.stringify(inner) !== "{}")
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : one,
  );
}

describe("what is found is what Pagefind finds that has indexed the whole site by itself", () => {
  const queries: [string | null, Readonly<Record<string, string>>?][] = [
    ["asylum"],
    ["ministries"],
    ['"asylum from persecution"'],
    ["Taliban"],
    ["Taliban", { kind: "source" }],
    ["Taliban", { topic: "security" }],
    ["Taliban", { topic: "security", kind: "brief" }],
    ["Taliban", { grade: "news" }],
    ["Taliban", { grade: "news", year: "2025" }],
    ["Pakistan", { language: "en" }],
    ["Pakistan", { publisher: "UNAMA, OHCHR" }],
    ["xyzzyplugh"],
    [null],
    [null, { topic: "law" }],
    [null, { grade: "data" }],
    [null, { topic: "law", grade: "data" }],
    [null, { language: "ur" }],
    [null, { topic: "no such topic" }],
  ];

  test("in the example library, to the word and to the number beside each filter", async () => {
    const whole = copyPages(dist);
    await indexByPagefind(whole, join(whole, "pagefind"));
    const expected = await searchIndex(whole, (ask) => answers(ask, queries));
    expect(expected.length).toBeGreaterThan(100);
    expect(await searchIndex(dist, (ask) => answers(ask, queries))).toEqual(expected);
  });

  test("in a library with a withdrawn brief", async () => {
    const copy = copyFixture("life");
    await buildCopy(copy);
    const whole = copyPages(copy.dist);
    await indexByPagefind(whole, join(whole, "pagefind"));
    const asked: typeof queries = [["withdrawn"], [null], ["the"], [null, { kind: "brief" }]];
    const expected = await searchIndex(whole, (ask) => answers(ask, asked));
    expect(expected.join()).toContain('"status":"withdrawn"');
    expect(await searchIndex(copy.dist, (ask) => answers(ask, asked))).toEqual(expected);
  });
});
