import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildIfChanged } from "../../lib/site/build-if-changed.ts";
import type { BuildOptions } from "../../lib/site/build-site.ts";
import { openProject, type Project } from "../../lib/site/project.ts";
import { fileState } from "../../lib/site/reuse/file-state.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { changes, editing, writing, type Change } from "../support/library-changes.ts";
import { contentsOf, differing } from "../support/site-contents.ts";
import { copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";
import { edit } from "../support/two-sites.ts";

let copy: SiteCopy;
let elsewhere: string;
let project: Project;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("styles"));
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), "pincite-fresh-")));
  edit(copy, ".eleventy.ts", 'style: "pincite"', 'style: "apa"');
  mkdirSync(join(elsewhere, "linked"));
  writeFileSync(join(elsewhere, "linked/data.json"), "1");
  symlinkSync(join(elsewhere, "linked"), join(copy.root, "linked"), "junction");
  project = await openProject(copy.root, copy.dist, { frozen: false, today: "2026-03-05" });
  await build();
});

afterAll(() => {
  removeCopy(copy);
  rmSync(elsewhere, { recursive: true });
});

/** How many folders of documents a build made, and how many there are; infinitely many where it did nothing. */
async function build(options: Partial<BuildOptions> = {}, dist = copy.dist): Promise<{ made: number; all: number }> {
  let made = -1;
  let all = -1;
  const outcome = await buildIfChanged({ ...project, dist }, { strict: false, ...options }, (stage, detail) => {
    const [, some, every] = /^(\d+) of (\d+) pages/.exec(detail) ?? [];
    if (stage === "render") [made, all] = [Number(some ?? -1), Number(every ?? -1)];
    if (stage === "unchanged") [made, all] = [0, Infinity];
  });
  expect(outcome.problems).toBeUndefined();
  return { made, all };
}

/** Build what is there, and the same in another place where nothing was built before. */
async function afterChange(change: Change) {
  change(copy);
  const counts = await build();
  const fresh = join(elsewhere, "dist");
  await build({ fresh: true }, fresh);
  return { counts, built: contentsOf(copy.dist), fresh: contentsOf(fresh) };
}

describe("a build that keeps what it can gives the same bytes as one that keeps nothing, after", () => {
  // The lock holds what these take away, and somebody has to decide on that before a build.
  const decided = ["words of a cited source that nobody cites", "a source that goes"];
  const more: [string, Change][] = [
    [
      "a source that goes with its lock",
      ({ root }) => {
        for (const ending of ["md", "lock.json"]) rmSync(join(root, `sources/third.${ending}`));
      },
    ],
    ["nothing", () => undefined],
    [
      "a letter that no page has shown before",
      editing("briefs/repeats.md", "Cited once more", "Cited once more in Łódź"),
    ],
    [
      "a page of the published site was changed by hand",
      ({ dist }) => {
        writeFileSync(join(dist, "sources/begum/index.html"), "Mine.");
      },
    ],
    [
      "a file was put beside one",
      ({ dist }) => {
        writeFileSync(join(dist, "sources/begum/mine.txt"), "Mine.");
      },
    ],
    [
      "all was written again as it was",
      ({ root }) => {
        utimesSync(join(root, "briefs/repeats.md"), new Date(), new Date());
      },
    ],
  ];
  test.each([...changes.filter(([name]) => !decided.includes(name)), ...more])("%s", async (_, change) => {
    const { counts, built, fresh } = await afterChange(change);
    expect(differing(built, fresh)).toEqual([]);
    expect(counts.made).toBeLessThan(counts.all);
  });
});

