import { describe, expect, test } from "vitest";
import { briefEvidence } from "../../../lib/core/evidence/brief-evidence.ts";
import { briefEvidenceView } from "../../../lib/core/view/evidence-view.ts";
import { verifiedCitations } from "../../../lib/core/view/brief-view.ts";
import { catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { briefHead, briefOf } from "../support/documents.ts";

const sources = [
  sourceOfWords("One Two", { issued: '"1893-11-12"' }),
  sourceOfWords("Three", {}, "paper"),
  sourceOfWords(
    "Four",
    { issued: '"2026"', title: "A title of so many words that not all of them can be shown" },
    "long",
  ),
];

function viewOf(body: string, keys = "") {
  const { brief } = briefOf(`${briefHead.replace("status", `${keys}status`)}${body}`, "brief");
  const catalog = catalogOf(sources, [brief]);
  return briefEvidenceView(briefEvidence(catalog, brief, verifiedCitations(catalog, brief)), "en");
}

test("the figures say what is cited, how old it is and when it was recorded", () => {
  const view = viewOf('A{% cite "report", 1 %} b{% cite "paper", 1 %}');
  expect(view).toMatchObject({ citations: 2, supporting: 2, sources: 2, undated: 1, recordedText: "5 March 2026" });
  expect([view.freshest?.source.dateText, view.oldest?.opening]).toEqual(["12 November 1893", "A report"]);
});

test("a long title is cut at a word", () => {
  expect(viewOf('A{% cite "long", 1 %}').freshest?.opening).toBe(
    "A title of so many words that not all of them can be…",
  );
});

describe("addresses", () => {
  test.each([
    ["published", "/briefs/brief/evidence.json"],
    ["withdrawn", "/briefs/brief/evidence.json"],
    ["draft", ""],
  ])("of a brief that is %s", (status, dataUrl) => {
    const { brief } = briefOf(briefHead.replace("published", status), "brief");
    const catalog = catalogOf(sources, [brief]);
    expect(briefEvidenceView(briefEvidence(catalog, brief, []), "en").brief).toMatchObject({
      url: "/briefs/brief/",
      evidenceUrl: "/evidence/brief/",
      dataUrl,
    });
  });

  test("of a disputed claim are those of its sentence, its notes and their paragraphs", () => {
    const { contradictions, otherDisputed } = viewOf(
      'It is{% cite "report", 1 %}, or not.{% cite "report", 2, as="disputes", note="Mind this." %}\n\nSo?{% cite "report", 2, as="disputes" %}',
    );
    expect(contradictions).toMatchObject([
      {
        sentence: "It is, or not.",
        url: "/briefs/brief/#ref-2",
        disputing: [
          {
            note: 2,
            url: "/briefs/brief/#note-2",
            paragraphUrl: "/sources/report/#p2-brief-2",
            pinpoint: "2",
            remark: "Mind this.",
          },
        ],
        supporting: [{ note: 1, pinpoint: "1" }],
      },
    ]);
    expect(otherDisputed.map(({ sentence }) => sentence)).toEqual(["So?"]);
  });

  test("of what bears no citation are those of its section, where that has one", () => {
    const long = "A paragraph of reasoning that is long enough to be expected to bear a citation, and bears none.";
    expect(viewOf(`${long}\n\n## Why so\n\n${long}`).uncited.map(({ url }) => url)).toEqual([
      "",
      "/briefs/brief/#why-so",
    ]);
  });

  test("of doubts are those of what they are about", () => {
    const { openDoubts, answeredDoubts } = viewOf(
      '## Why so\n\nA.{% cite "report", 1 %} B.{% cite "report", 1 %} C.{% cite "report", 2 %}\n\nSome 500 left.',
      "evidenceHorizon: 2025-01-01\nanswers: [{ rule: evidence-fresh, reason: It is in force. }]\n",
    );
    expect(openDoubts.map(({ rule, words, url }) => [rule, words, url])).toEqual([
      ["section-sources", "Why so", "/briefs/brief/#why-so"],
      ["figures-cited", "Some 500 left.", ""],
    ]);
    expect(answeredDoubts).toMatchObject([
      { rule: "evidence-fresh", reason: "It is in force.", source: { id: "report" }, url: "/briefs/brief/#note-1" },
    ]);
  });
});
