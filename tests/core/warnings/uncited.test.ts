import { expect, test } from "vitest";
import { briefWith, warningsOf } from "./warnings.ts";

const table = (...rows: string[]) => ["| a | b |", "|---|---|", ...rows].join("\n");

test.each([
  [
    "a figure",
    "Some 500 people left the camp within a week.",
    '8:6 figures-cited No citation stands for the figure "500" in "Some 500 people left the camp within a week.". Write {% cite "source-id", 7 %} after the sentence.',
  ],
  [
    "a date",
    "They left on 5 March 2026.",
    '8:14 dates-cited No citation stands for the date "5 March 2026" in "They left on 5 March 2026.". Write {% cite "source-id", 7 %} after the sentence.',
  ],
  [
    "a row",
    table("| PIPS | 521 |"),
    '10:3 figures-cited No citation stands for the figure "521" in the row "PIPS · 521". Write {% cite "source-id", 7 %} in the row.',
  ],
  [
    "several rows",
    table("| PIPS | 521 |", "| PICSS | 905 |"),
    '10:3 figures-cited 2 rows of this table state a figure without a citation; the first is "PIPS · 521". Write {% cite "source-id", 7 %} in each, or in the table\'s head.',
  ],
])("the warning of %s says what is stated, where, and what to write", (_, body, expected) => {
  const { open } = warningsOf(briefWith(body));
  expect(open.map(({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${message}`)).toEqual([
    expected,
  ]);
});

test("summary and question are not asked for citations", () => {
  expect(warningsOf(briefWith("So.", "question: Did 500 leave on 5 March 2026?")).open).toEqual([]);
});
