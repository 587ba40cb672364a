import { describe, expect, test } from "vitest";
import { briefFrom } from "../support/documents.ts";
import { htmlOf, noterefsIn, textHtml } from "../support/rendering.ts";

function noterefs(body: string): string[] {
  return noterefsIn(textHtml(body));
}

describe("citations that would say the same share a note", () => {
  test.each([
    ["the same paragraph twice", '{% cite "a", 1 %}. B{% cite "a", 1 %}', ["1", "1.2"]],
    ["thrice", '{% cite "a", 1 %} b{% cite "a", 1 %} c{% cite "a", 1 %}', ["1", "1.2", "1.3"]],
    ["a number and its text", '{% cite "a", 1 %} b{% cite "a", "1" %}', ["1", "1.2"]],
    ["one range, written in two ways", '{% cite "a", "7-9" %} b{% cite "a", "7 – 9" %}', ["1", "1.2"]],
    ["one quotation", '{% cite "a", 1, quote="x" %} b{% cite "a", 1, quote="x" %}', ["1", "1.2"]],
    ["supports, said or not", '{% cite "a", 1, as="supports" %} b{% cite "a", 1 %}', ["1", "1.2"]],
    ["with another between them", '{% cite "a", 1 %} b{% cite "b", 1 %} c{% cite "a", 1 %}', ["1", "2", "1.2"]],
  ])("%s", (_, body, expected) => {
    expect(noterefs(`A${body}`)).toEqual(expected);
  });
});

describe("citations that would say different things are different notes", () => {
  test.each([
    ["another paragraph", '{% cite "a", 1 %} b{% cite "a", 2 %}'],
    ["another source", '{% cite "a", 1 %} b{% cite "b", 1 %}'],
    ["a quotation and none", '{% cite "a", 1 %} b{% cite "a", 1, quote="x" %}'],
    ["two quotations", '{% cite "a", 1, quote="x" %} b{% cite "a", 1, quote="y" %}'],
    ["two relations", '{% cite "a", 1, as="context" %} b{% cite "a", 1, as="disputes" %}'],
    ["two remarks", '{% cite "a", 1, note="x" %} b{% cite "a", 1, note="y" %}'],
    ["a quotation and a remark of the same words", '{% cite "a", 1, quote="x" %} b{% cite "a", 1, note="x" %}'],
  ])("%s", (_, body) => {
    expect(noterefs(`A${body}`)).toEqual(["1", "2"]);
  });
});

test("a paragraph that is cited and one that is set are checked in different ways, and so are different notes", () => {
  expect(noterefs('A{% cite "a", 1 %}\n\n{% quote "a", 1 %}\n\n{% quote "a", 1 %}\n\nB{% cite "a", 1 %}')).toEqual([
    "1",
    "2",
    "2.2",
    "1.2",
  ]);
});

test.each([
  ["of citations and the author's own", 'A{% cite "a", 1 %}[^x]^[y]\n\n[^x]: x', 3],
  ["of the author alone", "A^[y]", 1],
  ["none", "A", 0],
])("all notes are counted: %s", (_, body, expected) => {
  expect(briefFrom(body).brief.notes).toBe(expected);
});

test("notes within notes are read as deep as anybody writes, and no citation below that is lost unseen", () => {
  const nested = (depth: number) => briefFrom(`a${"^[b ".repeat(depth)}{% cite "s", 1 %}${"]".repeat(depth)}`);
  expect(nested(20).problems).toEqual([]);
  expect(nested(20).brief.citations).toHaveLength(1);
  expect(nested(5000).brief.citations.length + nested(5000).problems.length).toBeGreaterThan(0);
});

