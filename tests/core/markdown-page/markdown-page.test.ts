import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../../../lib/core/catalog/catalog.ts";
import { builtInNaming } from "../../../lib/core/citation-style/naming.ts";
import { briefMarkdownPage } from "../../../lib/core/markdown-page/brief-markdown-page.ts";
import { bullets, paragraph, quote, table, text, writeMarkdown } from "../../../lib/core/markdown-page/mdast.ts";
import type { MarkdownPage } from "../../../lib/core/markdown-page/page-words.ts";
import { sourceMarkdownPage } from "../../../lib/core/markdown-page/source-markdown-page.ts";
import { nodesOf, readMarkdown, wordsOf } from "../../support/markdown-file.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

const sign = fc.constantFrom("*", "_", "`", "~~", "[", "](javascript:x)", "]", "<script>", "</p>", "&amp;", "#", "1.", "-", "+", ">", "|", "\\", "![x](y)", "[^1]", "[^1]:", "{{ x }}", "{% cite %}", "https://a.example", "www.a.example", "a@b.example", "---", "===", "اردو", "word", "Word", ":::"); // prettier-ignore
const anyText = fc
  .array(sign, { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(" "))
  .filter((value) => value.trim() === value);

test("what a text says stays text: nothing in it becomes mark-up", () => {
  fc.assert(
    fc.property(anyText, anyText, (one, two) => {
      const written = writeMarkdown([
        paragraph(text(one)),
        bullets([[text(two)], [text(one)]]),
        quote(paragraph(text(two))),
        table([[[text(one)], [text("b")]], [[text(two)], [text("d")]]]),
      ]); // prettier-ignore
      const root = readMarkdown(written);
      expect(root.children.map(({ type }) => type)).toEqual(["paragraph", "list", "blockquote", "table"]);
      for (const type of ["html", "image", "footnoteReference", "inlineCode", "heading", "emphasis"] as const)
        expect(nodesOf(root, type)).toEqual([]);
      expect(nodesOf(root, "paragraph").map(wordsOf)).toEqual([one, two, one, two]);
      expect(nodesOf(root, "tableCell").map(wordsOf)).toEqual([one, "b", two, "d"]);
    }),
    { numRuns: 300 },
  );
});

const page: MarkdownPage = {
  say: (key, values = {}) => [key, ...Object.values(values)].join(" "),
  sayCount: (key, count) => `${key} ${count}`,
  sayNumber: String,
  addressOf: (path) => `https://example.org${path}`,
};

const body = `
One claim,{% cite "report", 1 %} and a [link](/briefs/) to **another**.

| A | B |
| - | -: |
| x{% cite "report", 2 %} | y \\| z |

Table: Some figures.{% cite "report", 1 %} {#tbl:some}

1. First
   - inner *item*
2. Second

> Quoted by hand.

\`\`\`sql
SELECT '<b>';
\`\`\`

{% quote "report", 2 %}

::: caution Take care
See @tbl:some.[^own]
:::

[^own]: A note of the author’s.
`;

const namingOf = ({ library }: Catalog) => builtInNaming("pincite", library.sources.values());

describe("a brief as Markdown", () => {
  const brief = briefNamed("a-brief", body);
  const catalog = catalogOf([sourceOfWords("One. Two.")], [brief]);
  expect(catalog.problems).toEqual([]);
  const root = readMarkdown(briefMarkdownPage(catalog, brief, namingOf(catalog), page));

  test("keeps tables, lists in lists, quotations and code", () => {
    const [figures] = nodesOf(root, "table");
    expect(nodesOf(figures ?? root, "tableCell").map(wordsOf)).toEqual(["A", "B", "x", "y | z"]);
    expect(figures?.align).toEqual([null, "right"]);
    const ordered = nodesOf(root, "list").find((one) => one.ordered);
    expect(nodesOf(ordered ?? root, "list")).toHaveLength(2);
    expect(nodesOf(ordered ?? root, "paragraph").map(wordsOf)).toEqual(["First", "inner item", "Second"]);
    expect(nodesOf(root, "code").map(({ lang, value }) => [lang, value])).toEqual([["sql", "SELECT '<b>';"]]);
    const quoted = nodesOf(root, "blockquote").map(wordsOf);
    expect(quoted[0]).toBe("Quoted by hand.");
    expect(quoted[1]).toContain("Two.");
    expect(quoted[2]).toContain("block.caution Take care");
    expect(wordsOf(root)).toContain("Table 1. Some figures.");
  });

  test("has every note, by its number, with its paragraph and what was verified", () => {
    const notes = nodesOf(root, "footnoteDefinition");
    expect(notes.map(({ identifier }) => identifier)).toEqual(["1", "2", "3", "4"]);
    expect(nodesOf(root, "footnoteReference").map(({ identifier }) => identifier)).toEqual(["1", "1", "2", "3", "4"]);
    expect(wordsOf(notes[0] ?? root)).toMatch(/A report.*¶1.*verification\.paraphrase/s);
    expect(wordsOf(notes[3] ?? root)).toBe("A note of the author’s.");
    expect(nodesOf(notes[0] ?? root, "link").map(({ url }) => url)).toContain("https://example.org/sources/report/#p1-a-brief-1"); // prettier-ignore
  });
});

test("a source’s table is a table, its code is code, and what may not be shown is not there", () => {
  const { source } = sourceFrom("| A | B |\n| - | - |\n| 1 | <2> |\n\n```\nx < y\n```\n\nThe end.", {
    rights: "full-text",
  });
  const root = readMarkdown(sourceMarkdownPage(catalogOf([source], []), source, "en", page));
  expect(nodesOf(root, "tableCell").map(wordsOf)).toEqual(["A", "B", "1", "<2>"]);
  expect(nodesOf(root, "code").map(({ value }) => value)).toEqual(["x < y"]);

  const hidden = sourceOfWords("Hidden. Words.", { rights: "metadata-only", license: "" });
  const brief = briefNamed("a-brief", 'A claim.{% cite "report", 1 %}');
  const catalog = catalogOf([hidden], [brief]);
  for (const written of [
    sourceMarkdownPage(catalog, hidden, "en", page),
    briefMarkdownPage(catalog, brief, namingOf(catalog), page),
  ])
    expect(written).not.toMatch(/Hidden|Words\./);
});
