import { expect, test } from "vitest";
import { guessDate } from "../../../lib/core/text/guess-date.ts";

test.each([
  ["5 March 2026", "2026-03-05"],
  ["5th of March, 2026", "2026-03-05"],
  ["March 5, 2026", "2026-03-05"],
  ["Mar. 5 2026", "2026-03-05"],
  ["Thursday, 5 March 2026", "2026-03-05"],
  ["21 SEPT 2026", "2026-09-21"],
  ["June 2025", "2025-06"],
  ["2026/3/5", "2026-03-05"],
  ["2026-3-5", "2026-03-05"],
  ["5/3/2026", undefined],
  ["31 April 2026", undefined],
  ["5 Marzo 26", undefined],
  ["soon", undefined],
])("%s is %s", (text, expected) => {
  expect(guessDate(text)).toBe(expected);
});
