import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, writeCsv } from "../../../lib/core/chart/csv.ts";

const textsOf = (text: string) => readCsv(text).rows.map((row) => row.map((cell) => cell.text));

describe("a table of comma-separated values", () => {
  test.each([
    [
      "rows and cells",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "the last line without an end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "an empty cell at the end",
      "a,b\n1,",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    [
      "an empty cell at the end of a line",
      "1,\n2,3\n",
      [
        ["1", ""],
        ["2", "3"],
      ],
    ],
    ["quotation marks around a comma and a line end", '"a,b","c\nd"', [["a,b", "c\nd"]]],
    ["a quotation mark written twice", '"say ""so"""', [['say "so"']]],
    ["white space around cells", ' a , "b" \n', [["a", "b"]]],
    ["lines without any word are passed over", "a\n\n,\nb\n", [["a"], ["b"]]],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  test("every cell knows where it stands", () => {
    const [first, second] = readCsv('a, b\n"c",d').rows;
    expect([...(first ?? []), ...(second ?? [])].map(({ offset }) => offset)).toEqual([0, 3, 5, 9]);
  });

  test.each([
    ['a\n"b', 2, "never closed"],
    ['"a"b', 3, "stands a comma"],
  ])("%j is told", (text, offset, words) => {
    expect(readCsv(text).faults).toMatchObject([{ offset, message: expect.stringContaining(words) as string }]);
  });

  test("is read as it was written, whatever its cells hold", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.replace(/\r/g, "").trim());
    const row = fc.tuple(cell, cell).filter((cells) => cells.some((one) => one !== ""));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(textsOf(writeCsv(rows))).toEqual(rows);
      }),
    );
  });
});
