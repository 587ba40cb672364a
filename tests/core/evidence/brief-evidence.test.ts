import { describe, expect, test } from "vitest";
import { withoutDrafts } from "../../../lib/core/catalog/drafts.ts";
import { briefEvidence } from "../../../lib/core/evidence/brief-evidence.ts";
import { contestedParagraphs } from "../../../lib/core/evidence/contested-paragraphs.ts";
import { siteEvidence } from "../../../lib/core/evidence/site-evidence.ts";
import { verifiedCitations } from "../../../lib/core/view/brief-view.ts";
import { catalogOf, sourceOfWords } from "../support/catalogs.ts";
import { briefHead, briefOf } from "../support/documents.ts";
import { citing } from "./citing.ts";

const sources = [sourceOfWords("One Two", { issued: '"1893"' }), sourceOfWords("Three", { issued: '"2026"' }, "paper")];

const long = "This is a paragraph of the author’s own reasoning, long enough to be one that could bear a citation.";

/** A brief with more lines of front matter, and the evidence of it alone. */
function evidenceWith(keys: string, body: string) {
  const { brief } = briefOf(`${briefHead.replace("status", `${keys}status`)}${body}`, "brief");
  const catalog = catalogOf(sources, [brief]);
  return briefEvidence(catalog, brief, verifiedCitations(catalog, brief));
}

test("texts are recorded on the day of the build when no lock holds them yet", () => {
  const { recorded } = evidenceWith("", 'A{% cite "report", 1 %}');
  expect(recorded).toEqual({ first: "2026-03-05", last: "2026-03-05" });
});

test("where nothing is cited nothing is recorded", () => {
  expect(evidenceWith("", "A").recorded).toBeUndefined();
});

test("paragraphs without a citation are those of the brief, with their sections", () => {
  const { uncited } = evidenceWith("", `## Why\n\n${long}\n\nA{% cite "report", 1 %}`);
  expect(uncited.map(({ section }) => section.id)).toEqual(["why"]);
});

describe("doubts", () => {
  const horizon = "evidenceHorizon: 2025-01-01\nevidenceCutoff: 2025-06-01\n";
  const report = '{% cite "report", 1 %}';
  const body = `500 left.\n\n## One\n\nA.${report} B.${report} C.${report}\n\nOn 5 March 2020 it began.\n\n## Two\n\nD.{% cite "paper", 1 %}`;

  test("name what they are about, whatever kind it is", () => {
    const subjects = evidenceWith(horizon, body).doubts.map(({ rule, subject }) => {
      if (subject.kind === "statement") return [rule, subject.words];
      return [rule, subject.kind === "section" ? subject.heading : subject.citation.source.id];
    });
    expect(subjects).toEqual([
      ["figures-cited", "500 left."],
      ["section-sources", "One"],
      ["evidence-fresh", "report"],
      ["dates-cited", "On 5 March 2020 it began."],
      ["evidence-before-cutoff", "paper"],
    ]);
  });

  test("that the author has answered come last, with the reason", () => {
    const answers = "answers: [{ rule: evidence-fresh, reason: Nothing newer exists. }]\n";
    const { doubts } = evidenceWith(horizon + answers, body);
    expect(doubts.map(({ rule, reason }) => (reason === "" ? "" : rule)).slice(-2)).toEqual(["", "evidence-fresh"]);
    expect(doubts.at(-1)?.reason).toBe("Nothing newer exists.");
  });

  test("that concern the author alone are left out", () => {
    const answers = "answers: [{ rule: evidence-fresh, reason: Nothing newer exists. }]\n";
    expect(evidenceWith(answers, 'A{% cite "report", 1 %}').doubts).toEqual([]);
  });
});

test("the evidence of a site is that of its briefs together, each in the order given", () => {
  const { catalog, briefs, verified } = citing(
    sources,
    'A.{% cite "report", 1 %} B.{% cite "paper", 1, as="disputes" %}',
    `C.{% cite "report", 1, as="disputes" %}\n\n${long}`,
  );
  const all = briefs.map((brief, index) => ({ brief, verified: verified[index] ?? [] }));
  const { summary, briefs: rows, disputed, contested } = siteEvidence(catalog, all);
  expect([summary.citations, summary.sources.length, disputed.length, contested.length]).toEqual([3, 2, 2, 1]);
  expect(
    rows.map(({ brief, citations, sources: cited, disputed: claims, uncited, open, answered }) => [
      brief.name,
      [citations, cited, claims, uncited, open, answered],
    ]),
  ).toEqual([
    ["a", [2, 2, 1, 0, 0, 0]],
    ["b", [1, 1, 1, 1, 0, 0]],
  ]);
});

test("a draft contests nothing that readers see", () => {
  const published = briefOf(`${briefHead}A.{% cite "report", 1 %}`, "published").brief;
  const draft = briefOf(
    `${briefHead.replace("published", "draft")}A.{% cite "report", 1, as="disputes" %}`,
    "draft",
  ).brief;
  const catalog = catalogOf(sources, [published, draft]);
  const contestedIn = (shown: typeof catalog) => contestedParagraphs(shown, verifiedCitations(shown, published)).length;
  expect([contestedIn(catalog), contestedIn(withoutDrafts(catalog))]).toEqual([1, 0]);
});
