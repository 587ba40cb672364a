import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openProject, type Project } from "../../lib/site/build-site.ts";
import { Preview } from "../../lib/site/preview.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { htmlPages } from "../support/html-page.ts";
import { copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { edit } from "../support/two-sites.ts";

const source = (title: string, more = "") =>
  `---\ntype: report\ntitle: ${title}\nauthor: [{ literal: Refugee Office }]\nissued: "2025-02-01"\n${more}language: en\ngrade: primary\nrights: full-text\npermission: Ours.\nnumbering: ours\n---\n\nOne.\n\nTwo.\n`;
const brief = (title: string, body: string) =>
  `---\ntitle: ${title}\nsummary: S.\nauthors: [{ literal: Test }]\ndate: 2026-03-05\ntopics: [ports]\nstatus: published\n---\n\n${body}\n`;

type Change = (copy: SiteCopy) => void;
const writing =
  (path: string, text: string): Change =>
  ({ root }) => {
    writeFileSync(join(root, path), text);
  };
const editing =
  (path: string, from: string, to: string): Change =>
  (copy) => {
    edit(copy, path, from, to);
  };
const removing =
  (path: string): Change =>
  ({ root }) => {
    rmSync(join(root, path));
  };

/** One after the other: each follows on those before. */
const changes: readonly (readonly [name: string, change: Change])[] = [
  ["a second work of the same authors and year", writing("sources/second.md", source("A first update"))],
  ["a third, before the others", writing("sources/third.md", source("A draft of an update"))],
  ["another title of one of them", editing("sources/third.md", "A draft of an update", "The last update")],
  ["another year of it", editing("sources/third.md", "2025-02-01", "2024-02-01")],
  ["other authors of it", editing("sources/second.md", "Refugee Office", "Harbour Office")],
  ["the title of a source that is cited", editing("sources/update.md", "title: Pakistan Update", "title: Update on Pakistan")],
  ["a short title", editing("sources/update.md", "title: Update on Pakistan", "title: Update on Pakistan\ntitle-short: Update")],
  ["no short title", editing("sources/update.md", "title-short: Update\n", "")],
  ["a note between two of one source", editing("briefs/repeats.md", "The figures grew,", 'The judges,{% cite "begum", 2 %} and the figures grew,')],
  ["a note of the author's own between two", editing("briefs/urdu.md", "تعداد بڑھ گئی۔", "تعداد بڑھ گئی۔^[Ours.]")],
  ["another order of notes", editing("briefs/repeats.md", "Cards lapsed in June.", 'As a novel has it,{% cite "sarhad", 1 %} cards lapsed in June.')],
  ["the title of a brief", editing("briefs/repeats.md", "title: Cited again", "title: Cited once more")],
  ["another relation", editing("briefs/repeats.md", 'as="qualifies"', 'as="disputes"')],
  ["a brief", writing("briefs/third.md", brief("A third brief", 'It says so.{% cite "third", 1 %} And [again](/briefs/repeats/).{% cite "update", 1, as="disputes" %}'))],
  ["its topic and its authors", editing("briefs/third.md", "topics: [ports]\n", "topics: [harbours, refugees]\nquestion: What then?\n")],
  ["a translation", writing("sources/begum-ur.md", source("بیگم", "translationOf: begum\n").replace("language: en", "language: ur").replace("2025-02-01", "2018"))],
  ["a second translation", writing("sources/begum-fr.md", source("Begum, en français", "translationOf: begum\n").replace("language: en", "language: fr").replace("2025-02-01", "2019"))],
  ["the title of the original", editing("sources/begum.md", "Special Appeals Commission", "Appeals Commission")],
  ["a translation that goes", removing("sources/begum-ur.md")],
  ["words of a cited source that nobody cites", editing("sources/update.md", "The office asked for time.\n", "The office asked for time.\n\nThe last word.\n")],
  ["a withdrawn brief", editing("briefs/third.md", "status: published", "status: withdrawn\nwithdrawn: { date: 2026-03-06, reason: Wrong. }")],
  ["a brief that goes", removing("briefs/third.md")],
  ["a source that goes", removing("sources/third.md")],
]; // prettier-ignore

/** A project of its own in a style, with a preview that has been shown. */
function preview(style: string) {
  const opened: { copy: SiteCopy; project: Project; warm: Preview } = {} as never;
  beforeAll(async () => {
    const copy = copyProject(fixtureFolder("styles"));
    edit(copy, ".eleventy.ts", 'style: "pincite"', `style: "${style}"`);
    const project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
    Object.assign(opened, { copy, project, warm: new Preview(project) });
    await opened.warm.update();
  });
  afterAll(() => {
    removeCopy(opened.copy);
  });
  return opened;
}

/** What is served after a save, and what would be if the preview were begun then. */
async function afterSaving({ copy, project, warm }: ReturnType<typeof preview>, change: Change) {
  const before = htmlPages(warm.folder);
  change(copy);
  const { problems } = await warm.update();
  expect(problems).toEqual([]);
  const served = htmlPages(warm.folder);
  await new Preview(project).update();
  return { before, served, cold: htmlPages(warm.folder) };
}

/** Pages that are not the same, or that only one of the two has. */
function differing(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...new Set([...some.keys(), ...others.keys()])].filter((path) => some.get(path) !== others.get(path));
}

describe("a save in the preview gives the pages that a new preview has, in the APA’s style, after", () => {
  const opened = preview("apa");
  test.each(changes)("%s", async (_, change) => {
    const { before, served, cold } = await afterSaving(opened, change);
    expect(differing(served, cold)).toEqual([]);
    expect(differing(before, served)).not.toEqual([]);
  });
});

describe("the same with a style of the project’s own, after", () => {
  const opened = preview("styles/house.csl");
  test.each<[string, Change, string[]]>([
    ["the style", editing("styles/house.csl", "see note ", "above, note "), ["briefs/repeats/index.html"]],
    [
      "the style, in what readers copy",
      editing("styles/house.csl", '<text variable="URL"/>', '<text variable="publisher"/>'),
      ["sources/sarhad/index.html", "sources/update/index.html", "briefs/repeats/index.html"],
    ],
    ["a locale", editing("styles/locales-en-GB.xml", "the same", "likewise"), ["briefs/repeats/index.html"]],
    [
      "a second work of the same authors",
      writing("sources/second.md", source("A first update")),
      ["sources/index.html"],
    ],
    ["no style", removing("styles/house.csl"), []],
  ])("%s", async (_, change, expected) => {
    if (expected.length === 0) {
      change(opened.copy);
      const { problems } = await opened.warm.update();
      expect(problems.map(({ rule }) => rule)).toEqual(["citation-style"]);
      return;
    }
    const { before, served, cold } = await afterSaving(opened, change);
    expect(differing(served, cold)).toEqual([]);
    expect(differing(before, served)).toEqual(expect.arrayContaining(expected));
  });
});
