import { HtmlValidate } from "html-validate";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf, htmlPages, type HtmlElement } from "../support/html-page.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

let copy: SiteCopy;
let pages: Map<string, string>;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("hostile"));
  await buildCopy(copy);
  pages = htmlPages(copy.dist);
});

afterAll(() => {
  removeCopy(copy);
});

const elements = (file: string): HtmlElement[] => elementsOf(pages.get(file) ?? "");
const textOf = (file: string) => elements(file).find(({ name }) => name === "main")?.text ?? "";

describe("what looks like a program, in a brief or a source,", () => {
  test.each([
    ["a title", "briefs/hostile/index.html", "{{ 7*7 }} {% raw %} <script>alert('title')</script>"],
    ["a question", "briefs/hostile/index.html", "<img src=x onerror=alert('question')> ${7*7} #{7*7}"],
    ["a summary", "briefs/hostile/index.html", "\"><svg onload=alert('summary')> '><b>&amp;{{ constructor"],
    ["an author", "briefs/hostile/index.html", "<b onclick=alert('author')>Nobody</b>"],
    ["an audience", "briefs/hostile/index.html", "</p></article><script>alert('audience')</script>"],
    ["a change", "briefs/hostile/index.html", "<iframe src=javascript:alert('change')></iframe>"],
    ["a heading", "briefs/hostile/index.html", "<img src=x onerror=alert('heading')> {{ 7*7 }}"],
    ["running text", "briefs/hostile/index.html", "{{ site | dump }} and <script>alert('body')</script>"],
    [
      "raw HTML",
      "briefs/hostile/index.html",
      "<a href=\"javascript:alert('raw')\" onclick=\"alert('raw')\">raw HTML</a>",
    ],
    ["a link to a program", "briefs/hostile/index.html", "[x](javascript:alert(1)) [y](data:text/html,<script>"],
    ["such a link in disguise", "briefs/hostile/index.html", "[z](JaVaScRiPt:alert(1))\n[entity](javascript:alert(1))"],
    ["a link without a scheme", "briefs/hostile/index.html", "[host](//evil.example/) <javascript:alert(1)>"],
    [
      "a code span",
      "briefs/hostile/index.html",
      "{% cite \"nobody\", 1 %} and {{ 7*7 }} and <script>alert('code')</script>",
    ],
    ["code with a strange language", "briefs/hostile/index.html", "<script>alert('attribute')</script>"],
    ["code in an unknown language", "briefs/hostile/index.html", "<script>alert('unknown')</script> {% raw %}"],
    ["code called text", "briefs/hostile/index.html", "<img src=x onerror=alert('text')> &lt;b&gt;"],
    ["code in colour", "briefs/hostile/index.html", "<script>alert('html')</script>"],
    ["code in a language named like a property", "briefs/hostile/index.html", "<script>alert('constructor')</script>"],
    ["a table", "briefs/hostile/index.html", "<script>alert('cell')</script>"],
    ["a remark", "briefs/hostile/index.html", "<script>alert('remark')</script> {{ 7*7 }}"],
    ["a footnote", "briefs/hostile/index.html", "<script>alert('footnote')</script>"],
    ["a warning, in a note", "briefs/hostile/index.html", "<script>alert('notice')</script>"],
    ["a transclusion", "briefs/hostile/index.html", "[up](../../../etc/passwd) [site](/briefs/)"],
    ["a source's title", "sources/hostile/index.html", "<img src=x onerror=alert(1)>"],
    ["a source's author", "sources/hostile/index.html", "\"><script>alert('author')</script>"],
    ["a source's container", "sources/hostile/index.html", "{% raw %}"],
    ["a source's address", "sources/hostile/index.html", "https://example.org/\"onmouseover=\"alert('url')"],
    ["another address", "sources/hostile/index.html", "https://example.org/<script>alert('also')</script>"],
    ["a permission", "sources/hostile/index.html", "<b>Written</b> for these tests."],
    ["a note on a source", "sources/hostile/index.html", "</aside><script>alert('note')</script>"],
    ["a warning", "sources/hostile/index.html", "<script>alert('notice')</script>"],
    ["a source's heading", "sources/hostile/index.html", "<img src=x onerror=alert('source-heading')> {{ 7*7 }}"],
    ["a paragraph", "sources/hostile/index.html", "The word <b>remarkable</b> stands in <script>alert('paragraph')"],
    ["a tag in a paragraph", "sources/hostile/index.html", '{{ 7*7 }} {% cite "hostile", 1 %} {% raw %}.'],
    ["a link in a paragraph", "sources/hostile/index.html", "![i](javascript:alert(2)) [up](../../../etc/passwd)"],
    ["code in a source", "sources/hostile/index.html", "<script>alert('source-code')</script>"],
    ["an item", "sources/hostile/index.html", "<img src=x onerror=alert('item')>"],
    ["a title in a list", "briefs/index.html", "{{ 7*7 }} {% raw %} <script>alert('title')</script>"],
    ["a source's title in a list", "sources/index.html", "<img src=x onerror=alert(1)>"],
    ["a source's title in a chart", "evidence/hostile/index.html", "<img src=x onerror=alert(1)>"],
    ["a title over charts", "evidence/hostile/index.html", "{{ 7*7 }} {% raw %} <script>alert('title')</script>"],
    ["a title in the table of briefs", "evidence/index.html", "<script>alert('title')</script>"],
  ])("is shown as it was typed: %s", (_, file, typed) => {
    expect(textOf(file)).toContain(typed);
  });

  test("becomes no element, no attribute and no address", () => {
    for (const file of pages.keys()) {
      for (const { name, attributes } of elements(file)) {
        const shown = `<${name}> in ${file}`;
        expect(["img", "iframe", "b", "style", "object", "embed"], shown).not.toContain(name);
        if (name === "svg") expect(attributes.class, shown).toBe("chart-drawing");
        expect(
          Object.keys(attributes).filter((attribute) => attribute.startsWith("on")),
          shown,
        ).toEqual([]);
        if (name === "script" && attributes.type !== "application/ld+json")
          expect(attributes.src, shown).toMatch(/^\/assets\//);
        expect(attributes.href ?? "", shown).not.toMatch(/^\s*(?:javascript|data|vbscript):|^[/\\]{2}/i);
      }
    }
  });

  test("is never worked out", () => {
    for (const [file, html] of pages) expect(html, file).not.toMatch(/\b49\b/);
  });
});

test("headings take no id that the page itself uses", async () => {
  const validator = new HtmlValidate({ rules: { "no-dup-id": "error" } });
  for (const [file, html] of pages) {
    const report = await validator.validateString(html, file);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      file,
    ).toEqual([]);
  }
});

test("topics named like properties have pages of their own", () => {
  for (const topic of ["constructor", "tostring"]) {
    expect(existsSync(join(copy.dist, "topics", topic, "index.html"))).toBe(true);
    expect(textOf(`topics/${topic}/index.html`)).toContain("<script>alert('title')</script>");
  }
});

test.each(["note-1", "note-popover"])("no heading gets the id %s, which notes need", (id) => {
  const headings = elements("briefs/hostile/index.html").filter(({ name }) => /^h[1-6]$/.test(name));
  expect(headings.map(({ attributes }) => attributes.id)).toContain(`section-${id}`);
  expect(headings.map(({ attributes }) => attributes.id)).not.toContain(id);
});
