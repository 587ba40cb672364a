import { expect, test } from "vitest";
import { evidenceSummary } from "../../../lib/core/evidence/evidence-summary.ts";
import { sourceOfWords } from "../support/catalogs.ts";
import { citing } from "./citing.ts";

const sources = [
  sourceOfWords("One Two"),
  sourceOfWords("Three", { grade: "news" }, "paper"),
  sourceOfWords("Four", { grade: "news", rights: "digest", license: "" }, "digest"),
];

function summary(body: string) {
  return evidenceSummary(citing(sources, body).verified[0] ?? []);
}

test("citations are counted by relation, sources by grade, none too", () => {
  const { citations, relations, grades } = summary(
    'A{% cite "report", 1 %} b{% cite "report", 2, as="disputes" %} c{% cite "paper", 1, as="context" %} d{% cite "paper", 1, as="context" %}',
  );
  expect(citations).toBe(4);
  expect(Object.fromEntries(relations)).toEqual({ supports: 1, disputes: 1, qualifies: 0, context: 2, opinion: 0 });
  expect(Object.fromEntries(grades)).toEqual({ primary: 1, secondary: 0, data: 0, news: 1, opinion: 0 });
});

test.each([
  ["a quotation was checked", 'A{% cite "report", 1, quote="One" %}', [1, 0, 0]],
  ["a paragraph set from its source was too", '{% quote "report", 1 %}', [1, 0, 0]],
  ["a paraphrase was not", 'A{% cite "report", 1 %}', [0, 1, 0]],
  ["nor was a digest", 'A{% cite "digest", 1 %}', [0, 0, 1]],
  ["nothing is nothing", "A", [0, 0, 0]],
])("%s", (_, body, [quoted, paraphrased, digested]) => {
  expect(summary(body)).toMatchObject({ quoted, paraphrased, digested });
});

test("each source is named once, in the order a reader meets them", () => {
  const { sources: cited } = summary('A{% cite "paper", 1 %} b{% cite "report", 1 %} c{% cite "paper", 1 %}');
  expect(cited.map(({ id }) => id)).toEqual(["paper", "report"]);
});
