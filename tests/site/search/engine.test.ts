import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, inject, test } from "vitest";
import { layoutsFolder } from "../../../lib/site/layouts-folder.ts";
import { buildSearchIndex } from "../../../lib/site/search-index.ts";
import { searchIndex, type Found, type FoundPage } from "../../support/own-index.ts";
import { serveSite } from "../../support/static-server.ts";

type StemsOf = (words: string) => string[];

interface Index {
  search(
    words: string | null,
    stemsOf: StemsOf,
    filters: Readonly<Record<string, string>>,
  ): Promise<{ readonly results: readonly { score: number; kind: string; data(): Promise<FoundPage> }[] }>;
}

interface Site {
  readonly indexes: Promise<readonly Index[]>;
  openStems(): Promise<StemsOf>;
}

const script = pathToFileURL(join(layoutsFolder, "scripts/search-site.js")).href;
const { openSite } = (await import(script)) as { readonly openSite: (base: URL, address: string) => Promise<Site> };

const folder = mkdtempSync(join(tmpdir(), "pincite-engine-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Query = readonly [words: string | null, filters?: Readonly<Record<string, string>>];

/** What the pages' own script finds in a site's index, as a line each. */
async function found(site: string, queries: readonly Query[]): Promise<string[][]> {
  const server = await serveSite(site);
  // There is no page in Node.
  Object.assign(globalThis, { document: { documentElement: { lang: "none" } } });
  try {
    const opened = await openSite(new URL("pagefind/", server.url), "/");
    const [indexes, stemsOf] = [await opened.indexes, await opened.openStems()];
    const answers: string[][] = [];
    for (const [words, filters = {}] of queries) {
      const all = await Promise.all(indexes.map((index) => index.search(words, stemsOf, filters)));
      const results = all.flatMap((one) => one.results);
      answers.push(await Promise.all(results.map(async (one) => line({ ...(await one.data()), score: one.score }))));
    }
    return answers.map((lines) => lines.sort());
  } finally {
    Object.assign(globalThis, { document: undefined });
    await server.close();
  }
}

/** What Pagefind's script finds, each time from the beginning: it also finds among words that it fetched before. */
async function foundByPagefind(site: string, queries: readonly Query[]): Promise<string[][]> {
  const answers: string[][] = [];
  for (const [words, filters] of queries)
    answers.push(await searchIndex(site, async (ask) => (await ask(words, filters)).found.map(line).sort()));
  return answers;
}

/** Pagefind reckons with numbers half as long, and of two words at one of many places it takes the one or the other. */
function line({ url, locations, score }: Found): string {
  return `${url} ${locations.length > 10 ? "" : Number(score.toPrecision(3))} ${locations.join(" ")}`;
}

test("the pages' script finds what Pagefind's finds, as good, and at the same places", async () => {
  const queries: Query[] = [
    ["asylum"],
    ["ministries"],
    ["p"],
    ["Tal"],
    ["Taliban Pakistan"],
    ["the right to asylum"],
    ["fact-finding"],
    ["14.1"],
    ["asylumseekersandmore"],
    ["asylum xyzzyplugh"],
    ["xyzzyplugh"],
    ["-"],
    ['"asylum from persecution"'],
    ['"persecution asylum"'],
    ["Taliban", { kind: "source" }],
    ["Taliban", { topic: "security", kind: "brief" }],
    ["Taliban", { grade: "news", year: "2025" }],
    ["پناہ"],
    [null, { topic: "law" }],
    [null, { topic: "law", grade: "data" }],
    [null, { topic: "no such topic" }],
    [null, { "no such filter": "law" }],
  ];
  const { dist } = inject("exampleSite");
  const expected = await foundByPagefind(dist, queries);
  expect(expected.flat().length).toBeGreaterThan(100);
  const actual = await found(dist, queries);
  for (const [at, query] of queries.entries())
    expect({ query, found: actual[at] }).toEqual({ query, found: expected[at] });
});

test("words with diacritics and words of several parts count as Pagefind counts them", async () => {
  const site = join(folder, "site");
  const texts = [
    ["Naïve and naive", "The naïve reader, a naive one and nàïve ones. Café-crème."],
    ["Running", "<h2 id='a'>Running ran</h2> Runners run; co-operation, cooperative and co-op."],
    ["Ran", "𐐀𐐁 stands here, and naive-naïve words of 1951 and 14.1, café and cafe."],
    ["Long", `${"other words follow ".repeat(60)} naive`],
  ] as const;
  for (const [at, [title, text]] of texts.entries()) {
    mkdirSync(join(site, `page-${at}`), { recursive: true });
    const article = `<article class="brief" data-pagefind-body><h1 data-pagefind-meta="title">${title}</h1><p>${text}</p></article>`;
    writeFileSync(join(site, `page-${at}/index.html`), `<html lang="en"><body>${article}</body></html>`);
  }
  await buildSearchIndex(site, join(folder, "cache"));
  const queries: Query[] = [
    "naive",
    "naïve",
    "running",
    "co-operation",
    "cafe creme",
    "ran words",
    '"stands here"',
    "a",
  ]
    .concat(["𐐀", "cafécrème", "1951 14.1"])
    .map((words) => [words]);
  const expected = await foundByPagefind(site, queries);
  const actual = await found(site, queries);
  for (const [at, query] of queries.entries())
    expect({ query, found: actual[at] }).toEqual({ query, found: expected[at] });
  // Pagefind finds no phrase on a page that has one of its words with diacritics and without.
  expect(await found(site, [['"naive reader"']])).toEqual([["/page-0/ 1 4 5"]]);
});
