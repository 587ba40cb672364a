import { describe, expect, test } from "vitest";
import type { Source } from "../../../lib/core/source/source.ts";
import { noteView } from "../../../lib/core/view/note-view.ts";
import { quotationView } from "../../../lib/core/view/quotation-view.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { sourceFrom } from "../support/documents.ts";

const long = `${"Word ".repeat(60)}end.`;
const report = sourceFrom(`First words.\n\nSecond.\n\nThird.\n\n${long}`, {
  paragraphs: '{ "2": { notice: Retracted. } }',
}).source;
const closed = sourceOfWords("Secret. Hidden.", { rights: "metadata-only" }, "closed");
const urdu = sourceFrom("الف {#14.1}\n\nب {#14.2}", { language: "ur" }, "urdu").source;

const naming = { before: [], after: [], fullIn: 0 };

/** The views of a body's citations. */
function verify(body: string, sources: readonly Source[] = [report, closed, urdu]) {
  const brief = briefNamed("brief", body);
  const catalog = catalogOf(sources, [brief]);
  if (catalog.problems.length > 0) throw new Error(catalog.problems[0]?.message);
  const verified = (catalog.verified.get(brief) ?? []).filter((one) => one !== undefined);
  return { brief, verified };
}

function note(body: string) {
  const { brief, verified } = verify(body);
  const [first] = verified;
  if (!first) throw new Error(`no citation: ${body}`);
  return noteView(brief, first, "en", naming);
}

describe("the words a note shows", () => {
  test.each([
    ["of a paraphrase, the paragraph's first words", 'A{% cite "report", 1 %}', "First words.", false],
    ["of a range, those of its first paragraph", 'A{% cite "report", "1-2" %}', "First words.", false],
    ["of a quotation, the words quoted", 'A{% cite "report", 1, quote="words" %}', "words", true],
    ["of a withheld source, none", 'A{% cite "closed", 1 %}', "", false],
    ["of a quotation from a withheld source, none either", 'A{% cite "closed", 1, quote="Secret" %}', "", true],
  ])("%s", (_, body, words, isQuotation) => {
    expect(note(body)).toMatchObject({ words, isQuotation });
  });

  test("a long paragraph is cut at a word", () => {
    const { words } = note('A{% cite "report", 4 %}');
    expect(words).toMatch(/^(?:Word )+Word…$/);
    expect(words.length).toBeLessThanOrEqual(161);
  });

  test("no word of a withheld source is anywhere in its note", () => {
    expect(JSON.stringify(note('A{% cite "closed", "1-2" %}'))).not.toMatch(/Secret|Hidden/);
  });
});

describe("the sentence a note shows beside a quotation", () => {
  const excerpt = sourceFrom(
    "It is not true. They left in June.\n\nIt was late.",
    { rights: "excerpt" },
    "excerpt",
  ).source;
  const sentence = (body: string) => {
    const { brief, verified } = verify(body, [excerpt, closed]);
    return verified[0] && noteView(brief, verified[0], "en", naming).sentence;
  };

  test.each([
    ["of a part of it, the rest", 'A{% cite "excerpt", 1, quote="left in June" %}', "They <left in June>."],
    [
      "of pieces, what was left out",
      'A{% cite "excerpt", 1, quote="It is … They left" %}',
      "<It is> not true. <They left> in June.",
    ],
    ["of a whole sentence, nothing", 'A{% cite "excerpt", 2, quote="It was late" %}', ""],
    ["of a paraphrase, nothing", 'A{% cite "excerpt", 1 %}', ""],
    ["of a withheld source, nothing", 'A{% cite "closed", "1-2", quote="Secret. Hidden" %}', ""],
    ["of an excerpt, nothing but what is cited", 'A{% cite "excerpt", 2, quote="was late" %}', "It <was late>."],
  ])("%s", (_, body, expected) => {
    const parts = sentence(body) ?? [];
    expect(parts.map(({ quoted, text }) => (quoted ? `<${text}>` : text)).join("")).toBe(expected);
  });
});

