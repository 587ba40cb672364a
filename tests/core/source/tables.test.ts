import { describe, expect, test } from "vitest";
import { placesOf, sourceFrom, sourceHeadLines } from "../support/documents.ts";

describe("a row with more cells than its table loses words", () => {
  const at = (line: number, column: number) => [`${sourceHeadLines + line}:${column} table-row-fits`];

  test.each([
    ["with pipes around it", "| a | b |\n|---|---|\n| c | d | e |", at(3, 11)],
    ["without pipes around it", "a | b\n--|--\nc | d | e", at(3, 9)],
    ["in a block quote", "> | a |\n> |---|\n> | b | c |", at(3, 9)],
    ["in a list", "- | a |\n  |---|\n  | b | c |", at(3, 9)],
    ["by a pipe in code", "| a |\n|---|\n| `b|c` |", at(3, 6)],
    ["in the second of two tables", "| a | b |\n|--|--|\n| c | d |\n\n| a |\n|--|\n| b | c |", at(7, 7)],
  ])("%s", (_, body, expected) => {
    expect(placesOf(sourceFrom(body).problems)).toEqual(expected);
  });

  test.each([
    ["as many cells", "| a | b |\n|---|---|\n| c | d |"],
    ["fewer cells", "| a | b |\n|---|---|\n| c |"],
    ["an empty cell more", "| a | b |\n|---|---|\n| c | d | |"],
    ["an escaped pipe", "| a |\n|---|\n| b \\| c |"],
    ["an empty first cell", "| | b |\n|---|---|\n| | d |"],
    ["a label below", "| a | b |\n|---|---|\n| c | d |\n{#x}"],
  ])("but not with %s", (_, body) => {
    expect(sourceFrom(body).problems).toEqual([]);
  });

  test("and is told how to write a pipe", () => {
    expect(sourceFrom("| a |\n|---|\n| b | c |").problems[0]?.message).toBe(
      "The table has 1 column, and what stands from here on in this row would be lost. Take it out, or write \\| for a | that ends no cell.",
    );
  });
});
