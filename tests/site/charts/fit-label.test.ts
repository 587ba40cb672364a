import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitLabel, labelLines, ownOrder } from "../../../lib/site/charts/fit-label.ts";

describe("on one line", () => {
  test.each([
    ["a short label stays", "Primary source", "Primary source"],
    ["white space and control characters become spaces", " A\n\tlabel\u0000here ", "A label here"],
    ["a long one ends behind a word", "word ".repeat(20), `${"word ".repeat(8).trim()}…`],
    ["a word that is no longer whole is left out", `${"x".repeat(40)} ${"y".repeat(20)}`, `${"x".repeat(40)}…`],
    ["a single word is cut", "x".repeat(200), `${"x".repeat(46)}…`],
    ["capitals take more room", "M".repeat(200), `${"M".repeat(34)}…`],
    ["so do wide scripts", "字".repeat(200), `${"字".repeat(23)}…`],
    ["marks on letters take none", "e\u0301".repeat(46), "e\u0301".repeat(46)],
    ["no letter is cut in two", "😀".repeat(200), `${"😀".repeat(23)}…`],
    ["no space stands before the ellipsis", `${"x".repeat(45)} ${"y".repeat(20)}`, `${"x".repeat(45)}…`],
  ])("%s", (_, label, expected) => {
    expect(fitLabel(label)).toBe(expected);
  });
});

describe("on two lines", () => {
  test.each([
    ["a short label needs one", "Primary source", ["Primary source"]],
    [
      "a longer one goes on behind a word",
      "Report of the commission of inquiry into the silting of the channel",
      ["Report of the commission of inquiry into the", "silting of the channel"],
    ],
    [
      "what is longer still ends behind a word",
      "word ".repeat(30),
      ["word ".repeat(8).trim(), `${"word ".repeat(8).trim()}…`],
    ],
    ["a word longer than a line is cut on the first", `${"x".repeat(60)} y`, [`${"x".repeat(46)}…`]],
    ["nothing is a line of its own", " ", [""]],
  ])("%s", (_, label, expected) => {
    expect(labelLines(label)).toEqual(expected);
  });

  test("every line fits, and together they are the label or its beginning up to a word", () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,14}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, (all) => {
        const label = all.join(" ");
        const lines = labelLines(label);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(fitLabel(line.replace(/…$/, ""))).toBe(line.replace(/…$/, ""));
        const joined = lines.join(" ");
        if (joined.endsWith("…")) expect(`${label} `.startsWith(`${joined.slice(0, -1)} `)).toBe(true);
        else expect(joined).toBe(label);
      }),
    );
  });
});

test.each([
  ["a label of the chart's own direction stays", "Canal", "ltr", "Canal"],
  ["figures belong to either", "2024", "rtl", "2024"],
  ["an English one in an Urdu chart is set apart", "Canal…", "rtl", "\u2066Canal…\u2069"],
  ["an Urdu one in an English chart is, too", "نہر…", "ltr", "\u2067نہر…\u2069"],
] as const)("%s", (_, label, direction, expected) => {
  expect(ownOrder(label, direction)).toBe(expected);
});
