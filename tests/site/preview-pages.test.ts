import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openProject, type Project } from "../../lib/site/project.ts";
import { Preview } from "../../lib/site/preview.ts";
import { previewByEleventy } from "../support/eleventy-preview.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { htmlPages } from "../support/html-page.ts";
import { changes, editing, removing, source, writing, type Change } from "../support/library-changes.ts";
import { differing } from "../support/site-contents.ts";
import { copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { edit } from "../support/two-sites.ts";

/** A project of its own in a style, with a preview that has been shown. */
function preview(style: string) {
  const opened: { copy: SiteCopy; project: Project; warm: Preview } = {} as never;
  beforeAll(async () => {
    const copy = copyProject(fixtureFolder("styles"));
    edit(copy, ".eleventy.ts", 'style: "pincite"', `style: "${style}"`);
    const project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
    Object.assign(opened, { copy, project, warm: new Preview(project) });
    await opened.warm.update();
    await opened.warm.finish();
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
  await warm.finish();
  const served = htmlPages(warm.folder);
  await previewByEleventy(project);
  return { before, served, cold: htmlPages(warm.folder) };
}

/** Pages that are not the same, or that only one of the two has. */
describe("a save in the preview gives the pages that a new preview has, in the APA’s style, after", () => {
  const opened = preview("apa");
  test.each(changes)("%s", async (_, change) => {
    const { before, served, cold } = await afterSaving(opened, change);
    expect(differing(served, cold)).toEqual([]);
    expect(differing(before, served)).not.toEqual([]);
  });
});

test("a run that fails is made again with the next save, until it succeeds", async () => {
  const copy = copyProject(fixtureFolder("styles"));
  const project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
  const warm = new Preview(project);
  await warm.update();
  await warm.finish();
  edit(copy, "layouts/own/notes.njk", "<h1>{{ title }}", "<h1>{{ title | noFilter }}");
  await expect(warm.update()).rejects.toThrow();
  edit(copy, "briefs/repeats.md", "The figures grew", "The figures rose");
  await expect(warm.update()).rejects.toThrow();
  edit(copy, "layouts/own/notes.njk", " | noFilter }}", " }}");
  await warm.update();
  await warm.finish();
  const served = htmlPages(warm.folder);
  await previewByEleventy(project);
  expect(differing(served, htmlPages(warm.folder))).toEqual([]);
  removeCopy(copy);
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
