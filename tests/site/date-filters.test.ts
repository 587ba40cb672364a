import { expect, test } from "vitest";
import { unbroken } from "../../lib/site/date-filters.ts";

test.each([
  ["a day keeps to its month", "5 March 2026", "5\u00a0March 2026"],
  ["so do both days of a span", "2 September 2024 – 15 January 2025", "2\u00a0September 2024 – 15\u00a0January 2025"],
  ["and those of other scripts", "5 مارچ، 2026", "5\u00a0مارچ، 2026"],
  ["a month or a year has no day", "March 2026 – 2027", "March 2026 – 2027"],
  ["other figures stay as they are", "Resolution 2334 of the Council", "Resolution 2334 of the Council"],
])("%s", (_, text, expected) => {
  expect(unbroken(text)).toBe(expected);
});
