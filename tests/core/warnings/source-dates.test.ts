import { describe, expect, test } from "vitest";
import { briefWith, openIn, sourceOf, warningsOf } from "./warnings.ts";

const cite = 'So.{% cite "s", 1 %}';
const old = ["9:12 evidence-fresh"];
const late = ["9:12 evidence-before-cutoff"];

describe("with evidenceHorizon: 2025-06-15", () => {
  test.each([
    ["a source of the day before is old", { issued: '"2025-06-14"' }, old],
    ["a source of the day is not", { issued: '"2025-06-15"' }, []],
    ["a month is compared by its end", { issued: '"2025-06"' }, []],
    ["a month before is old", { issued: '"2025-05"' }, old],
    ["a year is compared by its end", { issued: '"2025"' }, []],
    ["a year before is old", { issued: '"2024"' }, old],
    ["an interval is compared by its end", { issued: '"2019/2025-07"' }, []],
    ["an interval that ended before is old", { issued: '"2019/2025-05"' }, old],
    ["a source without a date is as old as its reading", { accessed: '"2025-01-01"' }, old],
    ["a source that was read since may be old", { issued: '"2024"', accessed: '"2026-01-01"' }, old],
    ["a source without any date is not asked about", {}, []],
  ])("%s", (_, keys, expected) => {
    expect(openIn(briefWith(cite, "evidenceHorizon: 2025-06-15"), sourceOf("s", keys))).toEqual(expected);
  });
});

describe("with evidenceCutoff: 2025-06-15", () => {
  test.each([
    ["a source of the day after is later", { issued: '"2025-06-16"' }, late],
    ["a source of the day is not", { issued: '"2025-06-15"' }, []],
    ["a month is compared by its beginning", { issued: '"2025-06"' }, []],
    ["a month after is later", { issued: '"2025-07"' }, late],
    ["a year is compared by its beginning", { issued: '"2025"' }, []],
    ["a year after is later", { issued: '"2026"' }, late],
    ["an interval is compared by its beginning", { issued: '"2025-05/2026"' }, []],
    ["the day it was read says nothing", { accessed: '"2026-01-01"' }, []],
  ])("%s", (_, keys, expected) => {
    expect(openIn(briefWith(cite, "evidenceCutoff: 2025-06-15"), sourceOf("s", keys))).toEqual(expected);
  });
});

test("without these keys no date is asked about", () => {
  expect(openIn(briefWith(cite), sourceOf("s", { issued: '"1893"' }))).toEqual([]);
});

test("what is cited for context may be old", () => {
  const brief = briefWith('So.{% cite "s", 1, as="context" %}', "evidenceHorizon: 2025-06-15");
  expect(openIn(brief, sourceOf("s", { issued: '"1893"' }))).toEqual([]);
});

test("each source is asked about once, where the file first cites it", () => {
  const brief = briefWith(`[^x]: ${cite}\n\nSo.[^x] ${cite}`, "evidenceHorizon: 2025-06-15");
  expect(openIn(brief, sourceOf("s", { issued: '"1893"' }))).toEqual(["9:18 evidence-fresh"]);
});

test.each([
  [
    "old",
    "evidenceHorizon: 2025-06-15",
    { issued: '"2024-05"' },
    '"s" was issued May 2024, before the brief\'s evidenceHorizon 2025-06-15. Cite something newer, write as="context", or say under answers: in the front matter why it still holds.',
  ],
  [
    "late",
    "evidenceCutoff: 2025-06-15",
    { issued: '"2026-01-02"' },
    '"s" was issued 2 January 2026, after the brief\'s evidenceCutoff 2025-06-15. Move the cutoff if later evidence was looked at, or take the citation out.',
  ],
])("the warning of %s evidence says both days and what to do", (_, key, keys, expected) => {
  const [warning] = warningsOf(briefWith(cite, key), sourceOf("s", keys)).open;
  expect(warning?.message).toBe(expected);
});
