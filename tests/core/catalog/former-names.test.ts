import { describe, expect, test } from "vitest";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import { formatProblem, type Problem } from "../../../lib/core/problem.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { catalogOf } from "../support/catalogs.ts";
import { briefHead, briefOf, sourceFrom } from "../support/documents.ts";

/** A brief under a name, with those it had. */
function brief(name: string, aliases: string, body = "Text"): Brief {
  const keys = aliases === "" ? "" : `aliases: [${aliases}]\n`;
  return briefOf(`${briefHead.replace("status", `${keys}status`)}${body}\n`, name).brief;
}

function source(id: string, aliases: string, body = "One.\n\nTwo."): Source {
  return sourceFrom(body, aliases === "" ? {} : { aliases: `[${aliases}]` }, id).source;
}

const lines = (problems: readonly Problem[]) => problems.map(formatProblem);

describe("an old address leads to one page only", () => {
  test.each([
    ["names that nobody has", [brief("a", "old-a, older-a"), brief("b", "old-b")], []],
    [
      "its own name",
      [brief("a", "a")],
      ['briefs/a.md:6:11  alias-unique  aliases: "a" is what the brief is called now. Take it out.'],
    ],
    [
      "the name of another brief",
      [brief("a", "b"), brief("b", "")],
      [
        'briefs/a.md:6:11  alias-unique  aliases: "b" is the name of briefs/b.md, and an address leads to one page only. Take it out, or rename that brief.',
      ],
    ],
    [
      "a former name of another brief",
      [brief("a", "old"), brief("b", "older, old")],
      [
        'briefs/b.md:6:18  alias-unique  aliases: "old" is a former name of briefs/a.md already, and an address leads to one page only. Keep it in one of the two.',
      ],
    ],
    [
      "the same name twice",
      [brief("a", "old, old")],
      ['briefs/a.md:6:16  alias-unique  aliases: "old" is given twice. Keep one.'],
    ],
  ])("%s", (_, briefs, expected) => {
    expect(lines(catalogOf([], briefs).problems)).toEqual(expected);
  });

  test("sources are held to it as briefs are, and the two do not concern each other", () => {
    const sources = [source("one", "two"), source("two", ""), source("three", "brief-name")];
    expect(lines(catalogOf(sources, [brief("brief-name", "three")]).problems)).toEqual([
      'sources/one.md:9:11  alias-unique  aliases: "two" is the name of sources/two.md, and an address leads to one page only. Take it out, or rename that source.',
    ]);
  });

  test("what cannot be a name is no address", () => {
    expect(briefOf(briefHead.replace("status", "aliases: [Old Brief]\nstatus")).problems[0]?.message).toContain(
      "Write old-brief.",
    );
  });
});

describe("what names something as it was called before", () => {
  test("a citation is a problem that says what to write", () => {
    const catalog = catalogOf([source("new", "old")], [brief("a", "", 'A.{% cite "old", 2 %}')]);
    expect(lines(catalog.problems)).toEqual([
      'briefs/a.md:8:11  source-exists  "old" is called "new" now. Write "new".',
    ]);
  });

  test.each([
    [
      "a brief",
      "/briefs/former/",
      '/briefs/former/" leads by way of an old address: the brief is called "b" now. Write /briefs/b/.',
    ],
    ["a place of a brief", "/briefs/former/#note-1", "Write /briefs/b/#note-1."],
    ["a source", "/sources/old/", 'the source is called "new" now. Write /sources/new/.'],
    ["a paragraph", "/sources/old/#p2", "Write /sources/new/#p2."],
  ])("a link to %s arrives, with a warning", (_, href, message) => {
    const catalog = catalogOf([source("new", "old")], [brief("a", "", `See [it](${href}).`), brief("b", "former")]);
    expect(catalog.problems).toEqual([]);
    expect(catalog.warnings.map(({ rule }) => rule)).toEqual(["link-resolves"]);
    expect(catalog.warnings[0]?.message).toContain(message);
  });

  test("a link to a paragraph that the source has not is a problem, as under its name", () => {
    const catalog = catalogOf([source("new", "old")], [brief("a", "", "See [it](/sources/old/#p9).")]);
    expect(catalog.warnings).toEqual([]);
    expect(catalog.problems[0]?.message).toContain("the source has no such paragraph");
  });
});

test("a citation of a moved paragraph is not taken for a new one because its brief was renamed", () => {
  const paragraphs = ["The harbour has two gates.", "Vessels are counted in March.", "Pilots have a fee."];
  const body = 'A.{% cite "report", 2 %} B.{% cite "report", 3 %}';
  const lock = catalogOf([source("report", "", paragraphs.join("\n\n"))], [brief("old", "", body)]).locks.get("report");
  const moved = source("report", "", ["A new beginning, longer than the others.", ...paragraphs].join("\n\n"));
  const catalogWith = (renamed: Brief) =>
    catalogOf([moved], [renamed], [], new Map(lock ? [["report", lock.lock]] : []));
  expect(catalogWith(brief("new", "old", body)).problems).toEqual([]);
  expect(catalogWith(brief("new", "", body)).problems.map(({ rule }) => rule)).toEqual([
    "citation-locked",
    "citation-locked",
  ]);
});
