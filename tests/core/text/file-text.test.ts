import { describe, expect, test } from "vitest";
import { FileText } from "../../../lib/core/text/file-text.ts";

function placeOf(raw: string, needle: string): string {
  const file = new FileText("briefs/a.md", raw);
  const { line, column } = file.placeAt(file.text.indexOf(needle));
  return `${line}:${column}`;
}

describe("places are what an editor shows", () => {
  test.each([
    ["the first character is at 1:1", "x", "1:1"],
    ["columns are 1-based", "abx", "1:3"],
    ["lines are 1-based", "a\nbx", "2:2"],
    ["the byte order mark is not a column", "\uFEFFabx", "1:3"],
    ["\\r\\n ends one line", "a\r\nb\r\nx", "3:1"],
    ["a lone \\r ends a line", "a\rb\rcx", "3:2"],
    ["line endings may be mixed", "a\r\n\rb\n\nx", "5:1"],
    ["a character beyond the BMP is two columns", "😀x", "1:3"],
    ["a line separator of Unicode ends no line", "a\u2028x", "1:3"],
  ])("%s", (_, raw, expected) => {
    expect(placeOf(raw, "x")).toBe(expected);
  });

  test.each([
    ["an offset before the text is its beginning", -5, "1:1"],
    ["an offset past the text is its end", 99, "2:3"],
    ["an offset at a line's end stays on that line", 1, "1:2"],
  ])("%s", (_, offset, expected) => {
    const { line, column } = new FileText("a", "a\nbc").placeAt(offset);
    expect(`${line}:${column}`).toBe(expected);
  });

  test("the place names the file", () => {
    expect(new FileText("briefs/a.md", "").placeAt(0)).toEqual({ path: "briefs/a.md", line: 1, column: 1 });
  });
});

test("only the first byte order mark is taken off", () => {
  expect(new FileText("a", "\uFEFF\uFEFFa").text).toBe("\uFEFFa");
});

test.each([
  ["the first line begins the text", 0, 0],
  ["a later line begins behind the line ending", 1, 2],
  ["a line past the last is the text's end", 9, 4],
])("offset of a line: %s", (_, line, expected) => {
  expect(new FileText("a", "a\r\nbc").offsetOfLine(line)).toBe(expected);
});
