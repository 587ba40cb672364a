import { expect, test } from "vitest";
import { readAuthor } from "../../../lib/core/new-brief/read-author.ts";
import { nextFree, usedBefore } from "../../../lib/core/new-brief/used-before.ts";
import { mayBeIn } from "../../../lib/core/text/script.ts";
import { briefOf } from "../support/documents.ts";

test.each([
  ["Amina Shah", { given: "Amina", family: "Shah" }],
  [" Amina  Bibi Shah ", { given: "Amina Bibi", family: "Shah" }],
  ["Shah, Amina", { given: "Amina", family: "Shah" }],
  ["شاہ، آمنہ", { given: "آمنہ", family: "شاہ" }],
  ["UNHCR", { literal: "UNHCR" }],
  ["example LIBRARY", { literal: "Example library" }],
  ["Shah, Amina, Dr", { literal: "Shah, Amina, Dr" }],
  ["Shah,", { literal: "Shah," }],
  [" ", undefined],
])("the author %j is %j", (typed, name) => {
  expect(readAuthor(typed, [{ literal: "Example library" }])).toEqual(name);
});

test("the authors of the newest brief are offered first, and the topic of most briefs", () => {
  const brief = (name: string, date: string, author: string, topics: string) =>
    briefOf(
      `---\ntitle: T\nsummary: S\nauthors: [${author}]\ndate: ${date}\nstatus: draft\ntopics: [${topics}]\n---\n`,
      name,
    ).brief;
  const briefs = [
    brief("a", "2025-01-01", "{ literal: Old }, { literal: Both }", "law, z"),
    brief("b", "2026-01-01", "{ literal: Both }, { given: N, family: New }", "law, a"),
  ];
  expect(usedBefore(briefs)).toEqual({
    authors: [{ literal: "Both" }, { given: "N", family: "New" }, { literal: "Old" }],
    topics: ["law", "a", "z"],
  });
});

test.each([
  ["deadline", [], "deadline"],
  ["deadline", ["deadline"], "deadline-2"],
  ["deadline", ["deadline", "deadline-2"], "deadline-3"],
  ["a".repeat(80), ["a".repeat(80)], `${"a".repeat(70)}-2`],
])("the next free slug for %s among %j is %s", (slug, taken, free) => {
  expect(nextFree(slug, (one) => taken.includes(one))).toBe(free);
});

test.each([
  ["en", "The deadline", true],
  ["en", "واپسی کی مہلت", false],
  ["en", "TTP اور کابل", true],
  ["ur", "واپسی کی مہلت", true],
  ["ur", "The deadline", false],
  ["ja", "期限", true],
  ["en", "2026", true],
])("in %s may be %j: %j", (language, title, may) => {
  expect(mayBeIn(language, title)).toBe(may);
});
