import { describe, expect, test } from "vitest";
import { sourceAges } from "../../../lib/core/evidence/source-ages.ts";
import { sourceOfWords } from "../support/catalogs.ts";

/** Sources named after their dates; one without a date is called none. */
function agesOf(...dates: string[]) {
  return sourceAges(
    dates.map((date) =>
      sourceOfWords("One", date === "none" ? {} : { issued: `"${date}"` }, date.replaceAll("/", "-to-")),
    ),
  );
}

describe("the freshest source ends last, the oldest begins first", () => {
  test.each([
    ["days", ["2025-03-01", "2026-03-05", "1893-11-12"], "2026-03-05", "1893-11-12"],
    ["a year lasts longer than its days", ["2025", "2025-06-01"], "2025", "2025"],
    ["a month begins before its days", ["2025-03-02", "2025-03"], "2025-03", "2025-03"],
    ["an interval has both ends", ["2020/2026-02", "2021", "2026-01"], "2020-to-2026-02", "2020-to-2026-02"],
    ["of equals the first given", ["2025", "2025"], "2025", "2025"],
    ["undated ones are neither", ["none", "2019"], "2019", "2019"],
  ])("%s", (_, dates, freshest, oldest) => {
    const ages = agesOf(...dates);
    expect([ages.freshest?.id, ages.oldest?.id]).toEqual([freshest, oldest]);
  });

  test("without a date there is neither", () => {
    const { freshest, oldest, undated } = agesOf("none");
    expect([freshest, oldest, undated.length]).toEqual([undefined, undefined, 1]);
  });
});

test("years are counted by the end of a date, earliest first, and only those there are", () => {
  expect([...agesOf("2026-01", "2019/2024", "none", "2024-05-05", "1893").years]).toEqual([
    [1893, 1],
    [2024, 2],
    [2026, 1],
  ]);
});
