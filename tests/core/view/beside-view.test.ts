import { describe, expect, test } from "vitest";
import type { Source } from "../../../lib/core/source/source.ts";
import { besideView } from "../../../lib/core/view/beside-view.ts";
import { besideLinks, pairOf } from "../../../lib/core/view/translations.ts";
import { briefNamed, catalogOf } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

function sourcesOf(
  original: string,
  translation: string,
  rights: readonly [string, string] = ["full-text", "full-text"],
) {
  return [
    sourceFrom(original, { rights: rights[0] }, "charter").source,
    sourceFrom(translation, { rights: rights[1], language: "ur", translationOf: "charter" }, "charter-ur").source,
  ] as const;
}

function catalogWith(sources: readonly Source[], body = "x") {
  return catalogOf(sources, [briefNamed("brief", body)]);
}

/** Each row as its headings and labels, "-" for a side that does not show it. */
function rows(original: string, translation: string): string[] {
  const sources = sourcesOf(original, translation);
  const catalog = catalogWith(sources);
  const pair = pairOf(catalog, sources[1]);
  if (!pair) return [];
  return besideView(catalog, pair, "en").rows.map((row) => {
    if ("gap" in row) return `gap of ${row.gap}`;
    const headings = row.headings.map((one) => `${one.original || "-"}/${one.translation || "-"} `).join("");
    return `${headings}${row.original?.label ?? "-"}|${row.translation?.label ?? "-"}`;
  });
}

describe("an original and its translation", () => {
  test.each([
    ["stand label for label", "A {#1}\n\nB {#2}", "a {#1}\n\nb {#2}", ["1|1", "2|2"]],
    ["go by label, not by order", "A {#1}\n\nB {#2}", "b {#2}\n\na {#1}", ["1|1", "2|2"]],
    ["what the translation leaves out has an empty side", "A {#1}\n\nB {#2}", "b {#2}", ["1|-", "2|2"]],
    [
      "what only the translation has stands where it has it",
      "A {#1}\n\nB {#2}",
      "n {#0}\n\na {#1}\n\nx {#1a}\n\nb {#2}",
      ["-|0", "1|1", "-|1a", "2|2"],
    ],
    [
      "three labels on one side only are shown",
      "A {#1}\n\nB {#2}\n\nC {#3}\n\nD {#4}",
      "d {#4}",
      ["1|-", "2|-", "3|-", "4|4"],
    ],
    ["more than three are left out", "A {#1}\n\nB {#2}\n\nC {#3}\n\nD {#4}\n\nE {#5}", "e {#5}", ["gap of 4", "5|5"]],
    ["headings stand above the paragraphs they head", "# H\n\nA {#1}", "# h\n\n## i\n\na {#1}", ["H/h -/i 1|1"]],
    [
      "also where the first that they head are left out",
      "# G\n\nA {#1}\n\nB {#2}\n\nC {#3}\n\n# H\n\nD {#4}\n\nE {#5}\n\nF {#6}",
      "# h\n\ne {#5}\n\nf {#6}",
      ["gap of 4", "H/h 5|5", "6|6"],
    ],
    ["nothing stands beside a text with which it shares no label", "A {#1}", "a {#2}", []],
  ])("%s", (_, original, translation, expected) => {
    expect(rows(original, translation)).toEqual(expected);
  });

  test("each is linked from the page of the other", () => {
    const sources = sourcesOf("A", "a");
    const catalog = catalogWith(sources);
    const links = sources.map((source) =>
      besideLinks(catalog, source, "en").map(({ url, other, isTranslation }) => [url, other.id, isTranslation]),
    );
    expect(links).toEqual([
      [["/sources/charter-ur/beside/", "charter-ur", true]],
      [["/sources/charter-ur/beside/", "charter", false]],
    ]);
  });

  test.each([
    ["a digest", "digest"],
    ["one whose text may not be shown", "metadata-only"],
    ["an excerpt of which nothing is cited", "excerpt"],
  ])("there is no such page of %s", (_, rights) => {
    const sources = sourcesOf("A", "a", ["full-text", rights]);
    const catalog = catalogWith(sources);
    expect(pairOf(catalog, sources[1])).toBeUndefined();
    expect(besideLinks(catalog, sources[0], "en")).toEqual([]);
  });

  test("of an excerpt it shows no more than its own page does", () => {
    const sources = sourcesOf("A\n\nB\n\nC\n\nD", "a\n\nb\n\nc\n\nsecret", ["full-text", "excerpt"]);
    const catalog = catalogWith(sources, 'x{% cite "charter-ur", 1 %}');
    const pair = pairOf(catalog, sources[1]);
    const shown = JSON.stringify(pair && besideView(catalog, pair, "en"));
    expect(shown).toContain('"label":"4"');
    expect(shown).not.toContain("secret");
  });
});
