import { expect, test } from "vitest";
import { compareWithLock } from "../../../lib/core/anchoring/compare.ts";
import { changedFile, label, lockOf, paragraphsOf } from "./locks.ts";

const [a, b, c, d, e] = [
  "The commission shall meet in ordinary session twice in each year.",
  "A majority of its members forms a quorum for every kind of business.",
  "Its decisions are published in the gazette within thirty days of adoption.",
  "Members serve for four years and may be appointed once again.",
  "The secretariat keeps the minutes and all other papers of the commission.",
];
const extra = "Observers from civil society may be heard before a vote is taken.";

/** What became of the second to the fourth paragraph of a document of five. */
function rangeAfter(after: readonly string[], before: readonly string[] = [a, b, c, d, e]) {
  const paragraphs = paragraphsOf(before);
  const held = paragraphs.slice(1, 4).map(({ label }) => label);
  const lock = { ...lockOf(paragraphs), ranges: new Map([["2-4", held]]) };
  const { ranges } = compareWithLock(lock, paragraphsOf(after), { sourceHash: changedFile, budget: 1000 });
  return ranges.get("2-4");
}

const before = ["2", "3", "4"].map(label);
const changed = (...after: string[]) => ({ kind: "range-changed", before, after: after.map(label) });

test.each([
  ["nothing changed", [a, b, c, d, e], { kind: "ok" }],
  ["something changed outside", [a, b, c, d, e, extra], { kind: "ok" }],
  ["a paragraph of it was edited in place", [a, b, c.replace("thirty", "sixty"), d, e], { kind: "ok" }],
  ["it moved as a whole", [extra, a, b, c, d, e], { kind: "moved", to: "3-5" }],
  ["a paragraph was put into it", [a, b, extra, c, d, e], changed("2", "3", "4", "5")],
  ["a paragraph of it was taken out", [a, b, d, e], changed("2", "3")],
  ["its paragraphs changed places", [a, b, d, c, e], changed("2", "3")],
  ["its first paragraph was taken out", [a, c, d, e], changed("2", "3")],
  ["its last paragraph was taken out", [a, b, c, e], changed("2", "3", "4")],
  ["all of it was taken out", [a, e], changed()],
])("%s", (_, after, expected) => {
  expect(rangeAfter(after)).toEqual(expected);
});

test("labels of the document's own show what was put between them", () => {
  const own = [`1|${a}`, `2|${b}`, `3|${c}`, `4|${d}`, `5|${e}`];
  expect(rangeAfter([...own.slice(0, 2), `2a|${extra}`, ...own.slice(2)], own)).toEqual(changed("2", "2a", "3", "4"));
});

test("a range of a paragraph that the lock does not hold has changed", () => {
  const lock = { ...lockOf(paragraphsOf([a, b]), ["1"]), ranges: new Map([["1-2", [label("1"), label("2")]]]) };
  const { ranges } = compareWithLock(lock, paragraphsOf([a, b]), { sourceHash: changedFile, budget: 1000 });
  expect(ranges.get("1-2")?.kind).toBe("range-changed");
});
