import { describe, expect, test } from "vitest";
import { acceptAnswers, type Instead } from "../../../lib/core/review/accept-answers.ts";
import { writePinpoint } from "../../../lib/core/tags/pinpoint.ts";
import { catalogWith, locksOf, reviewOf, type Written } from "./reviewing.ts";

const cite = (pinpoint: string) => `Said.{% cite "s", "${pinpoint}" %}`;
const written = (letters: string, ...pinpoints: readonly string[]): Written => ({
  sources: { s: letters },
  briefs: { x: pinpoints.map(cite).join("\n\n") },
});

/** What is answered, as `key answer`, or the refusal. */
function accepted(
  before: Written,
  now: Written,
  labels: readonly string[],
  instead: Readonly<Record<string, Instead>> = {},
): readonly string[] | string {
  const review = reviewOf(catalogWith(now, locksOf(before)));
  const acceptance = acceptAnswers(review, { labels, instead: new Map(Object.entries(instead)) });
  if (acceptance.kind !== "answers") return acceptance.kind;
  return Array.from(acceptance.answers, ([key, answer]) =>
    answer.kind === "is" ? `${key}: ${writePinpoint([answer.part])}` : `${key}: ${answer.kind}`,
  );
}

const cited = ["2", "4", "2-4"];
const before = written("abcdef", ...cited);

describe("what is taken", () => {
  test.each([
    ["everything with one suggestion", "naBcdef", [], ["paragraph 2: 3", "paragraph 3: 4", "paragraph 4: 5"]],
    ["what is named only", "naBcdef", ["2"], ["paragraph 2: 3"]],
    ["a range that changed", "abncdef", [], ["paragraph 3: 4", "paragraph 4: 5", "range 2-4: 2-5"]],
    ["a range by its name", "abncdef", ["2-4"], ["range 2-4: 2-5"]],
    ["nothing that nothing is suggested for", "abcmef", [], ["range 2-4: 2-3"]],
  ])("%s", (_, letters, labels, expected) => {
    expect(accepted(before, written(letters, ...cited), labels)).toEqual(expected);
  });

  test("where a label is to be, or that it is gone, for that label only", () => {
    const now = written("abcmef", ...cited);
    expect(accepted(before, now, [], { 4: { kind: "to", pinpoint: "4" } })).toEqual(["paragraph 4: 4"]);
    expect(accepted(before, now, [], { 4: { kind: "drop" } })).toEqual(["paragraph 4: gone"]);
    expect(accepted(before, now, [], { "2-4": { kind: "to", pinpoint: "1-3" } })).toEqual(["range 2-4: 1-3"]);
  });

  test("several answers of several kinds at once", () => {
    expect(accepted(before, written("aBcmef", ...cited), ["2", "2-4"], { 4: { kind: "drop" } })).toEqual([
      "paragraph 2: 2",
      "paragraph 4: gone",
      "range 2-4: 2-3",
    ]);
  });

  test("no citation that may mean either of two paragraphs", () => {
    const now = written("nabcdef", "3", "3");
    expect(accepted(written("abcdef", "3"), now, [])).toEqual(["paragraph 3: 4"]);
    expect(accepted(written("abcdef", "3"), now, ["3"])).toBe("no-answer");
    expect(accepted(written("abcdef", "3"), now, [], { 3: { kind: "to", pinpoint: "4" } })).toBe("no-answer");
  });
});

describe("what is refused", () => {
  test.each([
    ["a label nothing is asked about", ["1"], {}, "unknown-label"],
    ["a label nothing is asked about, and what it is", [], { 1: { kind: "drop" } }, "unknown-label"],
    ["a paragraph that is not there", [], { 4: { kind: "to", pinpoint: "40" } }, "unknown-target"],
    ["what is no pinpoint", [], { 4: { kind: "to", pinpoint: "?" } }, "unknown-target"],
    ["two pinpoints", [], { 4: { kind: "to", pinpoint: "1, 2" } }, "unknown-target"],
    ["a range that runs backwards", [], { "2-4": { kind: "to", pinpoint: "3-1" } }, "unknown-target"],
    ["a range for a paragraph", [], { 4: { kind: "to", pinpoint: "1-2" } }, "no-answer"],
    ["to drop a range", [], { "2-4": { kind: "drop" } }, "no-answer"],
    ["a paragraph for which nothing is suggested", ["4"], {}, "no-answer"],
  ] as [string, string[], Record<string, Instead>, string][])("%s", (_, labels, instead, refusal) => {
    expect(accepted(before, written("abcmef", ...cited), labels, instead)).toBe(refusal);
  });
});
