import { describe, expect, test } from "vitest";
import { baseOf, ratio, withoutIndex } from "./compare.ts";
import type { ContenderName } from "./contender.ts";
import { run, series, size } from "./figures.ts";
import { growthPower, spreadOf } from "./statistics.ts";

const wall = (one: { readonly wall: number }) => one.wall;

describe("a comparison", () => {
  test.each([
    ["is the middle of the rounds' own ratios", [2, 3, 40], [1, 2, 10], 2],
    ["is the same when the whole machine slows down in a round", [2, 200, 2], [1, 100, 1], 2],
    ["lies between the two in the middle of an even number", [1, 2, 3, 4], [1, 1, 1, 1], 2.5],
    ["uses only rounds that both have", [3, 8], [1], 3],
  ])("%s", (_, own, base, expected) => {
    const runs = (values: readonly number[]) => values.map((value) => run(value));
    expect(ratio(runs(own), runs(base), wall)).toBe(expected);
  });

  test("is none where the base was not measured", () => {
    expect(ratio([run(1)], [], wall)).toBeUndefined();
  });

  test("may hold one figure against another of the base", () => {
    expect(ratio([run(8, { memory: 3 })], [run(2)], ({ memory }) => memory, wall)).toBe(1.5);
  });
});

test.each<[string, ContenderName[], ContenderName | undefined]>([
  ["Hugo where it was measured", ["floor", "pincite", "hugo"], "hugo"],
  ["the floor where Hugo was not", ["eleventy", "floor", "pincite"], "floor"],
  ["nothing where neither was", ["pincite", "eleventy"], undefined],
])("the base is %s", (_, measured, expected) => {
  const result = size(
    5,
    measured.map((name) => series(name, "cold", [run(1)])),
  );
  expect(baseOf(result)).toBe(expected);
});

test("the time without search is that without every index stage, and nothing else", () => {
  const stages = ["read", "index", "check links", "index"].map((name, at) => ({ name, seconds: at + 1 }));
  expect(withoutIndex(run(20, { stages }))).toBe(14);
  expect(withoutIndex(run(20))).toBe(20);
});

test.each([
  ["one value", [3], { median: 3, least: 3, most: 3 }],
  ["an odd number, in any order", [5, 1, 3], { median: 3, least: 1, most: 5 }],
  ["an even number", [4, 1, 2, 8], { median: 3, least: 1, most: 8 }],
])("the spread of %s", (_, values, expected) => {
  expect(spreadOf(values)).toEqual(expected);
});

test.each([
  [10, 10, 1],
  [100, 10, 2],
  [1, 10, 0],
])("%d times the time for %d times the size is growth of power %d", (time, times, power) => {
  expect(growthPower(time, times)).toBeCloseTo(power);
});
