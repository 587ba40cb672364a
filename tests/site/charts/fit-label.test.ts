import { expect, test } from "vitest";
import { fitLabel } from "../../../lib/site/charts/fit-label.ts";

test.each([
  ["a short label stays", "Primary source", "Primary source"],
  ["white space and control characters become spaces", " A\n\tlabel\u0000here ", "A label here"],
  ["a long one is cut", "x".repeat(200), `${"x".repeat(46)}…`],
  ["capitals take more room", "M".repeat(200), `${"M".repeat(34)}…`],
  ["so do wide scripts", "字".repeat(200), `${"字".repeat(23)}…`],
  ["marks on letters take none", "e\u0301".repeat(46), "e\u0301".repeat(46)],
  ["no letter is cut in two", "😀".repeat(200), `${"😀".repeat(23)}…`],
  ["no space stands before the ellipsis", `${"x".repeat(45)} ${"y".repeat(20)}`, `${"x".repeat(45)}…`],
])("%s", (_, label, expected) => {
  expect(fitLabel(label)).toBe(expected);
});
