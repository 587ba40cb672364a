import { parseBrief } from "../../../lib/core/brief/parse-brief.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../../lib/core/problem.ts";
import { briefFrom, briefHead, briefOf } from "../support/documents.ts";
import { htmlOf, textHtml } from "../support/rendering.ts";

const table = "| A | B |\n|---|---|\n| 1 | 2 |\n";

describe("captions number what they stand below", () => {
  test.each([
    ["a table", `${table}\nTable: First. {#tbl:one}\n`],
    ["a table without a line between", `${table}Table: First. {#tbl:one}\n`],
    ["a table in a block quote", `> ${table.trim().replaceAll("\n", "\n> ")}\n>\n> Table: First. {#tbl:one}\n`],
    ["a table, its label on a line of its own", `${table}\nTable: First.\n{#tbl:one}\n`],
  ])("%s", (_, body) => {
    const html = textHtml(body);
    expect(html).toContain('<figure class="figure figure-table" id="tbl:one">');
    expect(html).toContain('<figcaption><span class="figure-number">Table 1.</span> First.</figcaption>');
    expect(html.indexOf("<figcaption>")).toBeLessThan(html.indexOf("<table>"));
    expect(briefFrom(body).problems).toEqual([]);
  });

  test("references before and behind them show kind and number, and lead there", () => {
    const html = textHtml(
      `See @tbl:two and @tbl:one.\n\n${table}\nTable: First. {#tbl:one}\n\n${table}\nTable: Second, not @tbl:one. {#tbl:two}\n`,
    );
    const links = [...html.matchAll(/<a href="(#tbl:\w+)" class="cross-reference">(Table \d)<\/a>/g)];
    expect(links.map(([, href, words]) => `${href ?? ""} ${words ?? ""}`)).toEqual([
      "#tbl:two Table 2",
      "#tbl:one Table 1",
      "#tbl:one Table 1",
    ]);
  });

  test("a caption without a label is numbered too; a table without a caption is not", () => {
    const html = textHtml(`${table}\n${table}\nTable: Only this.\n`);
    expect(html.match(/<figure/g)).toHaveLength(1);
    expect(html).toContain("Table 1.</span> Only this.");
  });

  test.each([
    ["prose that begins so", "Table: is a word, too.", "<p>Table: is a word, too.</p>"],
    ["an address of mail", "Write to me@fig:x.", "<p>Write to me@fig:x.</p>"],
    ["a reference in code", "`@tbl:x`", "<p><code>@tbl:x</code></p>"],
    ["an escaped reference", "\\@tbl:x", "<p>@tbl:x</p>"],
    ["an escaped mark", "\\{high confidence}", "<p>{high confidence}</p>"],
  ])("%s stays text", (_, body, html) => {
    expect(textHtml(body).trim()).toBe(html);
    expect(briefFrom(body).problems).toEqual([]);
  });

  test("the brief’s language has the words", () => {
    const text = `${briefHead.replace("status:", "language: ur\nstatus:")}See @tbl:one.\n\n${table}\nTable: One. {#tbl:one}\n\nSo {low confidence}.\n`;
    const { brief } = briefOf(text);
    expect(JSON.stringify(brief.tokens())).toContain("جدول 1");
    expect(JSON.stringify(brief.tokens())).toContain("اعتماد: کم");
  });
});

test("a citation in a caption is numbered before those of its table, and covers every row", () => {
  const body = `| A | Ships |\n|---|---|\n| x | 4,100{% cite "s", 2 %} |\n| y | 5,200 |\n\nTable: Ships in 2024.{% cite "s", 1 %}\n`;
  const { brief } = briefFrom(body);
  expect(brief.citations.map(({ note, sentence }) => `${note} ${sentence}`)).toEqual([
    "1 Ships in 2024.",
    "2 x · 4,100",
  ]);
  expect(brief.uncitedStatements).toEqual([]);
  const without = briefFrom(body.replace('{% cite "s", 1 %}', "").replace('{% cite "s", 2 %}', "")).brief;
  expect(without.uncitedStatements.map(({ sentence }) => sentence)).toEqual(["x · 4,100"]);
});