describe("one numbering, in the order a reader meets the notes", () => {
  test.each([
    ["footnotes written apart and citations", 'A[^x] b{% cite "a", 1 %} c[^y]\n\n[^y]: y\n\n[^x]: x', ["1", "2", "3"]],
    ["footnotes written in place and citations", 'A^[x] b{% cite "a", 1 %} c^[y]', ["1", "2", "3"]],
    ["a footnote mentioned twice", 'A[^x] b{% cite "a", 1 %} c[^x]\n\n[^x]: x', ["1", "2", "1.2"]],
    ["a footnote defined before it is mentioned", '[^x]: x {% cite "b", 1 %}\n\nA{% cite "a", 1 %} b[^x]', ["1", "2"]],
    [
      "through headings, lists, tables and quotes",
      '# A{% cite "a", 1 %}\n\n- b[^x]\n\n| c{% cite "a", 2 %} |\n|---|\n| d^[d] |\n\n> e{% cite "a", 1 %}\n\n[^x]: x',
      ["1", "2", "3", "4", "1.2"],
    ],
    ["transclusions too", 'A{% cite "a", 1 %}\n\n{% quote "a", 2 %}\n\nB[^x]\n\n[^x]: x', ["1", "2", "3"]],
  ])("%s", (_, body, expected) => {
    expect(noterefs(body)).toEqual(expected);
  });

  test("what notes themselves cite is numbered behind what the text cites", () => {
    const { brief, problems } = briefFrom(
      'A[^x] b^[b {% cite "s", 2 %}] c{% cite "s", 3 %}\n\n[^x]: x {% cite "s", 1 %}',
    );
    expect(problems).toEqual([]);
    const numbers = brief.citations.map(({ request, note }) => [request.pinpoint[0]?.from, note]);
    expect(numbers.sort()).toEqual([
      ["1", 4],
      ["2", 5],
      ["3", 3],
    ]);
    expect(noterefsIn(htmlOf(brief))).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("a note written inside a note keeps what it says", () => {
    const { brief, problems } = briefFrom('A^[outer ^[inner {% cite "s", 1 %}]]');
    expect(problems).toEqual([]);
    expect(brief.citations).toMatchObject([{ note: 3, mention: 1 }]);
    const html = htmlOf(brief);
    expect(noterefsIn(html)).toEqual(["1", "2", "3"]);
    expect(html).toMatch(/id="note-1"[^]*outer[^]*id="note-2"[^]*inner[^]*id="note-3"/);
  });

  test("footnotes that mention each other are each set once", () => {
    const { brief, problems } = briefFrom("A[^x]\n\n[^x]: x[^y]\n\n[^y]: y[^x]");
    expect(problems).toEqual([]);
    expect(noterefsIn(htmlOf(brief))).toEqual(["1", "2", "1.2"]);
  });

  test("a citation knows its note and which mention of it it is", () => {
    const { brief } = briefFrom('A[^x] {% cite "s", 1 %} b{% cite "s", 1 %}\n\n[^x]: x');
    expect(brief.citations.map(({ note, mention }) => [note, mention])).toEqual([
      [2, 1],
      [2, 2],
    ]);
  });
});

describe("noterefs follow their word closely, and are kept apart", () => {
  const ref = (note: number, id = String(note)) =>
    `<sup class="noteref"><a id="ref-${id}" href="#note-${note}" role="doc-noteref">${note}</a></sup>`;
  const comma = '<sup class="noteref-separator">,</sup>';

  test.each([
    ["side by side", 'A{% cite "a", 1 %}{% cite "b", 1 %}.', `<p>A${ref(1)}${comma}${ref(2)}.</p>`],
    ["with a space between", 'A{% cite "a", 1 %} {% cite "b", 1 %}.', `<p>A${ref(1)}${comma}${ref(2)}.</p>`],
    ["with a line break between", 'A{% cite "a", 1 %}\n{% cite "b", 1 %}.', `<p>A${ref(1)}${comma}${ref(2)}.</p>`],
    ["a citation and a footnote", 'A{% cite "a", 1 %}^[b].', `<p>A${ref(1)}${comma}${ref(2)}.</p>`],
    ["a footnote and a citation", 'A^[b]{% cite "a", 1 %}.', `<p>A${ref(1)}${comma}${ref(2)}.</p>`],
    ["the same twice", 'A{% cite "a", 1 %}{% cite "a", 1 %}.', `<p>A${ref(1)}${comma}${ref(1, "1-2")}.</p>`],
    ["a space before the tag is dropped", 'A {% cite "a", 1 %}.', `<p>A${ref(1)}.</p>`],
    ["a line break before the tag is dropped", 'A\n{% cite "a", 1 %}.', `<p>A${ref(1)}.</p>`],
    ["a space behind the tag is kept", 'A{% cite "a", 1 %} b', `<p>A${ref(1)} b</p>`],
    [
      "with a word between there is no separator",
      'A{% cite "a", 1 %} b{% cite "b", 1 %}',
      `<p>A${ref(1)} b${ref(2)}</p>`,
    ],
  ])("%s", (_, body, expected) => {
    expect(textHtml(body).trim()).toBe(expected);
  });
});
