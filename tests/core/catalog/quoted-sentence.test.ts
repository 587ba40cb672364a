import { describe, expect, test } from "vitest";
import { checkQuotation } from "../../../lib/core/catalog/quotation.ts";
import { quotedSentence } from "../../../lib/core/catalog/quoted-sentence.ts";

/** The sentences around a quotation, its words in angle brackets; empty when nothing was cut. */
function around(quotation: string, text: string, language = "en"): string {
  const found = checkQuotation({ text: quotation, altered: true }, [text], language);
  if (found.kind === "absent" || !found.place) throw new Error(`not found: ${quotation}`);
  const parts = quotedSentence(found.place, language);
  return parts.map((part) => (part.quoted ? `<${part.text}>` : part.text)).join("");
}

const text =
  "It was late. It is not true that “all of them” left, he said, in any month. Dr. Khan agreed.\nA list\nIt ends here.";

describe("what a quotation leaves of its sentence is told", () => {
  test.each([
    [
      "before it, and the full stop",
      "left, he said, in any month",
      "It is not true that “all of them” <left, he said, in any month>.",
    ],
    ["behind it", "It is not true", "<It is not true> that “all of them” left, he said, in any month."],
    ["on both sides", "all of them", "It is not true that “<all of them>” left, he said, in any month."],
    [
      "over two sentences",
      "in any month. Dr. Khan",
      "It is not true that “all of them” left, he said, <in any month. Dr. Khan> agreed.",
    ],
    [
      "as the source has it",
      'that "all of them" left',
      "It is not true <that “all of them” left>, he said, in any month.",
    ],
    ["not beyond its paragraph", "list It", "A <list It> ends here."],
    [
      "behind an ellipsis of its own",
      "… left, he said",
      "It is not true that “all of them” <left, he said>, in any month.",
    ],
  ])("%s", (_, quotation, expected) => {
    expect(around(quotation, text)).toBe(expected);
  });

  test("where pieces leave something out between them, that is told", () => {
    const source = "Nobody came. They said it would not ever end soon.";
    expect(around("They said it would … end soon.", source)).toBe("<They said it would> not ever <end soon.>");
    expect(around("They said it would [surely] end soon.", source)).toBe("<They said it would> not ever <end soon.>");
    expect(around("Nobody came … end soon", source)).toBe("<Nobody came>. They said it would not ever <end soon>.");
  });

  test("in Urdu", () => {
    const source = "ہر شخص آزاد ہے۔ کوئی شخص غلام بنا کر نہ رکھا جا سکے گا۔ یہ حق ہے۔";
    expect(around("غلام بنا کر", source, "ur")).toBe("کوئی شخص <غلام بنا کر> نہ رکھا جا سکے گا۔");
    expect(around("كوئی شخص غلام … جا سکے گا", source, "ur")).toBe("<کوئی شخص غلام> بنا کر نہ رکھا <جا سکے گا>۔");
  });

  test("in Persian with its joiners, which are kept", () => {
    const source = "من این را نمی\u200Cخواهم و می\u200Cروم.";
    expect(around("این را نمیخواهم", source, "fa")).toBe("من <این را نمی\u200Cخواهم> و می\u200Cروم.");
  });
});

test.each([
  ["a whole sentence", "It was late."],
  ["a whole sentence without its full stop", "It was late"],
  ["two whole sentences", "Dr. Khan agreed. A list"],
  ["a whole paragraph of one line", "A list"],
  ["a sentence and the next one", "It ends here."],
])("nothing is cut: %s", (_, quotation) => {
  expect(around(quotation, text)).toBe("");
});

test("of very much that is left out both ends are shown, and whole words only", () => {
  const source = `It is not so that ${"word ".repeat(200)}they left ${"more ".repeat(200)}or stayed.`;
  const shown = around("they left", source);
  expect(shown).toMatch(
    /^It is not so that (?:word )+\[…\] (?:word )+<they left> (?:more )+\[…\] (?:more )+or stayed\.$/,
  );
  expect(shown.length).toBeLessThan(700);
  expect(around("they left", `${"字".repeat(900)} they left ${"字".repeat(900)}`).length).toBeLessThan(700);
});

test("parts join to running text, whatever white space stands in the source", () => {
  expect(around("they left", "So\u00A0 they\tleft  now.")).toBe("So <they left> now.");
});
