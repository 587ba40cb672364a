import { describe, expect, test } from "vitest";
import { buildCatalog } from "../../../lib/core/catalog/catalog.ts";
import { formatProblem } from "../../../lib/core/problem.ts";
import { briefNamed, catalogOf, sourceOfWords, recordsOf, today } from "../support/catalogs.ts";
import { placesOf } from "../support/documents.ts";

const report = sourceOfWords("One Two Three");

describe("cited-by", () => {
  test("lists citations by document, then as a reader meets their notes", () => {
    const first = briefNamed(
      "first",
      '[^x]: c{% cite "report", 2, as="context" %}\n\nA{% cite "report", "1-2" %} b[^x]{% cite "report", "1-2" %}',
    );
    const second = briefNamed("second", 'A{% cite "report", 2 %}');
    const catalog = catalogOf([report], [first, second]);
    const citedBy = report.paragraphs.map((paragraph) =>
      (catalog.citedBy.get(paragraph) ?? []).map(
        ({ document, verified: { citation } }) => `${document.name} ${citation.note}.${citation.mention}`,
      ),
    );
    expect(citedBy).toEqual([["first 1.1", "first 1.2"], ["first 1.1", "first 1.2", "first 3.1", "second 1.1"], []]);
  });

  test("counts pages of the site behind briefs", () => {
    const brief = briefNamed("brief", 'A{% cite "report", 1 %}');
    const page = { ...briefNamed("page", 'A{% cite "report", 1 %}'), kind: "page" as const };
    const [one] = report.paragraphs;
    const citing = one && catalogOf([report], [brief], [page]).citedBy.get(one);
    expect(citing?.map(({ document }) => document.kind)).toEqual(["brief", "page"]);
  });

  test("leaves out citations that do not hold", () => {
    const brief = briefNamed("brief", 'A{% cite "report", 1, quote="Two" %} b{% cite "report", 1 %}');
    const catalog = catalogOf([report], [brief]);
    expect([...catalog.citedBy.values()].map((list) => list.length)).toEqual([1]);
    expect(catalog.verified.get(brief)?.map((verified) => verified !== undefined)).toEqual([false, true]);
  });
});

describe("problems", () => {
  test("of reading and of checking are reported together, sorted by file and place", () => {
    const later = briefNamed("z-later", 'A{% cite "report", 9 %}');
    const early = briefNamed(
      "a-early",
      'A\n\nb{% cite "nowhere", 1 %}\n\nc{% cite "report", "3-1" %} d{% cite "report", 8 %}',
    );
    const place = { path: "sources/report.md", line: 2, column: 7 };
    const { problems } = buildCatalog(
      {
        briefs: [later, early],
        pages: [],
        sources: new Map([["report", report]]),
        records: recordsOf([report]),
        problems: [{ place, rule: "front-matter-value", message: "Type." }],
      },
      today,
    );
    expect(problems.map(formatProblem).map((line) => line.split("  ", 2).join(" "))).toEqual([
      "briefs/a-early.md:10:10 source-exists",
      "briefs/a-early.md:12:20 pinpoint-order",
      "briefs/a-early.md:12:48 pinpoint-exists",
      "briefs/z-later.md:8:20 pinpoint-exists",
      "sources/report.md:2:7 front-matter-value",
    ]);
  });

  test("the very same problem is reported once", () => {
    const problem = { place: { path: "a", line: 1, column: 1 }, rule: "file-name", message: "Twice." } as const;
    const { problems } = buildCatalog(
      { briefs: [], pages: [], sources: new Map(), records: new Map(), problems: [problem, { ...problem }] },
      today,
    );
    expect(placesOf(problems)).toEqual(["1:1 file-name"]);
  });

  test("there are none in a library whose citations all hold", () => {
    expect(catalogOf([report], [briefNamed("brief", 'A{% cite "report", 1 %}')]).problems).toEqual([]);
  });
});

test("the same library gives the same catalog", () => {
  const briefs = [briefNamed("brief", 'A{% cite "report", 1 %} {% cite "nowhere", 1 %}')];
  expect(catalogOf([report], briefs)).toEqual(catalogOf([report], briefs));
});
