import { describe, expect, test } from "vitest";
import { sectionEvidence } from "../../../lib/core/warnings/section-evidence.ts";
import { briefWith, openIn, sourceOf, verifiedIn, warningsOf } from "./warnings.ts";

const [a, b] = [sourceOf("a"), sourceOf("b")];
const translation = sourceOf("a-ur", { translationOf: "a" });
const cites = (...tags: string[]) => tags.map((tag) => `So.{% cite "${tag.replace(" ", '", 1, ')} %}`).join(" ");
const cite = (...ids: string[]) => ids.map((id) => `So.{% cite "${id}", 1 %}`).join(" ");

describe("a section rests on one source", () => {
  test.each([
    ["when its three supporting citations name it", `## H\n\n${cite("a", "a", "a")}`, ["8:4 section-sources"]],
    ["before the first heading too", cite("a", "a", "a"), ["8:1 section-sources"]],
    [
      "when deeper sections add nothing else",
      `## H\n\n${cite("a", "a")}\n\n### I\n\n${cite("a")}`,
      ["8:4 section-sources"],
    ],
    ["when the other is its translation", `## H\n\n${cite("a", "a-ur", "a")}`, ["8:4 section-sources"]],
    [
      "when another only disputes it",
      `## H\n\n${cite("a", "a", "a")} ${cites('b as="disputes"')}`,
      ["8:4 section-sources"],
    ],
    [
      "and so may the next",
      `## H\n\n${cite("a", "a", "a")}\n\n## I\n\n${cite("b", "b", "b")}`,
      ["8:4 section-sources", "12:4 section-sources"],
    ],
    ["not with two citations", `## H\n\n${cite("a", "a")}`, []],
    ["not with another source", `## H\n\n${cite("a", "a", "a", "b")}`, []],
    ["not when a footnote cites another", `## H\n\n${cite("a", "a", "a")}[^x]\n\n[^x]: ${cite("b")}`, []],
    ["not when fewer than three support", `## H\n\n${cite("a", "a")} ${cites('a as="context"')}`, []],
    ["not when its citations stand in two sections", `## H\n\n${cite("a", "a")}\n\n## I\n\n${cite("a")}`, []],
  ])("%s", (_, body, expected) => {
    expect(openIn(briefWith(body), a, b, translation)).toEqual(expected);
  });
});

test.each([
  ["the heading", `## What was *said*\n\n${cite("a", "a", "a")}`, '"What was said" rests on one source: all 3'],
  ["the lack of one", cite("a", "a", "a", "a"), "What stands before the first heading rests on one source: all 4"],
])("the warning names %s and the source", (_, body, expected) => {
  const [warning] = warningsOf(briefWith(body), a).open;
  expect(warning?.message).toBe(
    `${expected} supporting citations name "a". Cite another source, or say under answers: in the front matter why one is enough.`,
  );
});

test("the evidence of a section is its citations that hold, and how often each source is cited", () => {
  const brief = briefWith(`So.\n\n## H\n\n${cite("b", "a", "b", "missing")}\n\n## I`);
  const sections = sectionEvidence(brief, verifiedIn(brief, [a, b]));
  expect(sections.map(({ heading, id, citations, sources }) => [heading, id, citations.length, [...sources]])).toEqual([
    ["", "", 0, []],
    ["H", "h", 3, [["b", 2], ["a", 1]]],
    ["I", "i", 0, []],
  ]); // prettier-ignore
});
