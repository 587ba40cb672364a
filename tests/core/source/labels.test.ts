import { describe, expect, test } from "vitest";
import { placesOf, sourceFrom, sourceHeadLines } from "../support/documents.ts";

function labelsOf(body: string, keys: Record<string, string> = {}): string[] {
  return sourceFrom(body, keys).source.paragraphs.map(({ label, text }) => `${label}: ${text}`);
}

describe("a label can be written on every kind of block", () => {
  test.each([
    ["a paragraph", "a {#x}", ["x: a"]],
    ["a paragraph, without a space", "a{#x}", ["x: a"]],
    ["a paragraph, on the line below", "a\n{#x}", ["x: a"]],
    ["a paragraph that ends in emphasis", "*a* {#x}", ["x: a"]],
    ["a list item", "- a {#x}\n- b", ["x: a", "2: b"]],
    ["a nested list item", "- a\n  - b {#x}", ["1: a", "x: b"]],
    ["a list item of two paragraphs", "- a\n\n  b {#x}", ["x: a b"]],
    ["a block quote", "> a\n>\n> b {#x}", ["x: a b"]],
    ["a table, on the line below", "| a |\n|---|\n| b |\n{#x}", ["x: a\u2063 b\u2063"]],
    ["a table, behind a blank line", "| a |\n|---|\n| b |\n\n{#x}", ["x: a\u2063 b\u2063"]],
    ["a table of two columns", "| a | b |\n|---|---|\n| c | d |\n{#x}", ["x: a\u2063 b\u2063 c\u2063 d\u2063"]],
    ["a fence, behind its language", "```js {#x}\na\n```", ["x: a"]],
    ["a fence without a language", "``` {#x}\na\n```", ["x: a"]],
    ["a fence, behind a blank line", "```\na\n```\n\n{#x}", ["x: a"]],
    ["indented code, behind a blank line", "    a\n\n{#x}", ["x: a"]],
  ])("%s", (_, body, expected) => {
    expect(labelsOf(body)).toEqual(expected);
    expect(sourceFrom(body).problems).toEqual([]);
    expect(
      sourceFrom(body)
        .source.paragraphs.map(({ html }) => html)
        .join(""),
    ).not.toContain("{#");
  });

  test.each([
    ["letters and digits", "a {#P.3}", "P.3"],
    ["brackets", "a {#2(b)}", "2(b)"],
    ["a section sign", "a {#§4}", "§4"],
    ["Urdu", "a {#دفعہ.1}", "دفعہ.1"],
    ["a letter and its mark, composed", "a {#e\u0301}", "é"],
  ])("a label may hold %s", (_, body, label) => {
    const { source, problems } = sourceFrom(body);
    expect(problems).toEqual([]);
    expect(source.byLabel.get(label)).toBe(source.paragraphs[0]);
  });
});

describe("a block without a label counts the blocks before it, labelled or not", () => {
  test.each([
    ["so that a label does not renumber what follows", "a\n\nb {#x}\n\nc", ["1: a", "x: b", "3: c"]],
    ["and a number can be kept out of order", "a {#2}\n\nb {#1}", ["2: a", "1: b"]],
  ])("%s", (_, body, expected) => {
    expect(labelsOf(body)).toEqual(expected);
  });
});

describe("what is not a label stays in the text", () => {
  test.each([
    ["escaped braces", "a \\{#x\\}", "a {#x}"],
    ["one escaped brace", "a \\{#x} b", "a {#x} b"],
    ["a brace spelled as an entity", "a &#123;#x}", "a {#x}"],
    ["braces in a code span", "a `{#x}`", "a {#x}"],
    ["an attribute list", "a {.note}", "a {.note}"],
  ])("%s", (_, body, text) => {
    expect(labelsOf(body)).toEqual([`1: ${text}`]);
    expect(sourceFrom(body).problems).toEqual([]);
  });
});

