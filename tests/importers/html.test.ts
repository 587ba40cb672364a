import { describe, expect, test } from "vitest";
import { importHtml } from "../../lib/importers/html.ts";
import type { ImportedBlock, ImportedDocument } from "../../lib/importers/imported-document.ts";

async function bring(html: string): Promise<ImportedDocument> {
  const outcome = await importHtml(new TextEncoder().encode(html));
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.document;
}

const paragraph = (text: string): ImportedBlock => ({ kind: "paragraph", text });

describe("blocks of a page", () => {
  test.each<[string, string, ImportedBlock[]]>([
    ["text outside of paragraphs is not lost", "a<p>b</p>c", [paragraph("a"), paragraph("b"), paragraph("c")]],
    ["two line breaks end a paragraph, one does not", "<p>a<br>b<br><br>c</p>", [paragraph("a b"), paragraph("c")]],
    ["emphasis and links are their words", "<p>a <b>b</b><i>c</i> <a href='x'>d</a></p>", [paragraph("a bc d")]],
    [
      "raised digits stay raised",
      "<p>10<sup>6</sup> m<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup></p>",
      [paragraph("10⁶ m², H₂O, 1st")],
    ],
    ["entities are characters", "<p>a &amp; b &lt;c&gt;&nbsp;d</p>", [paragraph("a & b <c> d")]],
    [
      "lists keep their numbers, nested ones too",
      "<ol start=3><li>a<ul><li>b</li></ul></li><li value=7>c</li></ol><ol type=a><li>d</li></ol>",
      [
        { kind: "item", marker: "3.", depth: 0, text: "a" },
        { kind: "item", marker: "•", depth: 1, text: "b" },
        { kind: "item", marker: "7.", depth: 0, text: "c" },
        { kind: "item", marker: "a.", depth: 0, text: "d" },
      ],
    ],
    [
      "an item's second paragraph is a paragraph",
      "<ul><li><p>a</p><p>b</p></li></ul>",
      [{ kind: "item", marker: "•", depth: 0, text: "a" }, paragraph("b")],
    ],
    [
      "block quotes are quotes",
      "<blockquote><p>a</p>b</blockquote>",
      [
        { kind: "quote", text: "a" },
        { kind: "quote", text: "b" },
      ],
    ],
    ["code keeps its lines", "<pre>a\n  b</pre>", [{ kind: "code", text: "a\n  b" }]],
    [
      "tables keep their head, and cells over several columns and rows their place",
      "<table><thead><tr><th>a<th colspan=2>b</thead><tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
      [
        {
          kind: "table",
          rows: [
            ["a", "b", ""],
            ["c", "d", "e"],
            ["", "f", "g"],
          ],
        },
      ],
    ],
    [
      "a table that lays out a page is its text",
      "<table role=presentation><tr><td><p>a</p><td>b</table>",
      [paragraph("a"), paragraph("b")],
    ],
  ])("%s", async (_, html, blocks) => {
    expect((await bring(html)).blocks).toEqual(blocks);
  });

  test("footnotes come last, without their marks", async () => {
    const { blocks } = await bring(
      `<p>One.<sup><a href="#fn1" id="r1">1</a></sup> Two.<sup><a href="#fn2">[2]</a></sup><sup><a href="#fn3">3</a></sup> See <a href="#top">1</a>.</p>
       <section role="doc-endnotes"><ol><li id="fn1">First note. <a href="#r1">↩</a></li><li id="fn2">(2) Second.</li><li id="fn3">1993 saw a third.</li></ol></section><p>End.</p>`,
    );
    expect(blocks).toEqual([
      paragraph("One. Two. See 1."),
      paragraph("End."),
      { kind: "paragraph", text: "First note.", label: "fn1" },
      { kind: "paragraph", text: "Second.", label: "fn2" },
      { kind: "paragraph", text: "1993 saw a third.", label: "fn3" },
    ]);
  });
});

