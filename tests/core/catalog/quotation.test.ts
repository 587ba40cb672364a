import { describe, expect, test } from "vitest";
import { closestWords } from "../../../lib/core/catalog/closest-words.ts";
import { checkQuotation } from "../../../lib/core/catalog/quotation.ts";

/** How a quotation without alterations agrees with some texts. */
function check(text: string, texts: readonly string[], language = ""): string {
  const found = checkQuotation({ text, altered: false }, texts, language);
  return found.kind === "found" ? found.agreement : found.kind;
}

const text = "The Ministry said that “about 1.3 million” people – not all – had left by 30 June; it couldn’t say more…";

describe("words that stand in the text", () => {
  test.each([
    ["letter for letter", "The Ministry said", "verbatim"],
    ["with other white space", "The\u00A0Ministry\n  said", "verbatim"],
    ["with its own curly marks", "“about 1.3 million” people", "verbatim"],
    ["with straight quotation marks", '"about 1.3 million" people', "typographic"],
    ["with a hyphen for the dash", "people - not all - had", "typographic"],
    ["with a straight apostrophe", "it couldn't say", "typographic"],
    ["with three full stops", "say more...", "typographic"],
  ])("%s", (_, words, expected) => {
    expect(check(words, [text])).toBe(expected);
  });

  test.each([
    ["Persian yeh and kaf for Arabic ones", "مليون كتاب", "ملیون کتاب"],
    ["Latin digits for Persian ones", "در ۱۴۰۴", "در 1404"],
    ["no joiner", "می\u200Cخواهم", "میخواهم"],
  ])("in Urdu and Persian, with %s", (_, source, words) => {
    expect(check(words, [source])).toBe("typographic");
  });
});

describe("words that do not stand in the text", () => {
  test.each([
    ["in another case", "the ministry said"],
    ["with one letter wrong", "The Ministry sayd"],
    ["with one word left out", "The said that"],
    ["with a word in brackets", "The [Interior] Ministry"],
    ["with another number", "about 1.4 million"],
    ["that are only part of a number", "3 million"],
    ["that lose their negation", "it could"],
    ["that stand in another order", "Ministry The"],
    ["that are none", "\u200B"],
  ])("%s", (_, words) => {
    expect(check(words, [text])).toBe("absent");
  });

  test.each([
    ["10⁶ is not 106", "106 people", "10⁶ people"],
    ["x² is not x2", "x2", "x²"],
    ["heh and do-chashmi heh differ", "بھت", "بہت"],
    ["a negated verb is another verb", "خواهم", "نمی\u200Cخواهم"],
  ])("%s", (_, words, source) => {
    expect(check(words, [source])).toBe("absent");
  });

  test.each(Array.from("\uFEFF\u200E\u2061\u2063\u180E\u202A\uFFF9\u{E0061}\u00AD\u200B\u0001\u034F"))(
    "an invisible character cuts no word or number in two (%#)",
    (mark) => {
      expect(check("lawful", [`an un${mark}lawful order`])).toBe("absent");
      expect(check(`${mark}lawful`, [`an un${mark}lawful order`])).toBe("absent");
      expect(check("3 million", [`about 1${mark}.3 million`])).toBe("absent");
      expect(check("1.3 million", [`about 1${mark}.3 million`])).not.toBe("absent");
    },
  );

  test.each([" ", "\u00A0", "\u2009", "\u202F"])("a number grouped by a space is one number (%#)", (space) => {
    expect(check("300 people", [`1${space}300 people`])).toBe("absent");
    expect(check("1 300 people", [`1${space}300 people`])).toBe("verbatim");
  });

  test("whatever dash is quoted, it is judged by the dash that stands in the source", () => {
    expect(check("binding - for all", ["non-binding – for all"])).toBe("absent");
    expect(check("binding - for all", ["the end—binding – for all"])).toBe("typographic");
    expect(check("5% - now", ["−5% – now"])).toBe("absent");
  });

  test("in Arabic, alef maksura is no yeh; in Urdu, Persian and Pashto they are spelled either way", () => {
    expect(check("علي الحدود", ["على الحدود"], "ar")).toBe("absent");
    expect(check("علي الحدود", ["على الحدود"], "ar-EG")).toBe("absent");
    for (const language of ["ur", "fa", "ps", "arc", ""])
      expect(check("علي الحدود", ["على الحدود"], language)).toBe("typographic");
  });

  test.each(["…", "—", "“”", ". . .", "\uFEFF"])("punctuation alone is no quotation (%#)", (words) => {
    expect(check(words, [`He said “” — . . . so…`])).toBe("absent");
  });

  test("a quotation does not run from one text into another", () => {
    expect(check("one two", ["one", "two"])).toBe("absent");
    expect(check("two", ["one", "two"])).toBe("verbatim");
  });
});

describe("the words nearest to a misquotation", () => {
  test.each([
    ["a letter left out", "about 1.3 milion", "about 1.3 million"],
    ["another number", "about 1.4 million", "about 1.3 million"],
    ["a word left out", "Ministry that “about", "Ministry said that “about"],
    ["another case", "the ministry said", "The Ministry said"],
    ["as the text has them, without its punctuation around", "people - not alle", "people – not all"],
    ["nothing alike", "xylophone quartz", undefined],
    ["a text much longer than the quotation's", "z", undefined],
  ])("%s", (_, words, expected) => {
    expect(closestWords(words, text)).toBe(expected);
  });

  test("of a long quotation nothing is suggested, so that no misquotation costs memory or minutes", () => {
    const words = Array.from({ length: 32_000 }, (_, n) => `word${n}`);
    expect(closestWords(words.slice(0, 16_000).reverse().join(" "), words.join(" "))).toBeUndefined();
    expect(closestWords(words.slice(0, 61).join(" "), words.join(" "))).toBeUndefined();
    expect(closestWords("word31000 word31001x word31002", words.join(" "))).toBe("word31000 word31001 word31002");
  });

  test("in a very long text they are still found", () => {
    const long = Array.from({ length: 6000 }, (_, n) => `word${n % 89}`).join(" ");
    const said = "The committee asked every province to report by the end of the month on returns";
    expect(closestWords(said.replace("every", "each"), `${long} ${said} ${long}`)).toBe(said);
  });
});
