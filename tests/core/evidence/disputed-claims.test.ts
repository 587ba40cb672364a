import { describe, expect, test } from "vitest";
import { disputedClaims } from "../../../lib/core/evidence/disputed-claims.ts";
import { sourceOfWords } from "../support/catalogs.ts";
import { citing } from "./citing.ts";

const sources = [sourceOfWords("One Two Three")];
const supports = (label: number) => `{% cite "report", ${label} %}`;
const disputes = (label: number) => `{% cite "report", ${label}, as="disputes" %}`;

/** Each claim as `sentence: disputing notes / supporting notes`. */
function claimsIn(body: string): string[] {
  const { briefs, verified } = citing(sources, body);
  const notes = (all: readonly { citation: { note: number } }[]) => all.map(({ citation }) => citation.note).join(" ");
  return briefs
    .flatMap((brief) => disputedClaims(brief, verified[0] ?? []))
    .map(({ sentence, disputing, supporting }) => `${sentence}: ${notes(disputing)} / ${notes(supporting)}`);
}

describe("a disputed claim", () => {
  test.each([
    ["is a sentence that a source disputes", `So it is.${disputes(1)}`, ["So it is.: 1 / "]],
    ["is no sentence that is supported", `So it is.${supports(1)}`, []],
    ["is none that is qualified", 'So it is.{% cite "report", 1, as="qualifies" %}', []],
    ["has its support beside it", `So it is${supports(1)}, or not.${disputes(2)}`, ["So it is, or not.: 2 / 1"]],
    ["takes no support from the next sentence", `So it is.${disputes(1)} Yes.${supports(2)}`, ["So it is.: 1 / "]],
    ["is one, however many dispute it", `So it is.${disputes(1)}${disputes(2)}`, ["So it is.: 1 2 / "]],
    ["is told apart from another", `It is.${disputes(1)} It was.${disputes(2)}`, ["It is.: 1 / ", "It was.: 2 / "]],
    [
      "is one where the same words stand twice",
      `So it is.${supports(1)}\n\nSo it is.${disputes(2)}`,
      ["So it is.: 2 / 1"],
    ],
    ["comes in order of notes", `A[^x] b.${disputes(1)}\n\n[^x]: Note.${disputes(2)}`, ["A b.: 2 / ", "Note.: 3 / "]],
  ])("%s", (_, body, expected) => {
    expect(claimsIn(body)).toEqual(expected);
  });
});

test("paragraphs that are set, having no sentence, are never one claim", () => {
  const quote = (label: number) => `{% quote "report", ${label}, as="disputes" %}`;
  expect(claimsIn(`Text\n\n${quote(1)}\n\n${quote(2)}`)).toHaveLength(2);
});
