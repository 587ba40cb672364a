import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines } from "../../../lib/core/text/break-lines.ts";

/** Every letter is one wide. */
const widthOf = (text: string) => Array.from(new Intl.Segmenter().segment(text)).length;

test.each([
  ["one line", "a bc", 4, 2, ["a bc"], true],
  ["lines broken at spaces", "ab cd ef", 5, 2, ["ab cd", "ef"], true],
  ["a word that is longer than a line", "abcdef g", 4, 3, ["abcd", "ef g"], true],
  ["a word in the last line that is longer", "abcdefgh", 4, 1, ["abc…"], false],
  ["what has no room", "ab cd ef gh", 5, 1, ["ab…"], false],
  ["what has room but for the ellipsis", "ab cde fgh", 6, 1, ["ab…"], false],
  ["a comma before the ellipsis", "ab, cdefgh", 4, 1, ["ab…"], false],
  ["nothing", "  ", 4, 2, [], true],
] as const)("%s", (_, text, width, most, lines, isWhole) => {
  expect(breakLines(text, widthOf, width, most)).toEqual({ lines, isWhole });
});

test("no line is too wide, there are never too many, and nothing is lost of a whole text", () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 12 })).map((words) => words.join(" "));
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 5 }), (text, width, most) => {
      const { lines, isWhole } = breakLines(text, widthOf, width, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      const bare = (given: string) => given.replace(/\s+/g, "");
      if (isWhole) expect(bare(lines.join(""))).toBe(bare(text));
      else expect(lines.at(-1)?.endsWith("…")).toBe(true);
    }),
  );
});
