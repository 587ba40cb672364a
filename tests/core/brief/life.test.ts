import { expect, test } from "vitest";
import { briefHead, briefOf, placesOf } from "../support/documents.ts";

/** What is wrong with a brief that has these lines in the place of its status, on line 6. */
function problemsOf(lines: string) {
  return briefOf(`${briefHead.replace("status: published", lines)}Text`).problems;
}

const withdrawn = (rest: string) => `status: withdrawn\n${rest}`;
const change = (date: string) => `status: published\nchanges:\n  - { date: ${date}, kind: correction, note: A word. }`;

test.each([
  ["a withdrawn brief that says when and why", withdrawn("withdrawn: { date: 2026-03-05, reason: It was wrong. }")],
  ["a change on the day of the brief", change("2026-03-05")],
  ["a later change", change("2026-03-06")],
])("%s is without a problem", (_, lines) => {
  expect(problemsOf(lines)).toEqual([]);
});

test.each([
  ["a withdrawn brief that does not say why", "status: withdrawn", "6:9 front-matter-key", "withdrawn is missing."],
  [
    "a reason in a brief that is published",
    "status: published\nwithdrawn: { date: 2026-04-01, reason: Why. }",
    "7:12 front-matter-value",
    "the status of this one is published. Write status: withdrawn, or take withdrawn: out.",
  ],
  [
    "a reason in a draft",
    "status: draft\nwithdrawn: { date: 2026-04-01, reason: Why. }",
    "7:12 front-matter-value",
    "the status of this one is draft.",
  ],
  [
    "a reason without a day",
    withdrawn("withdrawn: { reason: Why. }"),
    "7:12 front-matter-value",
    "Date of withdrawn: Write a day",
  ],
  [
    "a brief withdrawn before its day",
    withdrawn("withdrawn: { date: 2026-03-04, reason: Why. }"),
    "7:20 front-matter-value",
    "date of withdrawn: 2026-03-04 is before the day of the brief itself, 2026-03-05.",
  ],
  [
    "a change before the brief's day",
    change("2026-03-04"),
    "8:13 front-matter-value",
    "date of the first change: 2026-03-04 is before the day of the brief itself, 2026-03-05. Write a later day, or correct date:.",
  ],
])("%s is a problem, and the only one", (_, lines, place, message) => {
  const problems = problemsOf(lines);
  expect(placesOf(problems)).toEqual([place]);
  expect(problems[0]?.message.toLowerCase()).toContain(message.toLowerCase());
});

test("with a day that cannot be read nothing is compared", () => {
  const text = `${briefHead.replace("2026-03-05", "2026-13-05").replace("status: published", change("2020-01-01"))}Text`;
  expect(placesOf(briefOf(text).problems)).toEqual(["5:7 front-matter-value"]);
});
