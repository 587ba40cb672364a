import { describe, expect, test } from "vitest";
import type { Citation } from "../../../lib/core/brief/citation.ts";
import { checkCitation } from "../../../lib/core/catalog/check-citation.ts";
import type { Placing } from "../../../lib/core/catalog/check-locks.ts";
import { formatProblem } from "../../../lib/core/problem.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { briefFrom, sourceFrom } from "../support/documents.ts";

const report = sourceFrom("About 1.3 million people left.\n\nThe deadline is\n\n31 March.\n\nNobody was asked.").source;
const opinion = sourceFrom("They should go.", { grade: "opinion" }, "column").source;
const digest = sourceFrom("Our words.", { rights: "digest" }, "digest").source;
const closed = sourceFrom("Their words.", { rights: "metadata-only" }, "closed").source;
const excerpt = sourceFrom("Their words.", { rights: "excerpt" }, "excerpt").source;
const marked = sourceFrom(
  "A claim.\n\nA fact.",
  { paragraphs: '{ "1": { uses: [opinion, disputes] } }' },
  "marked",
).source;
const library = new Map<string, Source>(
  [report, opinion, digest, closed, excerpt, marked].map((source) => [source.id, source]),
);

/** Where a citation stands that no lock says anything of. */
function asWritten({ request }: Citation): Placing {
  return { kind: "placed", pinpoint: request.pinpoint, moves: [] };
}

/** What checking the first citation of a body finds: how far it is verified, or its problems. */
function check(body: string): string | string[] {
  const { brief, problems } = briefFrom(body);
  const [citation] = brief.citations;
  if (!citation || problems.length > 0) throw new Error(`not one sound citation: ${body}`);
  const outcome = checkCitation(citation, library, asWritten(citation));
  return outcome.verified ? outcome.verified.verification : outcome.problems.map(formatProblem);
}

describe("a citation that holds says how far it was checked", () => {
  test.each([
    ["a paraphrase", 'A{% cite "report", 1 %}', "paraphrase"],
    ["a quotation, letter for letter", 'A{% cite "report", 1, quote="1.3 million people" %}', "verbatim"],
    [
      "a quotation, but for typography",
      'A{% cite "report", 1, quote="1.3\u00ADmillion" %}'.replace("\u00AD", " "),
      "verbatim",
    ],
    [
      "a quotation over two paragraphs that follow each other",
      'A{% cite "report", "2-3", quote="deadline is 31 March" %}',
      "verbatim",
    ],
    ["a quotation in the second part of a list", 'A{% cite "report", "1, 4", quote="Nobody" %}', "verbatim"],
    ["a transclusion", '{% quote "report", 1 %}', "transcluded"],
    ["a transclusion of an excerpt", '{% quote "excerpt", 1 %}', "transcluded"],
    ["a digest", 'A{% cite "digest", 1 %}', "digest"],
    ["a source whose text is withheld", 'A{% cite "closed", 1 %}', "paraphrase"],
    ["a quotation from a source whose text is withheld", 'A{% cite "closed", 1, quote="Their words" %}', "verbatim"],
    ["opinion, cited as such", 'A{% cite "column", 1, as="opinion" %}', "paraphrase"],
    ["opinion that disputes", 'A{% cite "column", 1, as="disputes" %}', "paraphrase"],
    ["opinion for context", 'A{% cite "column", 1, as="context" %}', "paraphrase"],
    ["a paragraph used as it may be", 'A{% cite "marked", 1, as="disputes" %}', "paraphrase"],
    ["a paragraph beside one with restricted uses", 'A{% cite "marked", 2 %}', "paraphrase"],
  ])("%s", (_, body, expected) => {
    expect(check(body)).toBe(expected);
  });
});

const at = "briefs/a-brief.md:8:";