describe("a build does nothing when nothing was changed since the last one", () => {
  const nothing = { made: 0, all: Infinity };

  test("and says what that one said", async () => {
    await build();
    const stages: string[] = [];
    const first = await buildIfChanged(project, { strict: false, fresh: true }, () => undefined);
    const second = await buildIfChanged(project, { strict: false }, (stage) => stages.push(stage));
    expect(stages).toEqual(["unchanged"]);
    expect(second).toEqual(first);
  });

  test.each<[string, Change]>([
    [
      "a brief was written again",
      ({ root }) => {
        utimesSync(join(root, "briefs/repeats.md"), new Date(), new Date());
      },
    ],
    [
      "a lock was",
      ({ root }) => {
        utimesSync(join(root, "sources/begum.lock.json"), new Date(), new Date());
      },
    ],
    [
      "something was put into the published folder",
      ({ dist }) => {
        writeFileSync(join(dist, "mine.txt"), "Mine.");
      },
    ],
    [
      "the home page was changed by hand",
      ({ dist }) => {
        writeFileSync(join(dist, "index.html"), "Mine.");
      },
    ],
    [
      "a page was",
      ({ dist }) => {
        writeFileSync(join(dist, "sources/begum/index.html"), "Mine.");
      },
    ],
    [
      "search was",
      ({ dist }) => {
        rmSync(join(dist, "pagefind/pagefind.js"));
      },
    ],
    ["another file of the project is there", writing("notes.txt", "Mine.")],
    [
      "a file that the project links to is another",
      ({ root }) => {
        writeFileSync(join(elsewhere, "linked/data.json"), "2");
        expect(readFileSync(join(root, "linked/data.json"), "utf8")).toBe("2");
      },
    ],
  ])("but not when %s", async (_, change) => {
    expect(await build()).toEqual(nothing);
    change(copy);
    expect(await build()).not.toEqual(nothing);
    expect(await build()).toEqual(nothing);
  });

  test("nor on another day, nor when it is told to make all anew", async () => {
    expect(await build()).toEqual(nothing);
    const tomorrow = { ...project, circumstances: { frozen: false, today: "2026-03-06" } };
    const stages: string[] = [];
    for (const options of [{ strict: false, fresh: true }, { strict: false }])
      await buildIfChanged(options.fresh ? project : tomorrow, options, (stage) => stages.push(stage));
    expect(stages).not.toContain("unchanged");
  });
});

test("nothing is kept when the configuration is another", async () => {
  const { counts, built, fresh } = await afterChange(editing(".eleventy.ts", 'style: "apa"', 'style:  "apa"'));
  expect(counts).toEqual({ made: -1, all: -1 });
  expect(differing(built, fresh)).toEqual([]);
});

test("nor when the published site was moved away", async () => {
  const { counts, built, fresh } = await afterChange(({ dist }) => {
    renameSync(dist, join(elsewhere, "moved-away"));
  });
  expect(counts).toEqual({ made: -1, all: -1 });
  expect(differing(built, fresh)).toEqual([]);
});

test("nor when the record of the last build is damaged", async () => {
  writing(".pincite/built-dist.json", "{")(copy);
  expect(await build()).toEqual({ made: -1, all: -1 });
  const { made, all } = await build();
  expect(made).toBe(0);
  expect(all).toBeGreaterThan(5);
});

test("a build that stops has written into no file of the published site", async () => {
  await build();
  const states = () => filesBelow(copy.dist).map((path) => `${path} ${fileState(join(copy.dist, path))}`);
  const before = states();
  const text = readFileSync(join(copy.root, "briefs/urdu.md"), "utf8");
  writeFileSync(join(copy.root, "briefs/urdu.md"), `${text}\n[Nowhere](/nowhere/).\n`);
  const { problems } = await buildIfChanged(project, { strict: false }, () => undefined);
  expect(problems?.map(({ rule }) => rule)).toEqual(["link-resolves"]);
  expect(states()).toEqual(before);
  writeFileSync(join(copy.root, "briefs/urdu.md"), text);
  await build();
});

test("a link on a kept page to a place that is gone is found, whether the record is there or damaged", async () => {
  const leading = readFileSync(join(copy.root, "briefs/urdu.md"), "utf8");
  writeFileSync(join(copy.root, "briefs/urdu.md"), `${leading}\n[There](/briefs/repeats/#there).\n`);
  const led = readFileSync(join(copy.root, "briefs/repeats.md"), "utf8");
  writeFileSync(join(copy.root, "briefs/repeats.md"), `${led}\n## There\n\nWords.\n`);
  await build();
  edit(copy, "briefs/repeats.md", "## There", "## Elsewhere");
  const found = await buildIfChanged(project, { strict: false }, () => undefined);
  expect(found.problems?.map(({ place, rule }) => `${place.path} ${rule}`)).toEqual(["briefs/urdu.md link-resolves"]);
  writing(".pincite/built-dist.json", "{")(copy);
  expect(await buildIfChanged(project, { strict: false }, () => undefined)).toEqual(found);
  edit(copy, "briefs/repeats.md", "## Elsewhere", "## There");
  await build();
});
