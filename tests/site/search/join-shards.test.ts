import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { joinShards } from "../../../lib/site/search/join-shards.ts";
import {
  endPagefind,
  open,
  runPagefind,
  type IndexedPage,
  type IndexFiles,
} from "../../../lib/site/search/run-pagefind.ts";

afterAll(endPagefind);

/** Files by name, compressed ones opened, as something that can be compared. */
function contents(files: IndexFiles): [string, string][] {
  return [...files]
    .filter(([path]) => !/\.js$|^wasm\./.test(path))
    .map(([path, bytes]): [string, string] => [path, hash(/\.pf_\w+$/.test(path) ? open(bytes) : bytes)])
    .sort();
}

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface MadeUp {
  readonly title: string;
  readonly words: readonly string[];
  readonly isWithdrawn: boolean;
  readonly language: string;
  readonly topics: readonly string[];
}

function page({ title, words, isWithdrawn, language, topics }: MadeUp, at: number): IndexedPage {
  const said = topics.map((topic) => `<span data-pagefind-filter="topic[data-value]" data-value="${topic}"></span>`);
  if (isWithdrawn) said.push('<span data-pagefind-meta="status[data-value]" data-value="withdrawn"></span>');
  return {
    address: `/${at}/`,
    html: `<html lang="${language}"><body><article data-pagefind-body><h1 data-pagefind-meta="title">${title}</h1><p hidden data-pagefind-ignore>${said.join("")}</p><p id="p${at}">${words.join(" ")}</p></article></body></html>`,
  };
}

const word = fc.constantFrom(
  ...["asylum", "naïve", "naive", "nàïve", "running", "ran", "1951", "14.1", "پناہ", "中文", "𐐀𐐁", "ﬁne", "withdrawn"],
);
const madeUp = fc.record({
  title: word,
  words: fc.array(word, { minLength: 1, maxLength: 8 }),
  isWithdrawn: fc.boolean(),
  language: fc.constantFrom("en", "en-x-sources", "ur"),
  topics: fc.uniqueArray(fc.constantFrom("law", "refugees", "prices"), { maxLength: 3 }),
});

test("the indexes of parts, joined, are the index of the whole, wherever it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(madeUp, { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), async (all, a, b) => {
      const pages = all.map(page);
      const cuts = [a % pages.length, b % pages.length].sort((x, y) => x - y);
      const parts = [pages.slice(0, cuts[0]), pages.slice(cuts[0], cuts[1]), pages.slice(cuts[1])];
      const shards: IndexFiles[] = [];
      for (const part of parts) if (part.length > 0) shards.push(await runPagefind(part));
      expect(contents(joinShards(shards))).toEqual(contents(joinShards([await runPagefind(pages)])));
    }),
    { numRuns: 25 },
  );
});

test("an index of more words than one file holds is cut into several that hold all of them", async () => {
  const pages = Array.from({ length: 40 }, (_, at) =>
    page(
      {
        title: "Many",
        words: Array.from({ length: 900 }, (_, number) => `w${(at * 467 + number) % 6000}x`),
        isWithdrawn: at % 7 === 0,
        language: "en",
        topics: [],
      },
      at,
    ),
  );
  const shards = [await runPagefind(pages.slice(0, 11)), await runPagefind(pages.slice(11))];
  const joined = contents(joinShards(shards));
  expect(joined.filter(([path]) => path.startsWith("index/")).length).toBeGreaterThan(2);
  expect(joined).toEqual(contents(joinShards([await runPagefind(pages)])));
});