describe("a citation that does not hold", () => {
  test.each([
    [
      "names no source there is",
      'A{% cite "reprot", 1 %}',
      `${at}10  source-exists  There is no source "reprot". Write "report".`,
    ],
    [
      "names no source like any",
      'A{% cite "un-2025", 1 %}',
      `${at}10  source-exists  There is no source "un-2025". Add sources/un-2025.md, or cite a source there is.`,
    ],
    [
      "names a source with the ending of its file",
      'A{% cite "report.md", 1 %}',
      `${at}10  source-exists  There is no source "report.md". Write "report", without the ending.`,
    ],
    [
      "names a paragraph with a zero before it",
      'A{% cite "report", "01" %}',
      `${at}20  pinpoint-exists  There is no paragraph 01 in "report"; it has 1–4. Write 1.`,
    ],
    [
      "quotes words that are made to read otherwise",
      'A{% cite "report", 1, quote="1.3\u202E million" %}',
      `${at}29  citation-arguments  quote= can be made to read otherwise than it is written. Take the invisible direction mark U+202E out.`,
    ],
    [
      "has a remark that is made to read otherwise",
      'A{% cite "report", 1, note="\u2067so" %}',
      `${at}2  citation-arguments  note= can be made to read otherwise than it is written. Take the invisible direction mark U+2067 out.`,
    ],
    [
      "quotes at great length what is nowhere",
      `A{% cite "report", 4, quote="${"xylophone ".repeat(5000)}" %}`,
      `${at}29  quotation-matches  "${"xylophone ".repeat(8).trim()}…" is not in ¶4 of "report". Copy the words from the source: it begins "Nobody was asked.".`,
    ],
    [
      "names a source no file could have",
      'A{% cite "../../etc", 1 %}',
      `${at}10  source-exists  There is no source "../../etc". Add sources/<id>.md, or cite a source there is.`,
    ],
    [
      "names a paragraph past the end",
      'A{% cite "report", 19 %}',
      `${at}20  pinpoint-exists  There is no paragraph 19 in "report"; it has 1–4. Nearest: 4.`,
    ],
    [
      "names a paragraph unlike any",
      'A{% cite "report", "Annex" %}',
      `${at}20  pinpoint-exists  There is no paragraph Annex in "report"; it has 1–4. Write one of those.`,
    ],
    [
      "has a range backwards",
      'A{% cite "report", "3-1" %}',
      `${at}20  pinpoint-order  In "report", ¶3 stands after ¶1. Write "1-3".`,
    ],
    [
      "takes opinion for support",
      'A{% cite "column", 1 %}',
      `${at}2  opinion-never-supports  "column" is opinion, which supports no claim. Add as="opinion", or as="disputes", "qualifies" or "context".`,
    ],
    [
      "takes opinion for support in so many words",
      'A{% cite "column", 1, as="supports" %}',
      `${at}26  opinion-never-supports  "column" is opinion, which supports no claim. Add as="opinion", or as="disputes", "qualifies" or "context".`,
    ],
    [
      "transcludes opinion as support",
      '{% quote "column", 1 %}',
      `${at}1  opinion-never-supports  "column" is opinion, which supports no claim. Add as="opinion", or as="disputes", "qualifies" or "context".`,
    ],
    [
      "uses a paragraph as it may not be",
      'A{% cite "marked", "1-2" %}',
      `${at}2  use-allowed  ¶1 of "marked" may not be cited as "supports". Write as="opinion" or as="disputes", or cite another paragraph.`,
    ],
    [
      "quotes a digest",
      'A{% cite "digest", 1, quote="Our words" %}',
      `${at}29  quotation-allowed  "digest" is a digest: its words are ours, not the source's, and cannot be quoted. Take out quote=.`,
    ],
    [
      "transcludes a digest",
      '{% quote "digest", 1 %}',
      `${at}20  quotation-allowed  "digest" is a digest: its words are ours, not the source's, and cannot be quoted. Cite it with {% cite %} and say it in your own words.`,
    ],
    [
      "transcludes what may not be shown",
      '{% quote "closed", 1 %}',
      `${at}20  quotation-allowed  The text of "closed" may not be shown (rights: metadata-only). Cite it with {% cite %} and say it in your own words.`,
    ],
    [
      "misspells the words it quotes",
      'A{% cite "report", 1, quote="about 1.3 milion" %}',
      `${at}29  quotation-matches  "about 1.3 milion" is not in ¶1 of "report"; there stands "About 1.3 million". Write quote="About 1.3 million".`,
    ],
    [
      "quotes part of a number",
      'A{% cite "report", 1, quote="3 million" %}',
      `${at}29  quotation-matches  "3 million" is not in ¶1 of "report"; there stands "1.3 million". Write quote="1.3 million".`,
    ],
    [
      "quotes words of another paragraph",
      'A{% cite "report", 1, quote="Nobody was asked" %}',
      `${at}29  quotation-matches  "Nobody was asked" is in ¶4 of "report", not in ¶1. Write {% cite "report", "4", quote="Nobody was asked" %}.`,
    ],
    [
      "quotes words that are nowhere",
      'A{% cite "report", 4, quote="xylophone quartz" %}',
      `${at}29  quotation-matches  "xylophone quartz" is not in ¶4 of "report". Copy the words from the source: it begins "Nobody was asked.".`,
    ],
  ])("%s", (_, body, expected) => {
    expect(check(body)).toEqual([expected]);
  });

  test("quotes from one paragraph into another that does not follow it", () => {
    expect(check('A{% cite "report", "2, 4", quote="deadline is Nobody" %}')).toEqual([
      expect.stringContaining('quotation-matches  "deadline is Nobody" is not in ¶2, 4 of "report"') as string,
    ]);
  });

  test("is told all that is wrong with it", () => {
    const found = check('A{% cite "column", 1, quote="They must go" %}');
    expect(found).toEqual([
      expect.stringContaining("opinion-never-supports") as string,
      expect.stringContaining(
        'quotation-matches  "They must go" is not in ¶1 of "column"; there stands "They should go"',
      ) as string,
    ]);
  });

  test("is offered words whose quotation marks are escaped for the tag", () => {
    const quoting = sourceFrom('He said "no never" twice.').source;
    const [citation] = briefFrom("A{% cite 'report', 1, quote='said \"no nevr\"' %}").brief.citations;
    const outcome = citation && checkCitation(citation, new Map([["report", quoting]]), asWritten(citation));
    expect(outcome?.verified === undefined && outcome?.problems[0]?.message).toContain('Write quote="said \\"no never');
  });
});