describe("where a note leads", () => {
  test("each part has a link to the notice that knows the way back", () => {
    const { pinpoint, plural } = note('A{% cite "report", "1, 2-3" %}');
    expect(plural).toBe(true);
    expect(pinpoint).toEqual([
      [{ label: "1", url: "/sources/report/#p1-brief-1" }],
      [
        { label: "2", url: "/sources/report/#p2-brief-1" },
        { label: "3", url: "/sources/report/#p3-brief-1" },
      ],
    ]);
  });

  test("one paragraph is not plural", () => {
    expect(note('A{% cite "report", "2-2" %}')).toMatchObject({ plural: false, pinpoint: [[{ label: "2" }]] });
  });
});

test("a note says how the source bears on the claim, what was checked, and what the author remarks", () => {
  expect(note('A{% cite "report", "1-2", as="disputes", note="Hm." %}')).toMatchObject({
    number: 1,
    relation: "disputes",
    verification: "paraphrase",
    remark: "Hm.",
    notices: ["Retracted."],
    source: { id: "report", url: "/sources/report/", grade: "primary" },
  });
});

describe("a paragraph set in a brief", () => {
  test("keeps its language, direction and pinpoint, and leads to its source", () => {
    const { brief, verified } = verify('{% quote "urdu", "14.1-14.2" %}');
    const view = verified[0] && quotationView(brief, verified[0], "<sup>1</sup>", "en");
    expect(view).toMatchObject({
      language: "ur",
      direction: "rtl",
      paragraphs: ["<p>الف</p>", "<p>ب</p>"],
      pinpoint: "14.1–14.2",
      plural: true,
      url: "/sources/urdu/#p14.1-brief-1",
      noteref: "<sup>1</sup>",
    });
  });
});

describe("the pages a note shows", () => {
  const pages = sourceFrom(
    "a {p. 12}\n\nb {p. 12}\n\nc {p. 13}\n\nd {p. xii, sheet 4}\n\ne",
    { URL: "https://a.example/r.pdf", original: "{ name: r.pdf, sha256: " + "0".repeat(64) + " }" },
    "pages",
  ).source;
  const shown = (pinpoint: string) => {
    const { brief, verified } = verify(`A{% cite "pages", "${pinpoint}" %}`, [pages]);
    const [first] = verified;
    if (!first) throw new Error("no citation");
    return noteView(brief, first, "en", naming);
  };

  test.each([
    ["of one paragraph", "1", "12", false],
    ["of two on one page", "1-2", "12", false],
    ["of two on two", "1-3", "12–13", true],
    ["of several", "2, 3-4, 5", "12, 13–xii", true],
    ["of several on one page", "1, 2", "12", false],
    ["of one whose page is not known", "5", "", false],
  ])("%s", (_, pinpoint, text, plural) => {
    expect(shown(pinpoint).pages).toEqual({ text, plural });
  });

  test.each([
    ["the sheet of the same number", "1", "https://a.example/r.pdf#page=12"],
    ["the sheet that is written", "4", "https://a.example/r.pdf#page=4"],
    ["no sheet where none is known", "5", "https://a.example/r.pdf"],
  ])("and the original opens at %s", (_, pinpoint, address) => {
    expect(shown(pinpoint).original).toBe(address);
  });

  test.each([
    ["no PDF", { URL: "https://a.example/r.html" }, "https://a.example/r.html"],
    ["has a fragment already", { URL: "https://a.example/r.pdf#a" }, "https://a.example/r.pdf#a"],
    [
      "was typed, not brought in, so that printed pages need not be sheets",
      { URL: "https://a.example/r.pdf" },
      "https://a.example/r.pdf",
    ],
  ])("but not where the original is one that %s", (_, keys, address) => {
    const { brief, verified } = verify('A{% cite "typed", 1 %}', [sourceFrom("a {p. 12}", keys, "typed").source]);
    const [first] = verified;
    expect(first && noteView(brief, first, "en", naming).original).toBe(address);
  });
});
