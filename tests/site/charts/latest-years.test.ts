import { expect, test } from "vitest";
import { latestYears } from "../../../lib/site/charts/latest-years.ts";

test.each<[string, [number, number][], number, [number, number][]]>([
  ["no years", [], 0, []],
  ["one year", [[2024, 3]], 0, [[2024, 3]]],
  ["years without a source are shown between others", [[2024, 3], [2026, 1]], 0, [[2024, 3], [2025, 0], [2026, 1]]],
  [
    "what is older than seven years is counted together",
    [[1893, 1], [2018, 2], [2020, 1], [2026, 4]],
    3,
    [[2020, 1], [2021, 0], [2022, 0], [2023, 0], [2024, 0], [2025, 0], [2026, 4]],
  ],
])("%s", (_, counts, earlier, latest) => {
  expect(latestYears(new Map(counts))).toEqual({ earlier, latest });
}); // prettier-ignore
