import { describe, expect, test } from "vitest";
import { fingerprintForm } from "../../../lib/core/text/normal-form.ts";
import { parseSourceModule } from "../../../lib/core/source/parse-source.ts";
import { placesOf, sourceFrom, sourceHeadLines } from "../support/documents.ts";

function pagesOf(body: string): string[] {
  return sourceFrom(body).source.paragraphs.map(
    ({ label, page, sheet, text }) =>
      `${label}: ${text} (${page ?? "none"}${sheet === undefined ? "" : ` on ${sheet}`})`,
  );
}

describe("the page of the original can be written on every kind of block", () => {
  test.each([
    ["a paragraph", "a {p. 12}", ["1: a (12)"]],
    ["a paragraph with a label", "a {#14.1 p. 12}", ["14.1: a (12)"]],
    ["without a space", "a{p.12}", ["1: a (12)"]],
    ["in Roman numerals", "a {p. xii}", ["1: a (xii)"]],
    ["with the number of a part", "a {p. A-3}", ["1: a (A-3)"]],
    ["in Persian digits", "a {p. ۱۲}", ["1: a (۱۲)"]],
    ["with the sheet it is on", "a {p. xii, sheet 4}", ["1: a (xii on 4)"]],
    ["with both", "a {#x p. xii, sheet 4}", ["x: a (xii on 4)"]],
    ["a list item", "- a {p. 1}\n- b", ["1: a (1)", "2: b (none)"]],
    ["a block quote", "> a {p. 1}", ["1: a (1)"]],
    ["a table, on the line below", "| a |\n|---|\n| b |\n{p. 1}", ["1: a\u2063 b\u2063 (1)"]],
    ["a table, behind a blank line", "| a |\n|---|\n\n{#x p. 1}", ["x: a\u2063 (1)"]],
    ["a fence", "```js {p. 1}\na\n```", ["1: a (1)"]],
    ["indented code, behind a blank line", "    a\n\n{p. 1}", ["1: a (1)"]],
  ])("%s", (_, body, expected) => {
    expect(pagesOf(body)).toEqual(expected);
    expect(sourceFrom(body).problems).toEqual([]);
    expect(
      sourceFrom(body)
        .source.paragraphs.map(({ html }) => html)
        .join(""),
    ).not.toContain("{");
  });
});

test("neither numbers nor words nor fingerprints depend on pages", () => {
  const body = "# A\n\na\n\n- b\n- c {#x}\n\n> d";
  const paged = "# A\n\na {p. 1}\n\n- b {p. 2}\n- c {#x p. 2}\n\n> d {p. iii, sheet 9}";
  const facts = (one: string) =>
    sourceFrom(one).source.paragraphs.map(({ label, position, text, html }) => [
      label,
      position,
      text,
      fingerprintForm(text),
      html,
    ]);
  expect(facts(paged)).toEqual(facts(body));
});

test.each([
  ["escaped braces", "a \\{p. 12}", "a {p. 12}"],
  ["braces in a code span", "a `{p. 12}`", "a {p. 12}"],
  ["a brace spelled as an entity", "a &#123;p. 12}", "a {p. 12}"],
  ["words that are no page", "a {page 12}", "a {page 12}"],
  ["words without braces", "a p. 12", "a p. 12"],
])("%s are text", (_, body, text) => {
  expect(pagesOf(body)).toEqual([`1: ${text} (none)`]);
  expect(sourceFrom(body).problems).toEqual([]);
});

const line = (number: number) => sourceHeadLines + number;

test.each([
  ["nothing", "a {p.}", `${line(1)}:3 page-valid`],
  ["words", "a {p. twelve or so}", `${line(1)}:3 page-valid`],
  ["a range", "a {pp. 12–13}", `${line(1)}:3 page-valid`],
  ["more than a page has", "a {p. 1234567890123}", `${line(1)}:3 page-valid`],
  ["a sheet that is none", "a {p. xii, sheet 0}", `${line(1)}:3 page-valid`],
  ["a label behind it", "a {p. 12 #x}", `${line(1)}:3 page-valid`],
  ["a page that is none behind a label", "a {#x p. –}", `${line(1)}:3 page-valid`],
  ["a label with a comma before it", "a {#x, p. 12}", `${line(1)}:3 label-valid`],
  ["braces of their own for the label", "a {#x} {p. 12}", `${line(1)}:3 label-valid`],
  ["a page inside a sentence", "a {p. 12} b", `${line(1)}:3 label-valid`],
  ["a page of a heading", "# A {p. 12}", `${line(1)}:5 label-valid`],
  ["a page of no words", "a\n\n{p. 12}", `${line(3)}:1 label-valid`],
])("%s is a problem", (_, body, expected) => {
  const { problems } = sourceFrom(body);
  expect(placesOf(problems)).toEqual([expected]);
  expect(problems[0]?.message).toMatch(/Write|write/);
});

test("a module may give pages, too", () => {
  const metadata = { type: "report", title: "T", language: "en", grade: "data", rights: "excerpt", numbering: "ours" };
  const blocks = [
    { text: "a", page: "xii" },
    { text: "b", page: "–" },
  ];
  const { source, problems } = parseSourceModule("s", "sources/s.ts", { metadata, blocks });
  expect(source.paragraphs.map(({ page }) => page)).toEqual(["xii", undefined]);
  expect(problems.map(({ rule }) => rule)).toEqual(["page-valid"]);
});

test("items know how deep their list stands in others", () => {
  const { paragraphs } = sourceFrom("1. a\n   - b\n\n     c\n     1. d\n2. e\n\nf").source;
  expect(paragraphs.map(({ text, depth }) => [text, depth ?? 0])).toEqual([
    ["a", 0],
    ["b c", 1],
    ["d", 2],
    ["e", 0],
    ["f", 0],
  ]);
});
