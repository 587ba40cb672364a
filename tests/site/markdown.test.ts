import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { beforeAll, expect, inject, test } from "vitest";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import { PageText } from "../../lib/site/page-text.ts";
import { readExampleCatalog } from "../support/example-catalog.ts";
import { elementsOf } from "../support/html-page.ts";
import { nodesOf, readMarkdown, wordsOf } from "../support/markdown-file.ts";
import { filesBelow } from "../support/tree.ts";

const { dist } = inject("exampleSite");
const files = filesBelow(dist);
const read = (path: string) => readFileSync(join(dist, path), "utf8");
const pages = files.filter((file) => file.endsWith("/index.md"));

let catalog: Catalog;
beforeAll(async () => {
  catalog = await readExampleCatalog();
});

/** All text of a page, with and without a gap between two elements: words that are parted and words that are not. */
function shownWords(html: string): Set<string> {
  const gapped: string[] = [];
  const parser = new Parser({
    ontext: (text) => gapped.push(text),
    onopentag: (_, { alt = "" }) => gapped.push(" ", alt, " "),
    onclosetag: () => gapped.push(" "),
  });
  parser.end(html.slice(html.indexOf("<body")));
  const page = new PageText(html);
  const whole = page.textOf({ start: 0, end: Number.POSITIVE_INFINITY });
  return new Set([...words(gapped.join("")), ...words(whole)]);
}

/** Words of letters and digits, in any script. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

test("each published brief, each source and each list has its Markdown, named by its page", () => {
  const briefs = catalog.library.briefs.filter(({ isPublic }) => isPublic).map(({ name }) => `briefs/${name}/index.md`);
  const sources = [...catalog.library.sources.keys()].map((id) => `sources/${id}/index.md`);
  const lists = ["briefs/index.md", "sources/index.md", "topics/index.md"];
  expect(pages.filter((page) => !/^topics\/./.test(page) || page === "topics/index.md").sort()).toEqual(
    [...briefs, ...sources, ...lists].sort(),
  );
  for (const page of pages) {
    const links = elementsOf(read(page.replace(/md$/, "html"))).filter(({ attributes }) => attributes.rel === "alternate"); // prettier-ignore
    expect(links.map(({ attributes }) => [attributes.type, attributes.href])).toContainEqual(["text/markdown", `/${page}`]); // prettier-ignore
  }
});

test("no word is in a file that its page does not show", () => {
  for (const file of pages) {
    const shown = shownWords(read(file.replace(/md$/, "html")));
    const root = readMarkdown(read(file));
    expect({ file, words: words(wordsOf(root)).filter((word) => !shown.has(word)) }).toEqual({ file, words: [] });
    expect(nodesOf(root, "html")).toEqual([]);
  }
});

test("of each paragraph that a page shows all words are in its file, behind its label", () => {
  for (const { id } of catalog.library.sources.values()) {
    const page = new PageText(read(`sources/${id}/index.html`));
    const written = words(wordsOf(readMarkdown(read(`sources/${id}/index.md`)))).join(" ");
    for (const paragraph of page.elements.filter(({ attributes }) =>
      attributes.class?.split(" ").includes("paragraph"),
    )) {
      const [label, shown] = ["label", "text"].map((name) => page.inside(paragraph).find(({ attributes }) => attributes.class === name)); // prettier-ignore
      const text = words(shown ? page.textOf(shown) : "").join(" ");
      expect(written).toContain(text);
      expect(read(`sources/${id}/index.md`)).toContain(`[${label ? page.textOf(label) : "none"}]`);
    }
  }
});

test("each brief has all its notes, headings and tables", () => {
  for (const { name, notes, headings, tokens } of catalog.library.briefs) {
    const root = readMarkdown(read(`briefs/${name}/index.md`));
    expect(nodesOf(root, "footnoteDefinition")).toHaveLength(notes);
    const mentioned = new Set(nodesOf(root, "footnoteReference").map(({ identifier }) => identifier));
    expect(mentioned.size).toBe(notes);
    expect(nodesOf(root, "heading").map(wordsOf)).toEqual(expect.arrayContaining(headings.map(({ text }) => text)));
    const tables = tokens().filter(({ type }) => type === "table_open").length;
    expect(nodesOf(root, "table").length).toBeGreaterThanOrEqual(tables);
  }
});

test("every address in a file leads to a page or place of the site, or elsewhere", () => {
  const ids = new Map<string, Set<string>>();
  for (const file of [...pages, "llms.txt"]) {
    const base = new URL(file, "https://here.example/");
    for (const { url } of nodesOf(readMarkdown(read(file)), "link")) {
      const address = new URL(url.replace(/^https:\/\/pincite\.example\//, "https://here.example/"), base);
      if (address.origin !== base.origin) continue;
      const path = `${address.pathname.slice(1)}${address.pathname.endsWith("/") ? "index.html" : ""}`;
      expect([file, path, files.includes(path)]).toEqual([file, path, true]);
      if (address.hash === "") continue;
      const known = ids.get(path) ?? new Set(new PageText(read(path)).idCounts().keys());
      ids.set(path, known);
      expect(known).toContain(decodeURIComponent(address.hash.slice(1)));
    }
  }
});

test("llms.txt has a title, a summary, and lists of files, as llmstxt.org asks for", () => {
  const { children } = readMarkdown(read("llms.txt"));
  expect(children.slice(0, 2).map(({ type }) => type)).toEqual(["heading", "blockquote"]);
  const headings = children.filter((one) => one.type === "heading");
  expect(headings.map(({ depth }) => depth)).toEqual([1, 2, 2, 2]);
  expect(wordsOf(headings[0] ?? children[0] as never)).toBe("Pincite"); // prettier-ignore
  for (const [index, one] of children.entries())
    if (one.type === "heading" && one.depth === 2) expect(children[index + 1]?.type).toBe("list");
});
