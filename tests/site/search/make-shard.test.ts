import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, inject, test } from "vitest";
import { readMeta } from "../../../lib/core/search/pagefind-files.ts";
import { readSearched } from "../../../lib/core/search/read-searched.ts";
import { searchedPart } from "../../../lib/core/search/searched-part.ts";
import { joinShards, readEntry } from "../../../lib/site/search/join-shards.ts";
import { ShardMaker } from "../../../lib/site/search/make-shard.ts";
import {
  endPagefind,
  open,
  runPagefind,
  type IndexedPage,
  type IndexFiles,
} from "../../../lib/site/search/run-pagefind.ts";
import { filesBelow } from "../../support/tree.ts";

afterAll(endPagefind);

/** An index as something that can be compared: what its pages are called does not matter. */
function contents(shard: IndexFiles): unknown {
  const files = joinShards([shard]);
  const opened = (path: string) => Buffer.from(open(files.get(path) ?? new Uint8Array())).toString();
  const languages = Object.entries(readEntry(files).languages).map(([language, { hash, ...entry }]) => {
    const { pages, ...meta } = readMeta(open(files.get(`pagefind.${hash}.pf_meta`) ?? new Uint8Array()));
    const fragments = pages.map(({ fragment, words }) => [
      words,
      JSON.parse(opened(`fragment/${fragment}.pf_fragment`)) as unknown,
    ]);
    return { language, entry, meta, fragments };
  });
  const others = [...files.keys()].filter((path) => !/^(?:fragment|pagefind)/.test(path));
  return { languages, others: others.sort() };
}

test("what is made of the example library is what Pagefind makes", async () => {
  const { dist } = inject("exampleSite");
  const pages = filesBelow(dist).flatMap((file): IndexedPage[] => {
    const part = file.endsWith(".html") ? searchedPart(readFileSync(join(dist, file), "utf8")) : undefined;
    return part ? [{ address: `/${file}`, html: part.html }] : [];
  });
  const own = pages.filter(({ html }) => readSearched(html));
  expect(pages.filter((one) => !own.includes(one)).map(({ address }) => address)).toEqual([]);
  expect(contents(await new ShardMaker().make(own))).toEqual(contents(await runPagefind(own)));
});

const words = fc
  .array(
    fc.constantFrom(
      ...["asylum", "Naïve", "naive", "fact-finding", "UNHCR’s", "camelCase", "14.1", "don't", "ﬁne", "پناہ", "𐐀𐐁"],
      ...[
        "a&amp;b",
        "&lt;tag&gt;",
        "&quot;so&quot;",
        "it&#39;s",
        "x&nbsp;y",
        "(“quoted”)",
        "re-re",
        "👋",
        "ŒUVRE",
        "…",
        "$5",
      ],
      ...[
        "I",
        "İstanbul",
        "STRASSE",
        "straße",
        "co-operation,",
        "e\u0301te",
        "end\u00a0",
        "two\u2003words",
        "soft\u00adhyphen",
      ],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.join(" "));

const inlineElement = fc
  .tuple(fc.constantFrom("em", "strong", "span", "a", "code", "sub", "q", "mark", "bdi", "abbr"), words, fc.boolean())
  .map(([name, text, hasId]) => `<${name}${hasId ? ` id="i-${name}"` : ""}>${text}</${name}>`);
const content = fc
  .array(fc.oneof(words, inlineElement, fc.constantFrom("<br>", " ", "\n", '<img src="/a.png" alt="A &amp; b">', "")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.join(""));
const block = fc
  .tuple(
    fc.constantFrom(
      ...["p", "div", "h2", "h3", "h6", "blockquote", "figure", "figcaption", "pre", "section", "aside", "header"],
      ...["svg", "nav", "footer", "label", "details", "summary"],
    ),
    content,
    fc.constantFrom("", ' id="p1"', ' id="p14.1"', " data-pagefind-ignore", ' data-pagefind-ignore="index"'),
  )
  .map(([name, text, attributes]) => `<${name}${attributes}>${text}</${name}>`);
const others = fc.oneof(
  content.map((text) => `<ul><li>${text}</li><li><p>${text}</p></li></ul>`),
  content.map((text) => `<dl><dt>${text}</dt><dd>${text}</dd></dl>`),
  content.map((text) => `<table><tr><th>${text}</th><td>${text}</td></tr></table>`),
  words.map((text) => `<div id="p2"><div><p>${text}</p></div><blockquote><p>${text}</p></blockquote></div>`),
  words.map(
    (text) =>
      `<p hidden data-pagefind-ignore><span data-pagefind-filter="topic[data-value]" data-value="${text.replaceAll('"', "")}"></span><span data-pagefind-meta="status[data-value]" data-value="withdrawn"></span></p>`,
  ),
);
const page = fc
  .tuple(
    fc.constantFrom("en", "ur", "de", "en-x-sources", "xx"),
    words,
    fc.boolean(),
    fc.array(fc.oneof(block, others), { minLength: 1, maxLength: 6 }),
  )
  .map(([language, title, saysTitle, blocks]) => {
    const h1 = `<h1${saysTitle ? ' data-pagefind-meta="title"' : ""}>${title}</h1>`;
    const article = `<article data-pagefind-body>\n${h1}\n${blocks.join("\n")}</article>`;
    return `<html lang="${language}"><body>${article}</body></html>`;
  });

test("what is made of any pages is what Pagefind makes", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (htmls) => {
      const pages = htmls.map((html, at) => ({ address: `/${at}/`, html }));
      if (pages.every(({ html }) => readSearched(html))) read += 1;
      expect(contents(await new ShardMaker().make(pages))).toEqual(contents(await runPagefind(pages)));
    }),
    { numRuns: 40 },
  );
  expect(read).toBeGreaterThan(20);
});

test.each([
  [
    "a language whose words stand together",
    '<html lang="ja"><body><article data-pagefind-body>日本</article></body></html>',
  ],
  [
    "a weight",
    '<html lang="en"><body><article data-pagefind-body><p data-pagefind-weight="2">a</p></article></body></html>',
  ],
  ["a tag that is not closed", '<html lang="en"><body><article data-pagefind-body><p>a</article></body></html>'],
  ["a rare reference", '<html lang="en"><body><article data-pagefind-body>&hellip; a</article></body></html>'],
  ["another page", '<html lang="en"><body><main data-pagefind-body>a</main></body></html>'],
  ["no words", '<html lang="en"><body><article data-pagefind-body><p></p></article></body></html>'],
])("Pagefind itself reads %s", (_, html) => {
  expect(readSearched(html)).toBeUndefined();
});
