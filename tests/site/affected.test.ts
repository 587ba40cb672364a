import { describe, expect, test } from "vitest";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import { ownNaming } from "../../lib/site/citations/open-naming.ts";
import { comparePages, ingredientsOf } from "../../lib/site/affected.ts";
import type { Session } from "../../lib/site/session.ts";
import { briefHead, briefOf } from "../core/support/documents.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../core/support/catalogs.ts";

const report = sourceOfWords("One Two");
const paper = sourceOfWords("Three", {}, "paper");
const cite = (id: string, relation = "supports") => `{% cite "${id}", 1, as="${relation}" %}`;

const a = briefNamed("a", `A.${cite("report")}`);
const b = briefNamed("b", `B.${cite("paper")}`);

const sessionOf = (catalog: Catalog): Session => {
  return { catalog, root: "/", drafts: true, citing: ownNaming(catalog.library.sources) };
};

/** The pages to render again when one library follows another, as `kind/name`. */
function renderedAfter(before: readonly (typeof a)[], after: readonly (typeof a)[]): string[] {
  const pagesOf = (briefs: readonly (typeof a)[]) => ingredientsOf(sessionOf(catalogOf([report, paper], briefs)));
  const { changed } = comparePages(pagesOf(before), pagesOf(after));
  return Object.entries(changed).flatMap(([kind, names]: [string, ReadonlySet<string>]) =>
    [...names].map((name) => `${kind}/${name}`),
  );
}

describe("a page is rendered again when what it is made of changes", () => {
  const disputing = briefNamed("b", `B.${cite("report", "disputes")}`);
  const disputingAgain = briefNamed("b", `C.${cite("report", "disputes")}`);

  test.each([
    ["nothing, when nothing does", [a, b], [a, b], []],
    [
      "a brief, its evidence and the sources it cites",
      [a, b],
      [a, briefNamed("b", `C.${cite("paper")}`)],
      ["briefs/b", "sources/paper", "evidence/b"],
    ],
    [
      "the evidence of another brief that now finds a paragraph disputed",
      [a, b],
      [a, disputing],
      ["briefs/b", "sources/report", "sources/paper", "evidence/a", "evidence/b"],
    ],
    [
      "the same when the disputing sentence is another",
      [a, disputing],
      [a, disputingAgain],
      ["briefs/b", "sources/report", "evidence/a", "evidence/b"],
    ],
    [
      "the same when nobody disputes it any more",
      [a, disputing],
      [a, b],
      ["briefs/b", "sources/report", "sources/paper", "evidence/a", "evidence/b"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(renderedAfter(before, after)).toEqual(expected);
  });
});

test("what is left at an old address is rendered with the page it leads to, and goes when the brief forgets it", () => {
  const renamed = briefOf(`${briefHead.replace("status", "aliases: [old]\nstatus")}B.${cite("paper")}`, "b").brief;
  expect(renderedAfter([a, b], [a, renamed])).toEqual([
    "briefs/b",
    "briefs/old",
    "sources/paper",
    "evidence/b",
    "evidence/old",
  ]);
  const pagesOf = (briefs: readonly (typeof a)[]) => ingredientsOf(sessionOf(catalogOf([report, paper], briefs)));
  expect(comparePages(pagesOf([a, renamed]), pagesOf([a, b])).gone).toEqual(["briefs/old", "evidence/old"]);
});

test("the pages of a brief that is gone are gone", () => {
  const pagesOf = (briefs: readonly (typeof a)[]) => ingredientsOf(sessionOf(catalogOf([report, paper], briefs)));
  expect(comparePages(pagesOf([a, b]), pagesOf([a])).gone).toEqual(["briefs/b", "evidence/b"]);
});
