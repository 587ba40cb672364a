import { expect, test } from "vitest";
import { judge, type Ranked } from "../../../lib/core/anchoring/judge.ts";
import { label } from "./locks.ts";

/** Candidates 1, 2, 3 … with these scores, in this order of rank. */
function ranked(...scores: readonly number[]): Ranked[] {
  return scores.map((score, place) => ({ to: label(String(place + 1)), place, score, rank: 1 - place / 100 }));
}

test.each([
  ["no candidate", [], "lost"],
  ["nothing that reaches 0.40", [0.399, 0.3], "lost"],
  ["one that reaches 0.40", [0.4], "edited"],
  ["a lead of 0.10", [0.5, 0.4], "edited"],
  ["a lead of less than 0.10", [0.5, 0.401], "ambiguous"],
  ["a lead of less than 0.10 over one that is itself too low", [0.4, 0.301], "ambiguous"],
  ["a lead of 0.10 over one that is itself too low", [0.4, 0.3], "edited"],
  ["a lead over the second that the third takes away", [0.6, 0.4, 0.55], "ambiguous"],
  ["a first by rank that is not the first by score", [0.45, 0.6], "ambiguous"],
  ["a first by rank whose score is too low", [0.39, 0.5], "ambiguous"],
])("%s", (_, scores, kind) => {
  expect(judge(ranked(...scores)).kind).toBe(kind);
});

test("the best is suggested", () => {
  expect(judge(ranked(0.8, 0.2))).toMatchObject({ kind: "edited", best: { to: "1", score: 0.8 } });
});

test("of rivals, the best three are shown in the order of their rank", () => {
  expect(judge(ranked(0.8, 0.85, 0.2, 0.79, 0.84))).toEqual({
    kind: "ambiguous",
    candidates: [
      { to: "1", score: 0.8 },
      { to: "2", score: 0.85 },
      { to: "4", score: 0.79 },
    ],
  });
});