test("nothing of a page but its words comes through", async () => {
  const { blocks, dropped } = await bring(
    `<body onload="x()"><p onclick="evil()">a<script>alert(1)</script><img src=x onerror=alert(2) alt="A map"></p>
     <p style="display:none">hidden</p><svg><text>drawn</text></svg><a href="javascript:evil()">b</a>
     <template><p>t</p></template><iframe src="https://x.example"></iframe><math><mtext>m</mtext></math>`,
  );
  expect(blocks.map((block) => ("text" in block ? block.text : ""))).toEqual(["a", "b m"]);
  expect(JSON.stringify(blocks)).not.toMatch(/evil|alert|onerror|javascript/);
  expect(dropped.map(({ what, text }) => `${what}: ${text}`).sort()).toEqual([
    "drawing: drawn",
    "embedded page: ",
    "hidden text: hidden",
    "picture: A map",
    "script: ",
    "template: t",
  ]);
});

describe("what a page says of itself", () => {
  test("Highwire's names come first", async () => {
    const { metadata } = await bring(
      `<html lang="en-GB"><head><title>Page | Site</title><meta name="citation_title" content="A Report"><meta name="citation_author" content="Shah, Amina">
       <meta name="citation_author" content="Some Institute"><meta name="citation_publication_date" content="2025/03/04"><meta name="citation_technical_report_institution" content="SI">
       <meta name="citation_firstpage" content="3"><meta name="citation_lastpage" content="9"><meta property="og:title" content="Other"><link rel="canonical" href="https://a.example/r"></head><body><p>x</p></body></html>`,
    );
    expect(metadata).toEqual({
      title: "A Report",
      author: [{ family: "Shah", given: "Amina" }, { literal: "Some Institute" }],
      issued: "2025-03-04",
      publisher: "SI",
      page: "3–9",
      URL: "https://a.example/r",
      language: "en-GB",
      type: "report",
    });
  });

  test("then JSON-LD; what is broken or wicked in it says nothing", async () => {
    const { metadata } = await bring(
      `<head><title>T</title><script type="application/ld+json">{broken</script><script type="application/ld+json">
       {"@graph":[{"@type":"NewsArticle","headline":"H","author":{"name":"N"},"datePublished":"2025-12-01T10:00:00Z","__proto__":{"title":"P"}}]}</script>
       <link rel=canonical href="javascript:x()"></head><body><p>x</p></body>`,
    );
    expect(metadata).toEqual({
      title: "H",
      author: [{ literal: "N" }],
      issued: "2025-12-01",
      type: "article-newspaper",
    });
  });

  test("the only first heading is the title where the page's own title holds it", async () => {
    const { metadata, blocks } = await bring("<title>The Report - Site</title><h1>The Report</h1><p>x</p>");
    expect(metadata.title).toBe("The Report");
    expect(blocks).toEqual([paragraph("x")]);
  });

  test("a page in an older encoding is read as it says", async () => {
    const bytes = Buffer.from(`<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>`, "latin1");
    expect(await importHtml(bytes)).toMatchObject({
      document: { blocks: [paragraph("Привет")], encoding: { name: "windows-1251", certain: true } },
    });
  });
});

test("an article is told from what stands around it, which is listed", async () => {
  const prose = Array.from(
    { length: 6 },
    (_, at) =>
      `<p>Paragraph ${at + 1} of the article has a good many words in it, commas too, so that it reads as prose and not as a teaser, a caption or a button.</p>`,
  ).join("");
  const { blocks, dropped } = await bring(
    `<html><body><div class="menu"><a href="/">Home</a> <a href="/x">World</a></div><div class="story"><h1>Headline</h1>${prose}</div>
     <div class="sidebar"><p>Subscribe to our newsletter, which comes every week with all the news that you may have missed, at no charge at all.</p></div></body></html>`,
  );
  expect(blocks.filter((block) => block.kind === "paragraph")).toHaveLength(6);
  expect(dropped.map(({ text }) => text.slice(0, 9))).toEqual(["Home Worl", "Subscribe"]);
});