describe("blocks", () => {
  test.each(["note", "caution", "definition", "method"])("%s is set apart and named", (name) => {
    expect(textHtml(`::: ${name} Of <b>\nIt *is*.\n:::\n`)).toBe(
      `<div class="block callout callout-${name}" role="note" aria-label="[${name}]: Of &lt;b&gt;">\n` +
        `<p class="block-name"><span class="block-kind">[${name}]</span> <span class="block-title">Of &lt;b&gt;</span></p>\n` +
        `<p>It <em>is</em>.</p>\n</div>\n`,
    );
  });

  test("citations, figures and warnings inside them are those of the brief", () => {
    const body = '::: dissent\nSome 300 came.\n\nOthers say so.{% cite "s", 1 %}\n:::\n';
    const { brief } = briefFrom(body);
    expect(brief.citations.map(({ sentence }) => sentence)).toEqual(["Others say so."]);
    expect(brief.uncitedStatements.map(({ words, place }) => `${place.line}:${place.column} ${words}`)).toEqual([
      "9:6 300",
    ]);
    expect(textHtml(body)).toMatch(/^<section class="block dissent" aria-label="\[dissent\]">/);
  });

  test("a block holds another of fewer colons", () => {
    const html = textHtml("::::: recommendations\n1. Do it.\n\n   ::: note\n   Soon.\n   :::\n:::::\n");
    expect(html).toMatch(
      /<section[^]*<li>[^]*<div class="block callout callout-note"[^]*<\/div>\n<\/li>\n<\/ol>\n<\/section>/,
    );
  });

  test("entries of a timeline have dates for readers and for machines", () => {
    const body =
      '::: timeline\n- 2025-03: A month.\n- 2025-03-31: A day.{% cite "s", 1 %}\n- 2025-04/2026: *A* span.\n:::\n';
    expect(textHtml(body)).toContain('<li>\n<p><time datetime="2025-03">March 2025</time>: A month.</p>\n</li>');
    expect(textHtml(body)).toContain(
      '<time datetime="2025-04">April 2025</time> – <time datetime="2026">2026</time>: <em>A</em> span.',
    );
    expect(textHtml(body)).toMatch(/<ol>[^]*<\/ol>/);
    const { brief, problems } = briefFrom(body);
    expect(problems).toEqual([]);
    expect(brief.citations.map(({ sentence }) => sentence)).toEqual(["31 March 2025: A day."]);
    expect(brief.uncitedStatements.map(({ words }) => words)).toEqual(["March 2025", "April 2025"]);
  });

  test("options name their rows and columns", () => {
    const html = textHtml("::: options\n| Option | Cost |\n|---|--:|\n| Wait | none |\n:::\n");
    expect(html).toContain('<th scope="col">Option</th>');
    expect(html).toContain('<th scope="row">Wait</th>');
    expect(html).toContain('<td class="align-end" data-label="Cost">none</td>');
  });
});

describe("marks of confidence", () => {
  test("are words that lead to what they mean, and are counted", () => {
    const body = "It is so {high confidence}. Perhaps {low confidence}.\n\n{low confidence} All of this.\n";
    expect(textHtml(body)).toContain(
      '<p>It is so <a href="#confidence:high" class="confidence confidence-high">(high confidence)</a>. Perhaps',
    );
    const { brief, problems } = briefFrom(body);
    expect(problems).toEqual([]);
    expect(brief.confidence).toEqual({ high: 1, moderate: 0, low: 2 });
    expect(brief.notes).toBe(0);
  });

  test("are part of the citing sentence, as a reader has it", () => {
    const { brief } = briefFrom('It is so {high confidence}.{% cite "s", 1 %}\n');
    expect(brief.citations.map(({ sentence }) => sentence)).toEqual(["It is so (high confidence)."]);
  });
});

