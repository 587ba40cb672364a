import { describe, expect, test } from "vitest";
import { countNotes, sourceView, type SourceBlockView } from "../../../lib/core/view/source-view.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

/** What a source's page shows, block by block: a heading, a paragraph's label and whether its words show, or a gap. */
function outline(blocks: readonly SourceBlockView[]): string[] {
  return blocks.map((block) => {
    if ("gap" in block) return `gap of ${block.gap}`;
    if ("heading" in block) return `heading ${block.heading.text}`;
    return `${block.paragraph.label} ${block.paragraph.html === "" ? "withheld" : "shown"}`;
  });
}

function shownWith(rights: string, body: string, words = "A B C D E F G"): string[] {
  const source = sourceOfWords(words, { rights });
  return outline(sourceView(catalogOf([source], [briefNamed("brief", body)]), source, "en").blocks);
}

describe("what of a source is shown", () => {
  test.each([
    [
      "a full text is whole",
      "full-text",
      'x{% cite "report", 4 %}',
      ["1 shown", "2 shown", "3 shown", "4 shown", "5 shown", "6 shown", "7 shown"],
    ],
    [
      "an excerpt shows the cited paragraph and its neighbours",
      "excerpt",
      'x{% cite "report", 4 %}',
      ["gap of 2", "3 shown", "4 shown", "5 shown", "gap of 2"],
    ],
    [
      "at the beginning and the end too",
      "excerpt",
      'x{% cite "report", "1, 7" %}',
      ["1 shown", "2 shown", "gap of 3", "6 shown", "7 shown"],
    ],
    [
      "of a range, the whole range",
      "excerpt",
      'x{% cite "report", "3-5" %}',
      ["gap of 1", "2 shown", "3 shown", "4 shown", "5 shown", "6 shown", "gap of 1"],
    ],
    ["an excerpt that nobody cites shows nothing", "excerpt", "x", ["gap of 7"]],
    ["a citation that does not hold shows nothing", "excerpt", 'x{% cite "report", 4, quote="Z" %}', ["gap of 7"]],
    [
      "where only metadata may be shown, a cited paragraph keeps its address without its words",
      "metadata-only",
      'x{% cite "report", 4 %}',
      ["gap of 3", "4 withheld", "gap of 3"],
    ],
    ["where nothing is cited either, nothing is", "metadata-only", "x", ["gap of 7"]],
  ])("%s", (_, rights, body, expected) => {
    expect(shownWith(rights, body)).toEqual(expected);
  });

  test.each([
    [0, ["gap of 3", "4 shown", "gap of 3"]],
    [2, ["gap of 1", "2 shown", "3 shown", "4 shown", "5 shown", "6 shown", "gap of 1"]],
  ])("an excerpt may say that it shows %d neighbours", (neighbours, expected) => {
    const source = sourceOfWords("A B C D E F G", { rights: "excerpt", neighbours: String(neighbours) });
    const catalog = catalogOf([source], [briefNamed("brief", 'x{% cite "report", 4 %}')]);
    expect(outline(sourceView(catalog, source, "en").blocks)).toEqual(expected);
  });

  test("a paragraph of an excerpt that was cited once keeps its address, without its words", () => {
    const source = sourceOfWords("A B C D E F G", { rights: "excerpt", neighbours: "0" });
    const { locks } = catalogOf([source], [briefNamed("brief", 'x{% cite "report", 4 %}')]);
    const lock = new Map(Array.from(locks, ([id, current]) => [id, current.lock]));
    const catalog = catalogOf([source], [briefNamed("brief", 'x{% cite "report", 6 %}')], [], lock);
    expect(outline(sourceView(catalog, source, "en").blocks)).toEqual([
      "gap of 3",
      "4 withheld",
      "gap of 1",
      "6 shown",
      "gap of 1",
    ]);
  });

  test.each([
    ["excerpt", ["heading One", "gap of 1", "heading Two", "gap of 1", "3 shown", "4 shown"]],
    ["metadata-only", ["gap of 3", "4 withheld"]],
  ])("headings of a source with rights %s", (rights, expected) => {
    const { source } = sourceFrom("# One\n\na\n\n# Two\n\nb\n\nc\n\nd", { rights });
    const catalog = catalogOf([source], [briefNamed("brief", 'x{% cite "report", 4 %}')]);
    expect(outline(sourceView(catalog, source, "en").blocks)).toEqual(expected);
  });

  test("no word of a withheld source is anywhere in its view", () => {
    const { source } = sourceFrom("# Secretheading\n\nSecretword.\n\nSecretword.", { rights: "metadata-only" });
    const catalog = catalogOf([source], [briefNamed("brief", 'x{% cite "report", 1 %}')]);
    expect(JSON.stringify(sourceView(catalog, source, "en"))).not.toContain("Secret");
  });
});

