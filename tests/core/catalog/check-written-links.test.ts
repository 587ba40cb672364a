import { expect, test } from "vitest";
import { checkWrittenLinks } from "../../../lib/core/catalog/check-written-links.ts";
import { parseBrief } from "../../../lib/core/brief/parse-brief.ts";
import { parseSource } from "../../../lib/core/source/parse-source.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";

const front = "---\ntitle: T\nsummary: S\nauthors: [{ literal: A }]\ndate: 2026-01-01\nstatus: published\n---\n";
const sourceText =
  "---\ntype: report\ntitle: S\nlanguage: en\ngrade: data\nrights: digest\nnumbering: ours\n---\n\nOne.\n\nTwo. {#14.1}\n";

test.each([
  ["a source's page", "/sources/survey/", undefined],
  ["a paragraph of it", "/sources/survey/#p14.1", undefined],
  ["the brief itself", "/briefs/harbour/#any-heading", undefined],
  ["another page of the site", "/library/", undefined],
  ["another site", "https://example.org/sources/none/", undefined],
  ["a source that is not there", "/sources/survei/", "there is no such page. Write /sources/survey/."],
  ["a brief that is not there", "/briefs/harbor/", "there is no such page. Write /briefs/harbour/."],
  ["a paragraph that is not there", "/sources/survey/#p14.2", "the source has no such paragraph. Write #p14.1."],
  ["a fragment that is no encoding", "/sources/survey/#p%ff", "the source has no such paragraph."],
])("a link to %s", (_, href, expected) => {
  const { brief } = parseBrief("harbour", new FileText("briefs/harbour.md", `${front}\nSee [it](${href}).\n`), "en");
  const { source } = parseSource("survey", new FileText("sources/survey.md", sourceText));
  const { problems, warnings } = checkWrittenLinks({
    records: new Map(),
    briefs: [brief],
    sources: new Map([["survey", source]]),
  });
  expect(warnings).toEqual([]);
  if (expected === undefined) expect(problems).toEqual([]);
  else {
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      place: { path: "briefs/harbour.md", line: 9, column: 10 },
      rule: "link-resolves",
    });
    expect(problems[0]?.message).toContain(expected);
  }
});