describe("what is written wrong is told with its place and what to write", () => {
  test.each([
    ["::: nota\nText.\n:::", '8:1  block-known  There is no block "nota". Write ::: note.'],
    ["> ::: nowhere\n> Text.\n> :::", '8:3  block-known  There is no block "nowhere". Write one of note'],
    ["::: note\nText.", "8:1  block-closed  The block ::: note is never closed. Write ::: alone on a line below it."],
    ["Text.\n\n:::", "10:1  block-closed  There is no block that this ::: could end."],
    ["::: note\n::: caution\nA.\n:::\n:::", "12:1  block-closed  There is no block that this ::: could end."],
    ["::: timeline\nText.\n:::", "8:1  block-content  A timeline holds one list and nothing else."],
    ["::: timeline\n- 1990: A.\n\nText.\n:::", "8:1  block-content  A timeline holds one list and nothing else."],
    [
      "::: timeline\n- Then: A.\n:::",
      '9:3  block-content  An entry of a timeline begins with its date and a colon; here stands "Then".',
    ],
    ["::: timeline\n- 1 July 2024: A.\n:::", "Write 2024-07-01: in place of it."],
    ["::: timeline\n- 2024-02-30: A.\n:::", "9:3  block-content  There is no day or span of time 2024-02-30."],
    ["::: timeline\n- 2024: A.\n- 1990: B.\n:::", "10:3  block-content  The entry of 1990 stands behind that of 2024."],
    ["::: options\nText.\n:::", "8:1  block-content  Options are one table"],
    ["::: options\n| A | |\n|---|---|\n| x | y |\n:::", "block-content  A cell that heads a row or a column is empty."],
    ["::: options\n| A | B |\n|---|---|\n| | y |\n:::", "block-content  A cell that heads a row or a column is empty."],
    ["::: recommendations\n- A.\n:::", "8:1  block-content  Recommendations are one numbered list"],
    [
      "Text.\n\nTable: Lost. {#tbl:lost}",
      "10:1  caption-placed  A caption stands directly below its table, and there is none above",
    ],
    [
      `${table}\nFigure: Wrong. {#fig:x}`,
      "12:1  caption-placed  This caption stands below a table. Write Table: in its place.",
    ],
    [`${table}\nTable: One. {#returns}`, "12:13  caption-labelled  The label of a table is tbl: and"],
    [`${table}\nTable: One. {#tbl:My Table}`, "Write {#tbl:my-table}."],
    [`${table}\nTable: One. {#fig:x}`, "Write {#tbl:x}."],
    [
      `${table}\nTable: A. {#tbl:x}\n\n${table}\nTable: B. {#tbl:x}`,
      "18:11  caption-labelled  The label tbl:x is given twice.",
    ],
    ["See @tbl:non.", "8:5  reference-resolves  No caption has the label tbl:non. Write {#tbl:non} at the end"],
    [
      `See @tbl:retruns.\n\n${table}\nTable: A. {#tbl:returns}`,
      "8:5  reference-resolves  No caption has the label tbl:retruns. Write @tbl:returns.",
    ],
    ['A{% cite "s", 1 %}.[^n]\n\n[^n]: See\n  @fig:x.', "11:3  reference-resolves"],
    [
      "It is so {medium confidence}.",
      '8:10  confidence-known  "{medium confidence}" is no mark of confidence. Write {moderate confidence}.',
    ],
    ["It is so {hihg confidence}.", "Write {high confidence}."],
    ["It is so {low}.", 'confidence-known  "{low}" is no mark of confidence. Write {low confidence}.'],
    ["It is so {confidence: high}.", "Write {high confidence}."],
    [
      'It is so.{% cite "s", 1 %} {high confidence}',
      "confidence-known  A mark of confidence stands before the full stop",
    ],
  ])("%j", (body, expected) => {
    const lines = briefFrom(body).problems.map(formatProblem);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
    expect(lines[0]).toMatch(/^briefs\/a-brief\.md:\d/);
  });
});

describe("images", () => {
  const attachments = new Map([["map.png", { kind: "image", width: 800, height: 400 } as const]]);
  const read = (body: string) => parseBrief("a", new FileText("briefs/a.md", briefHead + body), "en", attachments);

  test.each([
    ["without a caption", "![A *map*.](map.png)", "[image map.png: A map.]\n"],
    [
      "with a caption below",
      "![A map.](map.png)\nFigure: The routes. {#fig:map}",
      '<figure class="figure figure-figure" id="fig:map">\n<figcaption><span class="figure-number">Figure 1.</span> The routes.</figcaption>\n[image map.png: A map.]\n</figure>\n',
    ],
    [
      "with a title for a caption",
      '![A map.](map.png "The <b> routes")',
      '<figure class="figure figure-figure">\n<figcaption><span class="figure-number">Figure 1.</span> The &lt;b&gt; routes</figcaption>\n[image map.png: A map.]\n</figure>\n',
    ],
  ])("stand alone, %s", (_, body, html) => {
    const { brief, problems } = read(body);
    expect(problems).toEqual([]);
    expect(brief.images).toEqual(["map.png"]);
    expect(htmlOf(brief)).toBe(html);
  });

  test.each([
    ["![](map.png)", "8:1  image-described  The image has no description."],
    ["![A.](mop.png)", '8:7  image-readable  There is no image "mop.png" in briefs/a/. Write map.png.'],
    ["![A.](../a/map.png)", "8:7  image-readable"],
    ["![A.](https://example.org/map.png)", "8:7  image-readable"],
    ["Text ![A.](map.png) and text.", "8:6  image-stands-alone  An image stands alone in its paragraph."],
    ["[![A.](map.png)](https://example.org/)", "8:2  image-stands-alone"],
    ['![A.](map.png "One")\n\nFigure: Two.', "8:16  caption-placed  This image has two captions."],
  ])("%s is told", (body, expected) => {
    const lines = read(body).problems.map(formatProblem);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`briefs/a.md:${expected}`);
  });
});