describe("cited-by, at a paragraph", () => {
  const source = sourceOfWords("A B C");
  const briefs = [
    briefNamed(
      "first",
      'One.{% cite "report", 2 %} Two.{% cite "report", 2 %} Three.{% cite "report", 2, as="disputes" %}',
    ),
    briefNamed("first-1", 'Four.{% cite "report", "1-2" %}\n\n{% quote "report", 2 %}'),
  ];
  const page = { ...briefNamed("first", 'Five.{% cite "report", 2 %}'), kind: "page" as const, url: "/about/" };
  const catalog = catalogOf([source], briefs, [page]);
  const view = sourceView(catalog, source, "en");
  const paragraphs = view.blocks.flatMap((block) => ("paragraph" in block ? [block.paragraph] : []));

  test("mentions of one note stand together, with their sentences and the way to each", () => {
    const [entry] = paragraphs[1]?.citedBy ?? [];
    expect(entry).toMatchObject({
      note: 1,
      relation: "supports",
      documentTitle: "A brief",
      noteUrl: "/briefs/first/#note-1",
      mentions: [
        { text: "One.", url: "/briefs/first/#ref-1", transcluded: false },
        { text: "Two.", url: "/briefs/first/#ref-1-2", transcluded: false },
      ],
    });
  });

  test("another relation, another brief and another pinpoint are entries of their own", () => {
    expect(paragraphs[1]?.citedBy.map(({ arrivalId }) => arrivalId)).toEqual([
      "p2-first-1",
      "p2-first-2",
      "p2-first-1-1",
      "p2-first-1-2",
      "p2--first-1",
    ]);
  });

  test("a transclusion mentions the note without a sentence", () => {
    expect(paragraphs[1]?.citedBy[3]?.mentions).toEqual([
      { text: "", url: "/briefs/first-1/#ref-2", transcluded: true },
    ]);
  });

  test("each arrival has an id of its own", () => {
    const ids = paragraphs.flatMap(({ anchor, citedBy }) => [anchor, ...citedBy.map(({ arrivalId }) => arrivalId)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a paragraph nobody cites has none", () => {
    expect(paragraphs.map(({ citedBy }) => citedBy.length)).toEqual([1, 5, 0]);
  });

  test("notes are counted once, however many paragraphs they name and however often they are mentioned", () => {
    expect(countNotes(catalog, source)).toBe(5);
    expect(view.citations).toBe(5);
  });
});

test("a label of another script is percent-encoded in addresses, and plain in its id", () => {
  const { source } = sourceFrom("a {#دفعہ}");
  const [block] = sourceView(catalogOf([source], []), source, "en").blocks;
  expect(block).toMatchObject({
    paragraph: { anchor: "pدفعہ", url: `/sources/report/#p${encodeURIComponent("دفعہ")}` },
  });
});

test("a paragraph's notice goes with it", () => {
  const { source } = sourceFrom("a", { paragraphs: '{ "1": { notice: Retracted. } }' });
  expect(sourceView(catalogOf([source], []), source, "en").blocks).toMatchObject([
    { paragraph: { notice: "Retracted." } },
  ]);
});

test("bibliographic details stand in a fixed order, those that are unknown left out", () => {
  const { source } = sourceFrom("a", {
    URL: "https://e.org/r",
    publisher: "UNHCR",
    issued: "2025-08",
    author: "[{ given: Amina, family: Shah }, { literal: UN }]",
    accessed: "2026-03-05",
  });
  expect(sourceView(catalogOf([source], []), source, "en").details).toEqual([
    { name: "author", text: "Amina Shah, UN", href: "" },
    { name: "issued", text: "August 2025", href: "" },
    { name: "publisher", text: "UNHCR", href: "" },
    { name: "original", text: "https://e.org/r", href: "https://e.org/r" },
    { name: "accessed", text: "5 March 2026", href: "" },
    { name: "license", text: "CC0-1.0", href: "" },
  ]);
});

test.each([
  ["a text that stands elsewhere", { rights: "full-text", URL: "https://example.org/report" }, true],
  ["a text of our own", { rights: "full-text" }, false],
  ["a digest, which is in our words", { rights: "digest", URL: "https://example.org/report" }, false],
  ["an excerpt", { rights: "excerpt" }, true],
  ["a bibliographic record", { rights: "metadata-only" }, true],
])("search engines learn whether the words are ours: %s", (_, keys, isForeign) => {
  const source = sourceOfWords("A B", keys);
  expect(sourceView(catalogOf([source], []), source, "en").isForeign).toBe(isForeign);
});