describe("problems with labels", () => {
  const line = (number: number) => sourceHeadLines + number;

  test.each([
    ["a label given twice", "a {#x}\n\nb {#x}", [`${line(3)}:3 label-unique`]],
    ["the same label in two encodings", "a {#é}\n\nb {#e\u0301}", [`${line(3)}:3 label-unique`]],
    ["a number that another block has by its position", "a\n\nb {#1}", [`${line(3)}:3 label-unique`]],
    ["a position that an earlier label has taken", "a {#2}\n\nb", [`${line(3)}:1 label-unique`]],
    ["a hyphen", "a {#1-2}", [`${line(1)}:3 label-valid`]],
    ["a space", "a {#1 2}", [`${line(1)}:3 label-valid`]],
    ["nothing", "a {#}", [`${line(1)}:3 label-valid`]],
    ["a label on a heading", "# A {#x}", [`${line(1)}:5 label-valid`]],
    ["a label that names no words", "a\n\n{#x}\n\nb", [`${line(3)}:1 label-valid`]],
    ["a label that names an empty list item", "- {#x}", [`${line(1)}:3 label-valid`]],
    ["a second label below a table", "| a |\n|---|\n{#x}\n\n{#y}", [`${line(5)}:1 label-valid`]],
    ["a label inside a sentence", "Mid {#mid}.", [`${line(1)}:5 label-valid`]],
    ["a label inside emphasis", "**bold {#bl}**", [`${line(1)}:8 label-valid`]],
    ["a label before a footnote", "text {#nn}[^1]", [`${line(1)}:6 label-valid`]],
    ["a label inside a link", "[text {#x}](https://e.org)", [`${line(1)}:7 label-valid`]],
    ["a label at the first of two paragraphs of an item", "- a {#x}\n\n  b", [`${line(1)}:5 label-valid`]],
    ["a label at the first of two paragraphs of a block quote", "> a {#x}\n>\n> b {#y}", [`${line(1)}:5 label-valid`]],
    ["a label in a cell of a table", "| a |\n|---|\n| b {#x} |", [`${line(3)}:5 label-valid`]],
    ["two labels, of which one is at the end", "a {#x} b {#y}", [`${line(1)}:3 label-valid`]],
    ["the same label twice", "a {#x} b {#x} c", [`${line(1)}:3 label-valid`, `${line(1)}:10 label-valid`]],
    ["a label behind the same text escaped", "a \\{#x} {#x} b", [`${line(1)}:9 label-valid`]],
    ["a label below a heading and a rule", "```\na\n```\n\n---\n\n{#x}", [`${line(7)}:1 label-valid`]],
    ["a label below an empty fence", "```\na\n```\n\n```\n```\n\n{#x}", [`${line(8)}:1 label-valid`]],
    [
      "the second of two labels, both invalid",
      "a {#!}\n\nb {#?}",
      [`${line(1)}:3 label-valid`, `${line(3)}:3 label-valid`],
    ],
    ["a label after the same braces in code", "`{#x y}` {#x y}", [`${line(1)}:10 label-valid`]],
  ])("%s", (_, body, expected) => {
    expect(placesOf(sourceFrom(body).problems)).toEqual(expected);
  });

  test("the second of two labels is told where the first stands", () => {
    expect(sourceFrom("a {#x}\n\nb {#x}").problems[0]?.message).toContain(`at line ${line(1)}`);
  });

  test("of two blocks with one label, the first is the one that is cited", () => {
    expect(sourceFrom("a {#x}\n\nb {#x}").source.byLabel.get("x")?.text).toBe("a");
  });
});

test("a label is told from much white space without searching it again and again", () => {
  const wide = `x${" ".repeat(200_000)}y`;
  expect(sourceFrom(`${wide} {#x}`).source.byLabel.get("x")?.text).toBe("x y");
  expect(sourceFrom(`${wide}\n\n- ${"a {#".repeat(50_000)}`).problems).toEqual([]);
}, 5000);

describe("official numbering", () => {
  const official = { numbering: "official" };

  test("takes every label from the document", () => {
    expect(sourceFrom("# A\n\na {#1.1}\n\n- b {#1.2}", official).problems).toEqual([]);
  });

  test("each paragraph without a label is a problem", () => {
    expect(placesOf(sourceFrom("a {#1}\n\nb\n\nc", official).problems)).toEqual([
      `${sourceHeadLines + 3}:1 label-official`,
      `${sourceHeadLines + 5}:1 label-official`,
    ]);
  });
});
