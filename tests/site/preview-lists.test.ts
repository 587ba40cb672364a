import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openProject, type Project } from "../../lib/site/project.ts";
import { Preview } from "../../lib/site/preview.ts";
import { unitOf } from "../../lib/site/reuse/kept-units.ts";
import { previewByEleventy } from "../support/eleventy-preview.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { editing, removing, writing, type Change } from "../support/library-changes.ts";
import { manyBrief, writeManyDocuments } from "../support/many-documents.ts";
import { contentsOf } from "../support/site-contents.ts";
import { copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

const sizes = { briefs: 53, sources: 101 };
let copy: SiteCopy;
let project: Project;
let warm: Preview;

/** Two pages of briefs, of their topic and of sources, and a brief below which those of briefs lie. */
beforeAll(async () => {
  copy = copyProject(fixtureFolder("urdu"));
  for (const folder of ["briefs", "sources"]) rmSync(join(copy.root, folder), { recursive: true });
  writeManyDocuments(copy.root, "en", sizes);
  renameSync(join(copy.root, "briefs/brief-3.md"), join(copy.root, "briefs/page.md"));
  project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
  warm = new Preview(project);
  await warm.update();
  await warm.finish();
});

afterAll(() => {
  removeCopy(copy);
});

const lists = ["briefs/", "briefs/page/2/", "topics/ports/page/2/", "sources/", "sources/page/2/"];
/** When the lists were written last. */
const written = () =>
  new Map(
    lists
      .map((path): [string, string] => [path, join(warm.folder, path, "index.html")])
      .filter(([, file]) => existsSync(file))
      .map(([path, file]) => [path, statSync(file).mtimeMs]),
  );

describe("lists of several pages are as a new preview has them, and no page is made again for nothing, after", () => {
  test.each<[string, Change, string[]]>([
    ["nothing", () => undefined, []],
    // What it cites is cited less often, too.
    ["the brief called “page” goes", removing("briefs/page.md"), ["briefs/", "briefs/page/2/", "topics/ports/page/2/", "sources/"]],
    ["a sentence of the newest brief is another", editing("briefs/brief-27.md", "It is so.", "So it is."), ["briefs/"]],
    ["a brief comes first", writing("briefs/new.md", manyBrief(0, "en", sizes.sources).replace("2026-01-01", "2026-03-01").replaceAll(/\{%.*?%\}/g, "")), ["briefs/", "briefs/page/2/", "topics/ports/page/2/"]],
    ["a source that stands on the second page has another title", editing("sources/source-99.md", "Elections 99", "Elections, again"), ["sources/page/2/"]],
    ["one page of briefs is left", ({ root }) => { for (const at of [40, 41, 42, 43]) rmSync(join(root, `briefs/brief-${at}.md`)); }, ["briefs/", "sources/"]],
  ])("%s", async (_, change, expected) => {
    const before = written();
    change(copy);
    const { problems } = await warm.update();
    expect(problems).toEqual([]);
    await warm.finish();
    const after = written();
    const served = contentsOf(warm.folder);
    expect([...after.keys()].filter((path) => after.get(path) !== before.get(path))).toEqual(expected);
    await previewByEleventy(project);
    const cold = contentsOf(warm.folder);
    const differing = [...new Set([...served.keys(), ...cold.keys()])].filter((path) => served.get(path) !== cold.get(path));
    expect(differing).toEqual([]);
  });
}); // prettier-ignore

test("a preview is there before its pages are, and makes first what is asked for", async () => {
  const early = new Preview(project);
  await early.update();
  const file = (path: string) => join(early.folder, path, "index.html");
  expect(existsSync(file("briefs/brief-7"))).toBe(false);
  await early.make("/briefs/brief-7/");
  expect(existsSync(file("briefs/brief-7"))).toBe(true);
  expect(existsSync(file("briefs/brief-8"))).toBe(false);
  await early.make("/sources/page/2/index.html");
  expect(existsSync(file("sources/page/2"))).toBe(true);
  expect(await early.finish()).toBe(true);
  expect(existsSync(file("briefs/brief-8"))).toBe(true);
});

test.each([
  ["briefs/page/index.html", "briefs/page"],
  ["briefs/page/2/index.html", ""],
  ["topics/law/page/2/index.html", "topics/law"],
  ["topics/page/page/2/index.html", "topics/page"],
  ["topics/page/2/index.html", ""],
  ["libraries/other/udhr/index.html", "libraries/other/udhr"],
])("a build takes %s for a file of the unit %j", (path, unit) => {
  expect(unitOf(path)).toBe(unit);
});
