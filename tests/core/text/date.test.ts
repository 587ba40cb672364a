import { describe, expect, test } from "vitest";
import { formatDate, isCalendarDate, isDateOrInterval, isPartialDate } from "../../../lib/core/text/date.ts";

test.each([
  ["2026-03-05", true],
  ["2024-02-29", true],
  ["2000-02-29", true],
  ["0000-02-29", true],
  ["0099-12-31", true],
  ["2025-02-29", false],
  ["1900-02-29", false],
  ["2026-04-31", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-01-00", false],
  ["2026-1-5", false],
  ["2026-03", false],
  ["2026", false],
  ["20260305", false],
  ["2026-03-05T00:00", false],
  ["２０２６-03-05", false],
  ["", false],
])("%s as a day that exists: %s", (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test.each([
  ["2026", true],
  ["2026-12", true],
  ["2026-13", false],
  ["2026-00", false],
  ["26", false],
  ["2026-", false],
])("%s as a year or month: %s", (text, expected) => {
  expect(isPartialDate(text)).toBe(expected);
});

test.each([
  ["2025-04-19/2025-06-30", true],
  ["2025/2026", true],
  ["2025/2025", true],
  ["2025-04/2025-06-30", true],
  ["2026/2025", false],
  ["2025/", false],
  ["/2025", false],
  ["2025/2026/2027", false],
  ["2025-02-29/2025-03-01", false],
])("%s as an interval: %s", (text, expected) => {
  expect(isDateOrInterval(text)).toBe(expected);
});

describe("dates as a reader writes them", () => {
  test.each([
    ["a day", "2026-03-05", "en", "5 March 2026"],
    ["a month", "2026-03", "en", "March 2026"],
    ["a year", "2026", "en", "2026"],
    ["an interval", "2025-04-19/2025-06", "en", "19 April 2025 – June 2025"],
    ["a day in German", "2026-03-05", "de", "5. März 2026"],
    ["a leap day", "2024-02-29", "en", "29 February 2024"],
    ["what is not a date is left alone", "spring 2026", "en", "spring 2026"],
  ])("%s", (_, text, language, expected) => {
    expect(formatDate(text, language)).toBe(expected);
  });

  test("in Persian the calendar is still Gregorian", () => {
    expect(formatDate("2026", "fa").replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))).toContain(
      "2026",
    );
  });
});
