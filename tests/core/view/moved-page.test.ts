import { expect, test } from "vitest";
import { movedPages, placeName } from "../../../lib/core/view/moved-page.ts";
import { sourceView } from "../../../lib/core/view/source-view.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { briefHead, briefOf } from "../support/documents.ts";

const renamed = (body: string) =>
  briefOf(`${briefHead.replace("status", "aliases: [old, older]\nstatus")}${body}`, "new").brief;

test("a brief has a page at each of its old addresses, and so has its evidence; a source has one", () => {
  const pages = movedPages(
    [renamed("Text"), briefNamed("other", "Text")],
    [sourceOfWords("One", { aliases: "[paper]" }), sourceOfWords("One", {}, "other")],
  );
  expect(pages.map(({ section, from, name, url }) => [section, from, name, url])).toEqual([
    ["briefs", "old", "new", "/briefs/new/"],
    ["evidence", "old", "new", "/evidence/new/"],
    ["briefs", "older", "new", "/briefs/new/"],
    ["evidence", "older", "new", "/evidence/new/"],
    ["sources", "paper", "report", "/sources/report/"],
  ]);
});

test.each([
  ["sources", "p7", { kind: "paragraph", label: "7" }],
  ["sources", "p14.1~5f2c01ab", { kind: "paragraph", label: "14.1" }],
  ["sources", "p14.1-a-brief-3", { kind: "paragraph", label: "14.1" }],
  ["sources", "about", { kind: "other", id: "about" }],
  ["briefs", "note-3", { kind: "note", note: "3" }],
  ["briefs", "ref-3-2", { kind: "mark", note: "3" }],
  ["briefs", "p7", { kind: "other", id: "p7" }],
  ["briefs", "what-follows", { kind: "other", id: "what-follows" }],
  ["evidence", "note-3", { kind: "other", id: "note-3" }],
] as const)("on a page of %s, %s is named for what it is", (section, id, expected) => {
  expect(placeName({ section }, id)).toEqual(expected);
});

test("whoever came from a note to its paragraph arrives there still when the brief has another name", () => {
  const source = sourceOfWords("One Two");
  const { blocks } = sourceView(catalogOf([source], [renamed('A.{% cite "report", 2 %}')]), source, "en");
  const citedBy = blocks.flatMap((block) => ("paragraph" in block ? block.paragraph.citedBy : []));
  expect(citedBy.map(({ arrivalId, formerArrivalIds }) => [arrivalId, formerArrivalIds])).toEqual([
    ["p2-new-1", ["p2-old-1", "p2-older-1"]],
  ]);
});

test("a paragraph tells that a brief that cites it has been withdrawn", () => {
  const source = sourceOfWords("One");
  const head = briefHead.replace(
    "status: published",
    "status: withdrawn\nwithdrawn: { date: 2026-04-01, reason: No. }",
  );
  const withdrawn = briefOf(`${head}A.{% cite "report", 1 %}`, "withdrawn").brief;
  const { blocks } = sourceView(
    catalogOf([source], [withdrawn, briefNamed("standing", 'A.{% cite "report", 1 %}')]),
    source,
    "en",
  );
  const citedBy = blocks.flatMap((block) => ("paragraph" in block ? block.paragraph.citedBy : []));
  expect(citedBy.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true, false]);
});
