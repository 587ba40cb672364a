import fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords, type DiffPart } from "../../../lib/core/anchoring/word-diff.ts";

/** Removed words in square brackets, added ones in braces. */
function shown(parts: readonly DiffPart[]): string {
  const signs = { same: ["", ""], removed: ["[", "]"], added: ["{", "}"] } as const;
  return parts.map(({ kind, text }) => signs[kind].join(text)).join("");
}

test.each([
  ["nothing", "The same.", "The same.", "The same."],
  ["a word", "They left in June.", "They left in July.", "They left in [June]{July}."],
  ["a word put in", "They left.", "They never left.", "They {never }left."],
  ["a word taken out", "They never left.", "They left.", "They [never ]left."],
  ["adjacent words, shown as one change", "the old grey order", "the new blue order", "the [old grey]{new blue} order"],
  ["two changes apart", "one two three four", "1 two three 4", "[one]{1} two three [four]{4}"],
  ["a sign", "They left.", "They left!", "They left[.]{!}"],
  ["a digit of a number", "1.3 million", "1.4 million", "[1.3]{1.4} million"],
  ["everything", "One.", "Two", "[One.]{Two}"],
  ["from nothing", "", "New.", "{New.}"],
  ["to nothing", "Old.", "", "[Old.]"],
  ["Urdu", "ہر شخص آزاد ہے", "ہر انسان آزاد ہے", "ہر [شخص]{انسان} آزاد ہے"],
  ["a Chinese character", "人人生而自由", "人人生而平由", "人人生而[自]{平}由"],
])("%s", (_, before, after, expected) => {
  expect(shown(diffWords(before, after))).toBe(expected);
});

const sentence = fc
  .array(fc.constantFrom("a", "b", "c", ".", ",", "人", "ہے", " "), { maxLength: 30 })
  .map((words) => words.join(" "));

test("the parts make up both texts, none is empty, and neighbours differ in kind", () => {
  fc.assert(
    fc.property(fc.oneof(sentence, fc.string({ unit: "binary" })), fc.oneof(sentence, fc.string()), (before, after) => {
      const parts = diffWords(before, after);
      const without = (left: DiffPart["kind"]) =>
        parts
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
      expect(parts.every(({ text }) => text !== "")).toBe(true);
      expect(parts.every(({ kind }, index) => kind !== parts[index + 1]?.kind)).toBe(true);
    }),
  );
});

test("the same text has one part", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      expect(diffWords(text, text)).toEqual([{ kind: "same", text }]);
    }),
  );
});

test("very long texts that have little in common are shown as replaced", () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(" ");
  expect(diffWords(`So ${long("a")}.`, `So ${long("b")}.`).map(({ kind }) => kind)).toEqual([
    "same",
    "removed",
    "added",
    "same",
  ]);
});

test.each([
  ["Only 4.5% of them.", "Only 5.4% of them.", "Only [4.5|5.4]% of them."],
  ["It was 1,204.", "It was 1,304.", "It was [1,204|1,304]."],
  ["On 5/3/2026 at 12:30.", "On 5/4/2026 at 12:30.", "On [5/3/2026|5/4/2026] at 12:30."],
])("a number is changed as a whole: %s", (before, after, expected) => {
  const shown = diffWords(before, after).map(({ kind, text }) =>
    kind === "same" ? text : kind === "removed" ? `[${text}|` : `${text}]`,
  );
  expect(shown.join("")).toBe(expected);
});
