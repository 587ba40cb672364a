import { expect, test } from "vitest";
import type { BriefCard } from "../../../lib/core/view/brief-view.ts";
import { searchFilters } from "../../../lib/core/view/search-filters.ts";
import type { SourceCard } from "../../../lib/core/view/source-card.ts";

const brief = (topics: readonly string[], year = "2026", language = "en") =>
  ({ topics: topics.map((name) => ({ name, url: "" })), year, language }) as unknown as BriefCard;
const source = (values: Partial<SourceCard> = {}) =>
  ({ grade: "primary", byline: "A", issued: "2026-01-02", language: "en", ...values }) as SourceCard;

test.each([
  ["an empty library", [], [], []],
  ["briefs alone, all alike", [brief(["law"]), brief(["law"])], [], []],
  ["briefs of two topics", [brief(["law", "trade"])], [], ["topic"]],
  ["a brief and a source", [brief(["law"])], [source()], ["kind", "publisher"]],
  ["sources of two grades", [], [source(), source({ grade: "news" })], ["grade"]],
  ["sources of two years", [], [source(), source({ issued: "2025" })], ["year"]],
  ["sources without a year beside others", [], [source(), source({ issued: "" })], []],
  [
    "sources of two publishers in two languages",
    [],
    [source(), source({ byline: "B", language: "ur" })],
    ["publisher", "language"],
  ],
])("%s can be narrowed down by what it has two of", (_, briefs, sources, expected) => {
  expect(searchFilters(briefs, sources)).toEqual(expected);
});
