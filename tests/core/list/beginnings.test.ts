import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markBeginnings } from "../../../lib/core/list/beginnings.ts";
import { cutList } from "../../../lib/core/list/list-page.ts";
import { titleOrder } from "../../../lib/core/list/title-order.ts";

/** A list of words in pages of two, marked by their first letters: where each begins, and the ids on each page. */
function marked(words: string) {
  const pages = markBeginnings(cutList("/l/", words.split(" "), 2), (word) => word.slice(0, 1));
  return {
    beginnings: (pages[0]?.beginnings ?? []).map(({ name, url }) => `${name} ${url}`),
    ids: pages.map(({ ids }) => ids.join(" ").trim()),
  };
}

describe("a list says where each letter begins", () => {
  test.each([
    ["on which page, and at which item", "a1 a2 a3 b1", ["a /l/#from-a", "b /l/page/2/#from-b"], ["from-a", "from-b"]],
    ["not where it has one page", "a1 b1", [], [""]],
    ["not where all of it is under one", "a1 a2 a3", [], ["", ""]],
    ["once, should items not follow each other", "a1 b1 a2", ["a /l/#from-a", "b /l/#from-b"], ["from-a from-b", ""]],
    [
      "in an address that any browser takes",
      "ا1 ا2 ب1",
      ["ا /l/#from-%D8%A7", "ب /l/page/2/#from-%D8%A8"],
      ["from-ا", "from-ب"],
    ],
  ])("%s", (_, words, beginnings, ids) => {
    expect(marked(words)).toEqual({ beginnings, ids });
  });

  test("and in which language, where letters of several are listed", () => {
    const titles = ["ur پناہ", "ur پل", "en Harbour"];
    const [page] = markBeginnings(
      cutList("/l/", titles, 2),
      (title) => title.slice(3, 4),
      (title) => title.slice(0, 2),
    );
    expect(page?.beginnings.map(({ name, language }) => `${name} ${language}`)).toEqual(["پ ur", "H en"]);
  });
});

describe("titles are ordered as an index orders them", () => {
  test.each([
    ["en", "Zebra apple “Baker” Élan Éclair echo", "A apple, B “Baker”, E echo, E Éclair, E Élan, Z Zebra"],
    ["en", "Ten 10th 9th ¿Que?", "0–9 9th, 0–9 10th, Q ¿Que?, T Ten"],
    [
      "en",
      "Afghanistan’s+roads Afghan+refugees “Afghan+roads”",
      "A Afghan+refugees, A “Afghan+roads”, A Afghanistan’s+roads",
    ],
    ["sv", "Zorn Åse Adam", "A Adam, Z Zorn, Å Åse"],
    ["ur", "پناہ آئین بندرگاہ Harbour", "آ آئین, ب بندرگاہ, پ پناہ, H Harbour"],
    ["en", "— €uro apple", "0–9 —, 0–9 €uro, A apple"],
  ])("in %s: %s", (language, words, expected) => {
    const { compare, lettersOf } = titleOrder(language);
    const titles = words
      .split(" ")
      .map((title) => title.replace("+", " "))
      .sort(compare);
    const letters = lettersOf(titles);
    expect(titles.map((title, index) => `${letters[index] ?? ""} ${title}`).join(", ")).toBe(
      expected.replaceAll("+", " "),
    );
  });

  test("and every title stands under something without white space", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (titles) => {
        const { compare, lettersOf } = titleOrder("en");
        for (const letter of lettersOf([...titles].sort(compare))) expect(letter).toMatch(/^\S+$/);
      }),
    );
  });
});
