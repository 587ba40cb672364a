import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openingWords } from "../../../lib/core/text/sentence.ts";

describe("the opening of a text", () => {
  test.each([
    ["a short text is whole", "One two.", 20, "One two."],
    ["exactly as long as wanted, it is whole", "One two", 7, "One two"],
    ["only whole words are kept", "One two three", 9, "One two…"],
    ["a word that just fits is kept", "One two three", 7, "One two…"],
    ["punctuation before the ellipsis is dropped", "One, two three", 5, "One…"],
    ["one long word is cut", "Antidisestablishment", 4, "Anti…"],
    ["white space is one space", " One \n two ", 20, "One two"],
  ])("%s", (_, text, length, expected) => {
    expect(openingWords(text, length)).toBe(expected);
  });

  test("what stands far behind it tells nothing", () => {
    const word = fc.constantFrom("one", "two,", " ", "\n", "  ", "\u{1f30a}", "three", "four");
    const text = fc.array(word, { maxLength: 40 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (some, length) => {
        const flat = some.replace(/\s+/g, " ").trim();
        expect(openingWords(some, length)).toBe(openingWords(flat.slice(0, 2 * length), length));
      }),
    );
  });
});
