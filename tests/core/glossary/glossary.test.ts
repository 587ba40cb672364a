import { describe, expect, test } from "vitest";
import { checkTerms } from "../../../lib/core/glossary/check-terms.ts";
import { termNamed } from "../../../lib/core/glossary/glossary.ts";
import { readGlossary } from "../../../lib/core/glossary/read-glossary.ts";
import { formatProblem } from "../../../lib/core/problem.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { glossaryView, termsOf } from "../../../lib/core/view/glossary-view.ts";
import { briefFrom } from "../support/documents.ts";
import { textHtml } from "../support/rendering.ts";

const read = (text: string) => readGlossary(new FileText("briefs/_glossary.md", text));
const cards = read("## PoR card, Proof of  Registration card\n\nA *card* <b>.\n\n## constructor\nA word.\n");

test("a glossary is terms with names and meanings", () => {
  expect(cards.problems).toEqual([]);
  expect(cards.glossary.terms.map(({ id, names, html }) => ({ id, names, html }))).toEqual([
    {
      id: "term:por-card",
      names: ["PoR card", "Proof of  Registration card"],
      html: "<p>A <em>card</em> &lt;b&gt;.</p>\n",
    },
    { id: "term:constructor", names: ["constructor"], html: "<p>A word.</p>\n" },
  ]);
});

test.each([
  ["its name", "PoR card", "term:por-card"],
  ["another of its names, whatever the case and white space", "proof of registration\nCARD", "term:por-card"],
  ["a name that every object knows", "constructor", "term:constructor"],
  ["a name that every object knows and no glossary", "toString", undefined],
])("a term is found by %s", (_, name, id) => {
  expect(termNamed(cards.glossary, name)?.id).toBe(id);
});

describe("what is wrong in a glossary is told with its place", () => {
  test.each([
    ["PoR: a card.", "1:1  glossary-entry  A glossary is terms, each with its meaning below it."],
    ["# Glossary\n\nText.\n\n## A\nA.", "1:1  glossary-entry  A glossary is terms"],
    ["## A\n\n## B\nB.", '1:1  glossary-entry  "A" has no meaning.'],
    ["## A\nA.\n\n## B, a\nB.", '4:1  glossary-entry  "a" already names the term of line 1.'],
    ["## A-B\nA.\n\n## A B\nB.", '4:1  glossary-entry  "A B" is written like "A-B" of line 1.'],
    ["## A,\nA.", "1:1  glossary-entry  A name of this term is empty."],
    ["## A\n- one\n- two", "2:1  glossary-entry  The meaning of a term is paragraphs and nothing else."],
    ['## A\nA.{% cite "s", 1 %}', "2:1  glossary-entry  A glossary cites nothing"],
  ])("%j", (text, expected) => {
    const lines = read(text).problems.map(formatProblem);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`briefs/_glossary.md:${expected}`);
  });
});

describe("a word in a brief", () => {
  test("leads to what it means, by its own or by another name", () => {
    const body = "A [PoR *card*]{term} and [cards]{term: PoR card}.";
    expect(textHtml(body)).toBe(
      '<p>A <a href="#term:PoR card" class="term">PoR <em>card</em></a> and <a href="#term:PoR card" class="term">cards</a>.</p>\n',
    );
    expect(briefFrom(body).brief.terms.map(({ name, place }) => `${place.line}:${place.column} ${name}`)).toEqual([
      "8:15 PoR card",
      "8:33 PoR card",
    ]);
  });

  test.each([
    ["in code", "`[card]{term}`", "<p><code>[card]{term}</code></p>"],
    ["escaped", "\\[card]{term}", "<p>[card]{term}</p>"],
    ["with a space between", "[card] {term}", "<p>[card] {term}</p>"],
  ])("%s stays as it is typed", (_, body, html) => {
    expect(textHtml(body).trim()).toBe(html);
  });

  test("is a link, and so stands in no other", () => {
    expect(textHtml("[a [card]{term} b](https://example.org/)")).toBe(
      '<p>[a <a href="#term:card" class="term">card</a> b](https://example.org/)</p>\n',
    );
  });

  test.each([
    [
      "[PoR crad]{term}",
      'a-brief.md:8:11  term-known  The glossary has no term "PoR crad". Write [PoR crad]{term: PoR card}.',
    ],
    ["> [unheard of]{term}", 'The glossary has no term "unheard of". Add ## unheard of to briefs/_glossary.md'],
  ])("%s is told", (body, expected) => {
    const lines = checkTerms([briefFrom(body).brief], cards.glossary).map(formatProblem);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
    expect(checkTerms([briefFrom(body).brief], undefined)).toHaveLength(1);
  });

  test("is explained on the brief’s page, once, and counted in the glossary", () => {
    const { brief } = briefFrom("[PoR card]{term}, [cards]{term: proof of registration card}.");
    expect(termsOf(cards.glossary, brief, "en").map(({ name }) => name)).toEqual(["PoR card"]);
    const listed = glossaryView(cards.glossary, [brief], "en").map(({ name, briefs }) => [name, briefs.length]);
    expect(listed).toEqual([
      ["constructor", 0],
      ["PoR card", 1],
    ]);
  });
});
