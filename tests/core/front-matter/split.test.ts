import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "../../../lib/core/front-matter/split.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { placesOf } from "../support/documents.ts";

function split(raw: string) {
  const file = new FileText("a.md", raw);
  const { yaml, body, yamlOffset, bodyOffset, problems } = splitFrontMatter(file);
  return { yaml, body, problems, yamlAt: file.text.slice(yamlOffset), bodyAt: file.text.slice(bodyOffset) };
}

describe("a file with front matter is cut in two", () => {
  test.each([
    ["keys and a body", "---\na: 1\n---\nBody\n", "a: 1\n", "Body\n"],
    ["Windows line endings", "---\r\na: 1\r\n---\r\nBody\r\n", "a: 1\n", "Body\n"],
    ["old Mac line endings", "---\ra: 1\r---\rBody", "a: 1\n", "Body"],
    ["a byte order mark", "\uFEFF---\na: 1\n---\nBody", "a: 1\n", "Body"],
    ["no keys", "---\n---\nBody", "", "Body"],
    ["no body", "---\na: 1\n---", "a: 1\n", ""],
    ["no body, but a line ending", "---\na: 1\n---\n", "a: 1\n", ""],
    ["blanks behind the fences", "--- \t\na: 1\n---  \nBody", "a: 1\n", "Body"],
    ["a rule in the body", "---\na: 1\n---\nx\n\n---\n\ny", "a: 1\n", "x\n\n---\n\ny"],
    ["an indented fence inside a value", "---\na: |\n  ---\n---\nBody", "a: |\n  ---\n", "Body"],
    ["four hyphens inside", "---\na: 1\n----\n---\nBody", "a: 1\n----\n", "Body"],
  ])("%s", (_, raw, yaml, body) => {
    const parts = split(raw);
    expect(parts).toMatchObject({ yaml, body, problems: [] });
    expect(parts.yamlAt.startsWith(yaml)).toBe(true);
    expect(parts.bodyAt).toBe(body);
  });
});

describe("a file without proper front matter", () => {
  test.each([
    ["an empty file", "", ["1:1 front-matter-present"], ""],
    ["a body only", "Body", ["1:1 front-matter-present"], "Body"],
    ["a blank line first", "\n---\na: 1\n---\n", ["1:1 front-matter-present"], "\n---\na: 1\n---\n"],
    ["a space first", " ---\na: 1\n---\n", ["1:1 front-matter-present"], " ---\na: 1\n---\n"],
    ["front matter that is never closed", "---\na: 1\nBody", ["1:1 front-matter-present"], ""],
    ["a fence and nothing else", "---", ["1:1 front-matter-present"], ""],
    ["a closing fence of another length", "---\na: 1\n----\n", ["3:1 front-matter-present"], ""],
    ["JavaScript", "---js\nprocess.exit(1)\n---\nBody", ["1:4 front-matter-language"], "Body"],
    ["JSON", "---json\n{}\n---\nBody", ["1:4 front-matter-language"], "Body"],
    ["a language behind a space", "--- yaml\na: 1\n---\nBody", ["1:4 front-matter-language"], "Body"],
    ["a first fence that is too long", "----\na: 1\n---\nBody", ["1:1 front-matter-present"], "Body"],
  ])("%s", (_, raw, problems, body) => {
    const parts = split(raw);
    expect(placesOf(parts.problems)).toEqual(problems);
    expect(parts).toMatchObject({ yaml: "", body });
  });
});

test.each([
  ["\n\n---\na: 1\n---\n", 'very first character. Take the blank lines before "---" out.'],
  [" ---\na: 1\n---\n", 'very first character. Take the white space before "---" out.'],
  ["----\na: 1\n---\n", "The line has four hyphens; write three."],
  ["---\na: 1\n-----\n", "The front matter is never closed. The line has five hyphens; write three."],
  ["---\na: 1\n", 'never closed. Write a line "---" after its last key.'],
  ["\n\nText\n---\n", "There is no front matter."],
])("%j is told what to write", (raw, message) => {
  expect(split(raw).problems[0]?.message).toContain(message);
});
