import { expect, test } from "vitest";
import { isSlug } from "../../lib/core/slug.ts";
import { ordinalLabel, paragraphAnchor, readLabel } from "../../lib/core/label.ts";

test.each([
  ["7", "7"],
  ["14.1", "14.1"],
  ["P.3", "P.3"],
  ["2(b)", "2(b)"],
  ["a_b", "a_b"],
  ["§4", "§4"],
  ["e\u0301", "é"],
  ["١", "١"],
  ["", undefined],
  [".1", undefined],
  ["(a)", undefined],
  ["1-2", undefined],
  ["1,2", undefined],
  ["1 2", undefined],
  ["¶1", undefined],
  ["<b>", undefined],
  ['"', undefined],
  ["a".repeat(40), "a".repeat(40)],
  ["a".repeat(41), undefined],
])("%s as a label: %s", (text, expected) => {
  expect(readLabel(text)).toBe(expected);
});

test("a paragraph's id never holds a hyphen, so that what is joined to it by one can be told apart", () => {
  expect(paragraphAnchor(ordinalLabel(7))).toBe("p7");
  for (const text of ["14.1", "2(b)", "§4", "é"])
    expect(paragraphAnchor(readLabel(text) ?? ordinalLabel(1))).not.toContain("-");
});

test.each([
  ["unhcr-2025-08", true],
  ["a", true],
  ["1893", true],
  ["constructor", true],
  ["a".repeat(80), true],
  ["a".repeat(81), false],
  ["", false],
  ["-a", false],
  ["a-", false],
  ["a--b", false],
  ["A", false],
  ["é", false],
  ["a b", false],
  ["a.b", false],
  ["../a", false],
  ["a\n", false],
])("%j as a slug: %s", (text, expected) => {
  expect(isSlug(text)).toBe(expected);
});
