import { expect, test } from "vitest";
import { describeDifference } from "../../../lib/core/verify/difference.ts";

test.each([
  ["a word is another", "it was about 1.3 million", "it was about 1.3 milion", '"million"', '"milion"'],
  ["a word is missing", "not for all", "for all", '"not for"', '"for"'],
  ["a letter of another script is another", "پناہ کا حق", "پناھ کا حق", '"پناہ"', '"پناھ"'],
  ["a text is missing", "all", "", '"all"', "nothing"],
  ["a space is doubled", "a b", "a  b", 'nothing behind "a"', "U+0020"],
  ["a space does not break", "a b", "a\u00A0b", 'U+0020 behind "a"', "U+00A0"],
  ["an invisible character stands in a word", "deadline", "dead\u200Bline", 'nothing behind "dead"', "U+200B"],
])("where %s, both sides are shown", (_, expected, actual, left, right) => {
  expect(describeDifference(expected, actual)).toEqual({ expected: left, actual: right });
});
