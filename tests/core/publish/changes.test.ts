import { expect, test } from "vitest";
import { compareSites, type SiteInventory } from "../../../lib/core/publish/changes.ts";
import { describeChanges } from "../../../lib/core/publish/describe-changes.ts";
import type { PageRecord } from "../../../lib/core/publish/page-record.ts";

type Pages = Readonly<Record<string, Partial<PageRecord>>>;

function inventory(pages: Pages): SiteInventory {
  const plain = { kind: "page", title: "A page", words: "1", corrections: [], paragraphs: [] } as const;
  const none = { leadsTo: undefined, withdrawn: undefined };
  const records = Object.entries(pages).map(([path, page]) => [path, { ...plain, ...none, ...page }] as const);
  return {
    pages: new Map(records),
    files: new Map(records.map(([path, page]) => [path, { sha256: page.words + page.title }])),
  };
}

const paragraph = (id: string, words: string) => ({ id: `p${id}`, label: id, words });
const source = (...paragraphs: ReturnType<typeof paragraph>[]) => ({ kind: "source" as const, paragraphs });
const brief = "briefs/a/index.html";
const survey = "sources/s/index.html";

const cases: readonly (readonly [string, Pages, Pages, readonly string[]])[] = [
  ["the same site changes nothing", { [brief]: {} }, { [brief]: {} }, ["Nothing changes for readers."]],
  ["a page is new", {}, { [brief]: {} }, ["1 page is new", "  /briefs/a/  A page"]],
  [
    "a page goes, and its address leads nowhere",
    { [brief]: {} },
    {},
    ["1 page goes, and its address leads nowhere", "  /briefs/a/  A page"],
  ],
  [
    "a page moves, and its address leads on",
    { [brief]: {} },
    { [brief]: { kind: "moved", leadsTo: "/briefs/b/" } },
    ["1 page moves; its old address leads on", "  /briefs/a/ → /briefs/b/"],
  ],
  [
    "a page that was only left at an old address may go",
    { [brief]: { kind: "moved", leadsTo: "/briefs/b/" } },
    {},
    ["Nothing changes for readers."],
  ],
  [
    "a page says something else",
    { [brief]: {} },
    { [brief]: { words: "2" } },
    ["1 page says something else", "  /briefs/a/  A page"],
  ],
  [
    "a page only looks otherwise",
    { [brief]: {} },
    { [brief]: { title: "B" } },
    ["1 page says the same and looks otherwise"],
  ],
  [
    "a brief is corrected and withdrawn: that comes first",
    { [brief]: { kind: "brief", corrections: ["Old."] } },
    { [brief]: { kind: "brief", corrections: ["New.", "Old."], withdrawn: "It is wrong." } },
    ["1 brief is withdrawn", "  /briefs/a/  It is wrong.", "1 correction", "  /briefs/a/  New."],
  ],
  [
    "a paragraph reads otherwise",
    { [survey]: source(paragraph("1", "x")) },
    { [survey]: source(paragraph("1", "y")) },
    ["1 paragraph reads otherwise", "  /sources/s/ ¶1"],
  ],
  [
    "a paragraph has another number",
    { [survey]: source(paragraph("1", "x"), paragraph("2", "y")) },
    { [survey]: source(paragraph("1", "new"), paragraph("2", "x"), paragraph("3", "y")) },
    ["2 paragraphs have other numbers", "  /sources/s/ ¶1 is ¶2", "  /sources/s/ ¶2 is ¶3"],
  ],
  [
    "a paragraph goes, and a marker is left in its place",
    { [survey]: source(paragraph("1", "x")) },
    { [survey]: source() },
    ["1 paragraph goes", "  /sources/s/ ¶1; its address still leads to the page's marker"],
  ],
  [
    "a paragraph whose words are withheld has not changed",
    { [survey]: source(paragraph("1", "")) },
    { [survey]: source(paragraph("1", "")) },
    ["Nothing changes for readers."],
  ],
];

test.each(cases)("%s", (_, before, after, lines) => {
  const changes = compareSites(inventory(before), inventory(after), (_path, id) => id === "p1");
  expect(describeChanges(changes)).toEqual(lines);
});

test("of many of a kind the first are named and the rest counted", () => {
  const pages = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`briefs/${at}/index.html`, {}]));
  const lines = describeChanges(compareSites(inventory({}), inventory(pages), () => false));
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe("  and 18 more");
});
