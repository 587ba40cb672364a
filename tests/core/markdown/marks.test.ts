import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksIn, markTags, offsetsInFile, readMark, unescapedTags, unmark } from "../../../lib/core/markdown/marks.ts";

describe("each {% carries its number", () => {
  test("and gives it back, whatever stands before it", () => {
    const { text, starts } = markTags(`a ${"{% b ".repeat(300)}`);
    expect(starts).toHaveLength(300);
    let at = -1;
    for (let number = 0; number < 300; number++) {
      at = text.indexOf("{%", at + 1);
      expect(readMark(text, at)?.number).toBe(number);
      expect(unmark(text.slice(0, at))).toHaveLength(starts[number] ?? -1);
    }
  });

  test("text without a mark has none", () => {
    expect(readMark("{% cite %}", 0)).toBeUndefined();
    expect(marksIn("{% cite %}")).toEqual([]);
  });

  test("all numbers of a text are found, in order", () => {
    const { text } = markTags("{% a ".repeat(40));
    expect(marksIn(text.slice(text.indexOf("{%", 1)))).toEqual(Array.from({ length: 39 }, (_, index) => index + 1));
  });
});

test("taking the marks out gives the text back, without the noncharacters they are spelled in", () => {
  const piece = fc.constantFrom("{%", "{", "%", "a", "\n", "\uFDD0", "\uFDDF", "\uFDEF", "😀");
  fc.assert(
    fc.property(fc.string({ unit: piece }), (text) => {
      const plain = text.replace(/[\uFDD0-\uFDEF]/g, "\uFFFD");
      const marked = markTags(text).text;
      expect(unmark(marked)).toBe(plain);
    }),
  );
});

test.each([
  ["a backslash before it escapes it", "\\{% {%", [1]],
  ["an escaped backslash does not", "\\\\{% {%", [0, 1]],
  ["three do", "\\\\\\{% {%", [1]],
  ["at the beginning there is none", "{%{%", [0, 1]],
  ["nothing has none", "", []],
])("%s", (_, text, expected) => {
  expect(unescapedTags(markTags(text).text)).toEqual(expected);
});

describe("where a character of a tag stands in the file", () => {
  test.each([
    ["on the tag's first line", "{% a b %}", "{% a b %}", "b"],
    ["behind a block quote's sign", "{% a\n> b %}", "{% a\nb %}", "b"],
    ["behind two of them", "{% a\n> > b\n> > c %}", "{% a\nb\nc %}", "c"],
    ["behind an indentation", "{% a\n    b %}", "{% a\nb %}", "b"],
    ["behind an indentation that a tab made", "{% a\n\tb %}", "{% a\nb %}", "b"],
    ["behind a pipe that a table needed escaped", "{% x \\| y \\| b %}", "{% x | y | b %}", "b"],
    ["at such a pipe", "{% x \\| y %}", "{% x | y %}", "|"],
    ["behind a pipe that is escaped in the tag itself", "{% x \\| b %}", "{% x \\| b %}", "b"],
  ])("%s", (_, file, tag, character) => {
    const offsets = offsetsInFile(`> ${file} tail`, 2, tag);
    expect(offsets[tag.indexOf(character)]).toBe(2 + file.indexOf(character));
    expect(offsets).toHaveLength(tag.length + 1);
  });
});
