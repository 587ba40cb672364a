import { describe, expect, test } from "vitest";
import type { SourceLock } from "../../../lib/core/anchoring/lock.ts";
import { buildCatalog, type Catalog, type Library } from "../../../lib/core/catalog/catalog.ts";
import { findingsByPage } from "../../../lib/core/preview/findings-by-page.ts";
import { previewLibrary } from "../../../lib/core/preview/previewed-library.ts";
import { showProblems } from "../../../lib/core/preview/shown-problem.ts";
import { soundCatalog } from "../../../lib/core/preview/sound-catalog.ts";
import type { Problem } from "../../../lib/core/problem.ts";
import { recordsOf, today } from "../support/catalogs.ts";
import { briefFrom, sourceFrom } from "../support/documents.ts";

interface Written {
  readonly briefs?: Readonly<Record<string, string>>;
  readonly sources?: Readonly<Record<string, string>>;
  readonly locks?: ReadonlyMap<string, SourceLock>;
  readonly problems?: readonly Problem[];
}

function catalogFrom({ briefs = {}, sources = {}, locks, problems = [] }: Written): Catalog {
  const readBriefs = Object.entries(briefs).map(([name, body]) => briefFrom(body, name));
  const readSources = Object.entries(sources).map(([id, body]) => sourceFrom(body, {}, id));
  const byId = new Map(readSources.map(({ source }) => [source.id, source]));
  const library: Library = {
    briefs: readBriefs.map(({ brief }) => brief),
    pages: [],
    sources: byId,
    records: recordsOf([...byId.values()], locks),
    problems: [...problems, ...[...readBriefs, ...readSources].flatMap((reading) => reading.problems)],
  };
  return buildCatalog(library, today);
}

/** Each finding as `address: kind number rule behind position`. */
function listed(catalog: Catalog): string[] {
  return [...findingsByPage(catalog)].flatMap(([url, findings]) =>
    findings.map(
      ({ kind, number, rule, position }) => `${url}: ${kind} ${number} ${rule} behind ${position ?? "the head"}`,
    ),
  );
}

const unreadable = (path: string): Problem => ({
  place: { path, line: 1, column: 1 },
  rule: "encoding-utf8",
  message: "From here on the bytes are not UTF-8.",
});

const text = "The first of them is here.\n\nThe second of them is here.\n\nThe third of them is here.";
const cite = (label: number) => `It is so.{% cite "report", ${label} %}`;

describe("what is wrong is shown on the page of its file", () => {
  test.each<[string, Written, string[]]>([
    [
      "a brief's",
      { briefs: { a: cite(9) }, sources: { report: text } },
      ["/briefs/a/: problem 1 pinpoint-exists behind the head"],
    ],
    [
      "a source's, behind its paragraph",
      { sources: { report: "One. {#a}\n\nTwo. {#a}\n\nThree." } },
      ["/sources/report/: problem 1 label-unique behind 2"],
    ],
    [
      "of a lock on top of its source",
      { sources: { report: text }, problems: [unreadable("sources/report.lock.json")] },
      ["/sources/report/: problem 1 encoding-utf8 behind the head"],
    ],
    [
      "what no page is made of nowhere",
      { sources: { report: text }, problems: [unreadable("layouts/library/x.njk")] },
      [],
    ],
  ])("%s", (_, written, expected) => {
    expect(listed(catalogFrom(written))).toEqual(expected);
  });

  test("what is cited and has changed, on the brief's page and behind the paragraph it is now", () => {
    const locks = lockOf({ briefs: { a: cite(2) }, sources: { report: text } });
    const changed = text.replace("The second of them is here", "The second of them is not here");
    const catalog = catalogFrom({ briefs: { a: cite(2) }, sources: { report: `A new one.\n\n${changed}` }, locks });
    expect(listed(catalog)).toEqual([
      "/briefs/a/: problem 1 text-as-cited behind the head",
      "/sources/report/: problem 1 text-as-cited behind 3",
    ]);
  });
});

test("a file that cannot be read gets a page that says so, and changes nothing else that is said", () => {
  const problems = [unreadable("briefs/b.md"), unreadable("sources/paper.md"), unreadable("briefs/Not a slug.md")];
  const catalog = catalogFrom({ briefs: { a: 'So.{% cite "paper", 1 %}' }, problems });
  const sound = soundCatalog(catalog, undefined, today) ?? catalogFrom({});
  const preview = previewLibrary(catalog, sound, "en");
  expect([...preview.findings.keys()].toSorted()).toEqual(["/briefs/a/", "/briefs/b/", "/sources/paper/"]);
  expect(showProblems(catalog.problems, preview).map(({ place, shownAt }) => [place.path, shownAt])).toEqual([
    ["briefs/Not a slug.md", undefined],
    ["briefs/a.md", { page: "/briefs/a/", id: "problem-1" }],
    ["briefs/b.md", { page: "/briefs/b/", id: "problem-1" }],
    ["sources/paper.md", { page: "/sources/paper/", id: "problem-1" }],
  ]);
});

describe("all other pages are made of a catalog without a problem", () => {
  const good = catalogFrom({ briefs: { a: cite(1), b: cite(2) }, sources: { report: text } });
  const names = (catalog: Catalog | undefined) =>
    catalog?.library.briefs.map(({ name, citations }) => `${name} ${citations[0]?.request.pinpoint[0]?.from ?? ""}`);

  test.each<[string, Written, Catalog | undefined, string[] | undefined]>([
    ["the very one, where there is none", { briefs: { a: cite(3) }, sources: { report: text } }, good, ["a 3"]],
    [
      "with a faulty brief as it last was, and the others as they are",
      { briefs: { a: cite(9), b: cite(3) }, sources: { report: text } },
      good,
      ["a 1", "b 3"],
    ],
    [
      "without a brief that never was good",
      { briefs: { a: cite(1), c: cite(9) }, sources: { report: text } },
      good,
      ["a 1"],
    ],
    [
      "with a faulty source as it last was",
      { briefs: { a: cite(3), b: cite(2) }, sources: { report: `${text} {#a}\n\nMore. {#a}` } },
      good,
      ["a 1", "b 2"],
    ],
    ["the last one, where a source is gone", { briefs: { a: cite(1), c: "New." } }, good, ["a 1", "b 2"]],
    [
      "none, where there was none before",
      { briefs: { a: cite(1) }, sources: { report: `${text} {#a}\n\nMore. {#a}` } },
      undefined,
      undefined,
    ],
  ])("%s", (_, written, before, expected) => {
    const sound = soundCatalog(catalogFrom(written), before, today);
    expect(sound?.problems ?? []).toEqual([]);
    expect(names(sound)).toEqual(expected);
  });
});

/** The locks that a build would write. */
function lockOf(written: Written): Map<string, SourceLock> {
  return new Map(Array.from(catalogFrom(written).locks, ([id, { lock }]) => [id, lock]));
}
