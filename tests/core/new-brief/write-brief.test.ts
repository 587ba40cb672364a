import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeholderOpenings } from "../../../lib/core/brief/brief-placeholder.ts";
import { parseBrief } from "../../../lib/core/brief/parse-brief.ts";
import { writeBrief, type BriefBeginning } from "../../../lib/core/new-brief/write-brief.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { oneLine } from "../../../lib/core/text/one-line.ts";
import { trickyText } from "../support/tricky-text.ts";

const beginning: BriefBeginning = {
  title: "The deadline",
  question: "Who must leave?",
  authors: [{ given: "Amina", family: "Shah" }],
  topics: ["law"],
  date: "2026-03-05",
};

function written(more: Partial<BriefBeginning> = {}, siteLanguage = "en"): string {
  const made = writeBrief("the-deadline", { ...beginning, ...more }, siteLanguage);
  if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
  return made.text;
}

const read = (text: string) => parseBrief("the-deadline", new FileText("briefs/the-deadline.md", text), "en");

test("a new brief is a draft without a citation and without a problem", () => {
  const { brief, problems } = read(written());
  expect(problems).toEqual([]);
  expect(brief.citations).toEqual([]);
  expect(brief.meta).toMatchObject({ ...beginning, status: "draft" });
  expect(brief.headings.map(({ text }) => text)).toEqual([
    "The question",
    "Evidence",
    "Options",
    "Recommendation",
    "What would change our mind",
  ]);
});

test.each([
  ["Urdu where the brief is in Urdu", { language: "ur" }, "en", "شواہد"],
  ["Urdu where the site is", {}, "ur-PK", "شواہد"],
  ["English where the brief is, on an Urdu site", { language: "en" }, "ur", "Evidence"],
  ["English in a language that is not known", { language: "fr" }, "ur", "Evidence"],
])("its headings are in %s", (_, more, site, heading) => {
  const { brief, problems } = read(written(more, site));
  expect(problems).toEqual([]);
  expect(brief.headings[1]?.text).toBe(heading);
});

test.each(["en", "ur"])("published as it is, each of its places is a problem: %s", (language) => {
  const text = written({ language }).replace("status: draft", "status: published");
  const lines = text.split("\n");
  const opening = placeholderOpenings.get(language) ?? "none";
  const expected = lines.flatMap((line, index) =>
    line.includes(opening) ? [`${index + 1}:${line.indexOf(opening) + 1} brief-written`] : [],
  );
  expect(expected).toHaveLength(6);
  const { problems } = read(text);
  expect(problems.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`)).toEqual(expected);
});

describe("a place is found", () => {
  test.each([
    ["where an editor broken the line in it", "(To be\nwritten: x)", ["8:1"]],
    ["in a list, in quotation and in a note", "- (To be written:)\n\n> a (To be written: b)\n\nx[^1]\n\n[^1]: (To be written: c)", ["8:3", "10:5", "14:7"]], // prettier-ignore
    ["in no code", "`(To be written: x)`\n\n```\n(To be written: y)\n```\n\nTo be written: z", []],
  ])("%s", (_, body, places) => {
    const head = "---\ntitle: T\nsummary: S\nauthors: [{ literal: A }]\ndate: 2026-03-05\nstatus: withdrawn\n---\n";
    const found = read(head + body).problems.filter(({ rule }) => rule === "brief-written");
    expect(found.map(({ place }) => `${place.line}:${place.column}`)).toEqual(places);
  });
});

test("whatever is typed is read again as it was typed, on one line", () => {
  fc.assert(
    fc.property(trickyText, trickyText, (title, question) => {
      const made = writeBrief("a", { ...beginning, title, question, summary: question, audience: title }, "en");
      fc.pre(oneLine(title) !== "" && oneLine(question) !== "");
      if (made.kind === "refused") throw new Error(made.reasons.join("\n"));
      const { meta } = read(made.text).brief;
      // The front matter takes off white space at the ends that JavaScript knows as such.
      expect([meta.title, meta.question, meta.summary]).toEqual([title, question, question].map((text) => oneLine(text).trim())); // prettier-ignore
    }),
  );
});

test.each([
  ["a day that does not exist", { date: "2026-02-30" }, 'date: "2026-02-30" is not a day that exists.'],
  ["a topic that is no slug", { topics: ["Refugee law"] }, "Write refugee-law."],
  ["a language that is none", { language: "persian" }, '"persian" is not a language tag.'],
  ["a brief without authors", { authors: [] }, "Name at least one author."],
])("%s is refused with what to write", (_, more, reason) => {
  const made = writeBrief("a", { ...beginning, ...more }, "en");
  expect(made.kind === "refused" ? made.reasons.join(" ") : made.text).toContain(reason);
});
