import { expect, test } from "vitest";
import { shorten } from "../../../lib/core/text/shorten.ts";

test.each([
  ["what is short stays", "abc", 3, "abc"],
  ["what is long is cut", "abcd", 3, "abc…"],
  ["no character is cut in two", "ab😀", 3, "ab…"],
  ["no space stands before the ellipsis", "ab cd", 3, "ab…"],
])("%s", (_, text, most, expected) => {
  expect(shorten(text, most)).toBe(expected);
});
