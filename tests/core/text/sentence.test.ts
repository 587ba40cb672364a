import { describe, expect, test } from "vitest";
import { openingWords, sentenceAt } from "../../../lib/core/text/sentence.ts";

describe("the sentence that a note mark belongs to", () => {
  // The bar is where the mark stands.
  test.each([
    ["behind the full stop, it is the sentence that has ended", "One left.| Two stayed.", "en", "One left."],
    ["inside a sentence, it is that sentence", "One left. Two| stayed.", "en", "Two stayed."],
    ["at the beginning, it is the first sentence", "|One left. Two stayed.", "en", "One left."],
    ["at the end, it is the last sentence", "One left. Two stayed.|", "en", "Two stayed."],
    ["behind a space too, it is the one before", "One left. |Two stayed.", "en", "One left."],
    ["a decimal point ends no sentence", "It was 1.3 million| people.", "en", "It was 1.3 million people."],
    ["the Urdu full stop ends a sentence", "وہ گئے۔| وہ آئے۔", "ur", "وہ گئے۔"],
    ["line breaks are spaces", "One\n  left.| Two.", "en", "One left."],
    ["of nothing it is nothing", "|", "en", ""],
  ])("%s", (_, marked, language, expected) => {
    expect(sentenceAt(marked.replace("|", ""), marked.indexOf("|"), language)).toBe(expected);
  });
});

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
});
