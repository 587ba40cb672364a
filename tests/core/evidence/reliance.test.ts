import { describe, expect, test } from "vitest";
import { oneSourceSections, reliance } from "../../../lib/core/evidence/reliance.ts";
import { sourceOfWords } from "../support/catalogs.ts";
import { citing } from "./citing.ts";

const sources = [
  sourceOfWords("One Two"),
  sourceOfWords("Three", {}, "paper"),
  sourceOfWords("One Two", { translationOf: "report", language: "ur" }, "report-ur"),
];

const report = '{% cite "report", 1 %}';
const paper = '{% cite "paper", 1 %}';

const disputing = '{% cite "paper", 1, as="disputes" %}';

describe("what a source carries is its share of the citations in support", () => {
  test.each<[string, string, [string, number, number, number][]]>([
    [
      "the one that carries most first, then by id",
      `A${paper} b${report} c${report} d{% cite "report-ur", 1 %}`,
      [
        ["report", 2, 2, 0.5],
        ["paper", 1, 1, 0.25],
        ["report-ur", 1, 1, 0.25],
      ],
    ],
    [
      "what is disputed with carries nothing, however often it is cited",
      `A${disputing} b${disputing} c${report}`,
      [
        ["report", 1, 1, 1],
        ["paper", 0, 2, 0],
      ],
    ],
    ["without any support nothing carries", `A${disputing}`, [["paper", 0, 1, 0]]],
  ])("%s", (_, body, expected) => {
    const found = reliance(citing(sources, body).verified[0] ?? []);
    expect(found.map(({ source, supporting, citations, share }) => [source.id, supporting, citations, share])).toEqual(
      expected,
    );
  });
});

test("nothing relies on anything where nothing is cited", () => {
  expect(reliance([])).toEqual([]);
});

describe("sections that cite one source only", () => {
  test.each([
    ["a section of one source", `## A\n\nA${report} b${report}`, ["a report 2"]],
    ["a section with one citation", `## A\n\nA${report}`, ["a report 1"]],
    ["a section of two is not", `## A\n\nA${report} b${paper}`, []],
    ["a section without a citation is not", "## A\n\nA", []],
    ["what stands before the first heading", `A${report}\n\n## B\n\nB${report} c${paper}`, [" report 1"]],
    ["a translation is its original", `## A\n\nA{% cite "report-ur", 1 %} b${report}`, ["a report-ur 2"]],
    ["each by itself", `## A\n\nA${report}\n\n## B\n\nB${paper}`, ["a report 1", "b paper 1"]],
  ])("%s", (_, body, expected) => {
    const { briefs, verified } = citing(sources, body);
    const found = briefs.flatMap((brief) => oneSourceSections(brief, verified[0] ?? []));
    expect(found.map(({ id, source, citations }) => `${id} ${source.id} ${citations}`)).toEqual(expected);
  });
});
