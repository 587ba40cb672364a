import { describe, expect, test } from "vitest";
import { fingerprintForm } from "../../../lib/core/text/normal-form.ts";
import { placesOf, sourceFrom } from "../support/documents.ts";

/** Each paragraph as `label kind: text`. */
function paragraphsOf(body: string): string[] {
  return sourceFrom(body).source.paragraphs.map(({ label, kind, text }) => `${label} ${kind}: ${text}`);
}

describe("blocks are numbered in reading order", () => {
  test.each([
    ["a blank line starts a new paragraph", "One.\n\nTwo.", ["1 paragraph: One.", "2 paragraph: Two."]],
    ["a run of blank lines takes no label", "One.\n\n\n \n\nTwo.", ["1 paragraph: One.", "2 paragraph: Two."]],
    ["a line break stays in its paragraph", "One\ntwo.", ["1 paragraph: One two."]],
    ["a hard line break too", "One  \ntwo\\\nthree.", ["1 paragraph: One two three."]],
    ["each list item is a block", "- a\n- b", ["1 item: a", "2 item: b"]],
    [
      "nested items follow the item they stand in",
      "- a\n  - b\n    - c\n- d",
      ["1 item: a", "2 item: b", "3 item: c", "4 item: d"],
    ],
    ["an item's further paragraphs belong to it", "- a\n\n  more\n\n- b", ["1 item: a more", "2 item: b"]],
    [
      "text behind a nested list is a block of its own",
      "- a\n  - b\n\n  more {#x}\n\n  - c\n- d",
      ["1 item: a", "2 item: b", "x paragraph: more", "4 item: c", "5 item: d"],
    ],
    ["an item that only holds a list takes no label", "- - a\n  - b", ["1 item: a", "2 item: b"]],
    ["an empty item takes no label", "-\n- a", ["1 item: a"]],
    ["code in an item belongs to it", "- a\n\n  ```\n  x\n  ```", ["1 item: a x"]],
    ["a block quote is one block", "> a\n>\n> b", ["1 quote: a b"]],
    ["a list in a block quote belongs to it", "> - a\n> - b", ["1 quote: a b"]],
    ["a table is one block", "| a | b |\n|---|---|\n| c | d |", ["1 table: a\u2063 b\u2063 c\u2063 d\u2063"]],
    ["a fence is one block", "```\na\n\nb\n```", ["1 code: a b"]],
    ["indented code is one block", "    a\n\n    b", ["1 code: a b"]],
    ["an empty fence takes no label", "```\n```\n\na", ["1 paragraph: a"]],
    ["an empty block quote takes no label", ">\n\na", ["1 paragraph: a"]],
    ["a byte order mark inside a word is no space", "un\uFEFFlawful", ["1 paragraph: un\uFEFFlawful"]],
    ["a heading takes no label", "# A\n\na\n\nB\n=\n\nb", ["1 paragraph: a", "2 paragraph: b"]],
    ["a rule takes no label", "a\n\n---\n\nb", ["1 paragraph: a", "2 paragraph: b"]],
    ["a reference definition takes no label", "a\n\n[x]: https://e.org\n\nb", ["1 paragraph: a", "2 paragraph: b"]],
    ["markup is not part of the words", "*a* **b** `c` [d](https://e.org) &amp;", ["1 paragraph: a b c d &"]],
    ["what is struck is not among the words unseen", "It may ~~not~~ pass.", ["1 paragraph: It may ~~not~~ pass."]],
    ["of nothing there is nothing", " \n\n", []],
  ])("%s", (_, body, expected) => {
    expect(paragraphsOf(body)).toEqual(expected);
  });

  test.each([
    ["Windows line endings", "\r\n"],
    ["old Mac line endings", "\r"],
  ])("labels are the same under %s", (_, newline) => {
    const body = "# A\n\nOne\ntwo.\n\n- a\n- b {#x}\n\n> c";
    expect(paragraphsOf(body.replaceAll("\n", newline))).toEqual(paragraphsOf(body));
  });
});

describe("a list item shows the sign that stood before it", () => {
  test.each([
    ["a bullet", "* a\n* b", ["•", "•"]],
    ["numbers", "1. a\n2. b", ["1.", "2."]],
    ["numbers that begin later", "7) a\n8) b", ["7.", "8."]],
    ["zero", "0. a", ["0."]],
    ["numbers inside bullets", "- a\n\n  3. b\n  4. c\n- d", ["•", "3.", "4.", "•"]],
    ["nothing before a paragraph", "a", [""]],
  ])("%s", (_, body, expected) => {
    expect(sourceFrom(body).source.paragraphs.map(({ marker }) => marker)).toEqual(expected);
  });
});

test("headings make up the path of what follows", () => {
  const body = "a\n\n# One\n\nb\n\n### Deep\n\nc\n\n## Two\n\nd\n\n# *Three* `x`\n\ne";
  expect(sourceFrom(body).source.paragraphs.map(({ headings }) => headings.join(" / "))).toEqual([
    "",
    "One",
    "One / Deep",
    "One / Two",
    "Three x",
  ]);
});

test("headings and paragraphs stand in order", () => {
  const { blocks } = sourceFrom("# A\n\na\n\n## B\n\n- b").source;
  expect(blocks.map((block) => ("heading" in block ? block.heading : block.paragraph.text))).toEqual([
    { depth: 1, text: "A" },
    "a",
    { depth: 2, text: "B" },
    "b",
  ]);
});

test("each block knows its place", () => {
  const body = "a\n\n  b\n\n- c\n  - d\n\n> e\n\n| f |\n|---|\n\n```\ng\n```\n\n    h";
  expect(sourceFrom(body).source.paragraphs.map(({ place }) => `${place.line}:${place.column}`)).toEqual([
    "10:1",
    "12:3",
    "14:1",
    "15:3",
    "17:1",
    "19:1",
    "22:1",
    "26:1",
  ]);
});

test("a source that cannot be read properly still stands in for its citations", () => {
  const { source, problems } = sourceFrom("a\n\nb", { type: "reprot" });
  expect(placesOf(problems)).toEqual(["2:7 front-matter-value"]);
  expect(source.paragraphs).toHaveLength(2);
});

test.each([
  ["a figure in another column", "| 2020 | 512 |     |", "| 2020 |     | 512 |"],
  ["a word in another column", "| a | b c | d |", "| a b | c | d |"],
])("a table with %s is another text", (_, row, other) => {
  const textOf = (line: string) => {
    const { paragraphs } = sourceFrom(`| Year | Men | Women |\n|---|---|---|\n${line}`).source;
    return paragraphs.map(({ text }) => fingerprintForm(text));
  };
  expect(textOf(row)).toHaveLength(1);
  expect(textOf(row)).not.toEqual(textOf(other));
});

test("a table without words is no block", () => {
  expect(sourceFrom("| | |\n|---|---|\n| | |").source.paragraphs).toEqual([]);
});
