import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findForm, findWordsOf } from "../../../lib/core/find/find-form.ts";
import { findParagraphs } from "../../../lib/core/find/find-paragraphs.ts";
import { absentTerms } from "../../../lib/core/find/nearest-words.ts";
import { wordsBetween } from "../../../lib/core/find/nearness.ts";
import { readQuery } from "../../../lib/core/find/query.ts";
import { sentenceWith, snippetOf } from "../../../lib/core/find/snippet.ts";
import { sourceFrom } from "../support/documents.ts";
import { trickyText } from "../support/tricky-text.ts";

const sources = [
  sourceFrom("The right of asylum.\n\nAsylum, of which they have a right.\n\nHe was seeking Asylums.", {}, "a").source,
  sourceFrom("## Rights\n\nAsylum again.\n\nPeople have the right to seek, whatever else they may be told, asylum.", { title: "On torture" }, "b").source, // prettier-ignore
];

function find(...args: string[]): string[] {
  return findParagraphs(readQuery(args), sources).hits.map(({ source, paragraph }) => source.id + paragraph.label);
}

describe("the paragraphs that hold", () => {
  test.each([
    ["a word, or one that begins like it", ["asylum"], ["a1", "a2", "b1", "b2", "a3"]],
    ["words together in their order first, then near, then with help of a heading", ["right", "asylum"], ["a1", "a2", "b2", "b1"]], // prettier-ignore
    ["a phrase as it is typed", ["right of asylum"], ["a1"]],
    ["a phrase in marks, whatever kind they are", ["“right of asylum”"], ["a1"]],
    ["a phrase of whole words only", ['"seek"'], ["b2"]],
    ["a word of the title, and one of their own", ["torture", "seek"], ["b2"]],
    ["a title's word alone: none", ["torture"], []],
    ["all of it: none", ["asylum", "bread"], []],
    ["signs: none are looked for", ["asylum", "—", "again"], ["b1"]],
  ])("%s", (_, args, labels) => {
    expect(find(...args)).toEqual(labels);
  });

  test("a title with all of it is told beside them", () => {
    expect(findParagraphs(readQuery(["tort"]), sources).titles.map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("is found whatever way it is typed:", () => {
  test.each([
    ["ETAT", "l’État"],
    ["état", "L'ETAT"],
    ["straße", "STRASSE", false],
    ["Kabul's", "Kabul’s word"],
    ["1.3", "about 1.3 million"],
    ["1,3", "about 1.3 million"],
    ["3", "about 1.3 million"],
    ["۲۰۲۵", "in 2025"],
    ["مهاجرين", "مہاجرین"],
    ["كابل", "کابل"],
    ["تُرکی", "ترکی"],
    ["افغان", "اَفغانستان"],
    ["می‌خواهم", "میخواهم"],
    ["کتـــاب", "کتاب"],
    ["人权", "世界人权宣言"],
    ["权人", "世界人权宣言", false],
    ["οδοσ", "ΟΔΟΣ"],
    ["ﬁnal", "Final"],
    ["co-operation", "co‑operation"],
    ["cooperation", "co\u00ADoperation"],
    ["right", "bright", false],
  ])("%s in %s", (typed, text, isFound = true) => {
    const { source } = sourceFrom(text);
    expect(findParagraphs(readQuery([typed]), [source]).hits).toHaveLength(isFound ? 1 : 0);
  });
});

test("the form of a text is its words, one by one, with a space around each", () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      const words = findWordsOf(text);
      expect(findForm(text)).toBe(` ${words.map(({ form }) => `${form} `).join("")}`);
      for (const { start, end } of words) expect(start).toBeLessThan(end);
    }),
  );
});

test("a text without marks or case has the form of the text", () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      const form = findForm(text);
      expect(findForm(form)).toBe(form);
      expect(findForm(text.normalize("NFD"))).toBe(findForm(text.normalize("NFC")));
    }),
  );
});

test.each([
  [" a b c ", [" a", " c"], 1],
  [" a b a c ", [" a", " c"], 0],
  [" c x x a b ", [" a", " b", " c"], 2],
  [" a ", [" a"], 0],
])("between the terms in %j, %j, lie %i words", (text, needles, between) => {
  expect(wordsBetween(text, needles)).toBe(between);
});

const long = `${"Before it came much else. ".repeat(20)}There is a right of asylum. ${"Behind it comes more. ".repeat(20)}Asylum!`;

test("a snippet shows the terms where they stand closest together, and is no longer than wanted", () => {
  const { text, words } = snippetOf(long.trim(), readQuery(["asylum", "right"]), 80);
  expect(text).toMatch(/^….*right of asylum.*…$/);
  expect(text.length).toBeLessThanOrEqual(82);
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["right", "asylum"]);
});

test("a snippet marks whole words, and phrases as one", () => {
  const { text, words } = snippetOf("The RIGHTS of asylum", readQuery(["right", "of asylum"]), 200);
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["RIGHTS", "of asylum"]);
});

test("a snippet is part of the paragraph, whatever is looked for", () => {
  fc.assert(
    fc.property(trickyText, trickyText, fc.integer({ min: 1, max: 30 }), (text, typed, most) => {
      const snippet = snippetOf(text, readQuery([typed]), most);
      expect(text).toContain(snippet.text.replace(/^…|…$/g, "") === "" ? "" : snippet.text.replace(/^…/, "").replace(/…$/, "")); // prettier-ignore
      for (const { start, end } of snippet.words) expect(findForm(snippet.text.slice(start, end))).not.toBe(" ");
    }),
  );
});

test.each([
  ["the sentence", ["right", "asylum"], "There is a right of asylum."],
  [
    "sentences, where the terms stand in two",
    ["much", "right"],
    "Before it came much else. There is a right of asylum.",
  ],
])("what is quoted is %s", (_, args, sentence) => {
  expect(sentenceWith(long, readQuery(args), "en")).toBe(sentence);
});

test("a word that stands nowhere is told with those most like it", () => {
  const terms = readQuery(["asilum", "right", "qqqqqqqq"]);
  const { counts } = findParagraphs(terms, sources);
  expect(counts).toEqual([0, 3, 0]);
  expect(absentTerms(terms, counts, sources)).toEqual([
    { typed: "asilum", nearest: ["asylum", "asylums"] },
    { typed: "qqqqqqqq", nearest: [] },
  ]);
});
