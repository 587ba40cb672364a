import { beforeAll, describe, expect, test } from "vitest";
import { openCorpora } from "../../bench/anchoring/corpora.ts";
import { mutationKinds } from "../../bench/anchoring/mutate.ts";
import { runAll, sumOf, type Row } from "../../bench/anchoring/run.ts";
import { brokenBounds } from "../../bench/anchoring/tally.ts";

describe("some 20,000 citations of sources that were then changed", () => {
  let rows: readonly Row[];
  beforeAll(() => {
    rows = runAll(openCorpora(), 20_000, 7);
  });

  test("every corpus underwent every kind of change", () => {
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(mutationKinds.length);
    expect(new Set(rows.map(({ corpus }) => corpus)).size).toBeGreaterThanOrEqual(8);
    expect(sumOf(rows).citations).toBeGreaterThanOrEqual(20_000);
  });

  test("none passes with changed text, none is wrong in ok, and suggestions are right often enough", () => {
    expect(brokenBounds(sumOf(rows))).toEqual([]);
  });

  test("what only moved is mostly found without a question", () => {
    for (const { kind, tally } of rows.filter((row) => row.kind === "insert" || row.kind === "headers")) {
      const passed = (tally.states.get("ok") ?? 0) + (tally.states.get("moved") ?? 0);
      expect(passed / tally.citations, kind).toBeGreaterThan(0.7);
    }
  });
});
