import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "../../../lib/core/text/nearest.ts";

describe("edit distance", () => {
  test.each([
    ["the same word is no edit away", "cite", "cite", 0],
    ["one letter more is one edit", "cite", "cites", 1],
    ["one letter less is one edit", "cite", "cit", 1],
    ["another letter is one edit", "cite", "cute", 1],
    ["two neighbours swapped are one edit", "cite", "ctie", 1],
    ["from nothing, every letter is an edit", "", "abc", 3],
    ["to nothing, every letter is an edit", "abc", "", 3],
  ])("%s", (_, a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });
});

describe("nearest", () => {
  test.each([
    ["a slip of one letter finds the word", "pubished", ["draft", "published"], ["published"]],
    ["case does not count", "URL", ["url", "title"], ["url"]],
    ["nothing alike is not offered", "xylophone", ["draft", "published"], []],
    ["a short word is not offered for two wrong letters of two", "xy", ["ab"], []],
    ["no candidates give no suggestion", "cite", [], []],
    ["an empty word finds nothing that would have to be written whole", "", ["a", "ab"], []],
    ["of equally near ones the first in the alphabet is offered", "bat", ["cat", "aat"], ["aat"]],
  ])("%s", (_, word, candidates, expected) => {
    expect(nearest(word, candidates)).toEqual(expected);
  });

  test("several can be asked for, best first", () => {
    expect(nearest("unhcr-2025-8", ["unhcr-2025-09", "unhcr-2025-08", "udhr"], 2)).toEqual([
      "unhcr-2025-08",
      "unhcr-2025-09",
    ]);
  });
});
