import { cpSync, mkdtempSync, realpathSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { runCommand, type CommandName } from "../support/run-command.ts";
import { contentsOf, type SiteContents } from "../support/site-contents.ts";
import { copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { edit } from "../support/two-sites.ts";
import { filesBelow } from "../support/tree.ts";

let copy: SiteCopy;
let work: string;
let whole: SiteContents;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("styles"));
  work = realpathSync(mkdtempSync(join(tmpdir(), "pincite-parts-")));
  // Writes the locks; all others find them there.
  await pincite("build");
  whole = contentsOf(copy.dist);
});

afterAll(() => {
  removeCopy(copy);
  rmSync(work, { recursive: true });
});

const folder = (name: string) => join(work, name, "dist");

async function pincite(command: CommandName, ...args: string[]) {
  const run = await runCommand(command, "--root", copy.root, ...args);
  return { ...run, text: `${run.stdout}${run.stderr}` };
}

/** Make the parts of a site, in their own folders. @returns these. */
async function parts(of: number, name: string): Promise<string[]> {
  const folders = Array.from({ length: of }, (_, index) => folder(`${name}-${index + 1}-of-${of}`));
  for (const [index, path] of folders.entries()) {
    const { code, text } = await pincite("build", "--shard", `${index + 1}/${of}`, "--dist", path);
    expect({ code, text }).toEqual({
      code: 0,
      text: expect.stringContaining(`part ${index + 1} of ${of}: `) as string,
    });
  }
  return folders;
}

describe("the same bytes come of", () => {
  test.each([2, 3])("a build with %i processes", async (jobs) => {
    const dist = folder(`jobs-${jobs}`);
    const { code } = await pincite("build", "--jobs", String(jobs), "--dist", dist);
    expect(code).toBe(0);
    expect(contentsOf(dist)).toEqual(whole);
    expect(filesBelow(join(dist, "../.pincite"))).toEqual(["built-dist.json"]);
  });

  test.each([1, 2, 4])("%i parts, joined in any order, after they were taken elsewhere", async (of) => {
    const made = await parts(of, "there");
    const taken = made.map((path, index) => {
      const target = join(work, `taken-${index + 1}-of-${of}`);
      cpSync(path, target, { recursive: true });
      // As archives and other machines have it.
      for (const file of filesBelow(target)) utimesSync(join(target, file), 1_000_000_000, 1_000_000_000);
      return target;
    });
    const dist = folder(`joined-${of}`);
    const { code, stdout } = await pincite("join", ...taken.reverse(), "--dist", dist);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^render +0 of \d+ pages/m);
    expect(contentsOf(dist)).toEqual(whole);
  });

  test("parts of which one is missing: its pages are made where they are joined", async () => {
    const [first = ""] = await parts(2, "missing");
    const dist = folder("one-missing");
    const { code, stdout } = await pincite("join", first, "--dist", dist);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^render +[1-9]\d* of \d+ pages/m);
    expect(contentsOf(dist)).toEqual(whole);
  });
});

test("what a part has of another state of the library is not taken", async () => {
  const made = await parts(2, "old");
  edit(copy, "briefs/repeats.md", "title: Cited again", "title: Cited once more");
  try {
    const [joined, built] = [folder("of-old"), folder("of-new")];
    await pincite("join", ...made, "--dist", joined);
    await pincite("build", "--fresh", "--dist", built);
    expect(contentsOf(joined)).toEqual(contentsOf(built));
    expect(contentsOf(joined)).not.toEqual(whole);
  } finally {
    edit(copy, "briefs/repeats.md", "title: Cited once more", "title: Cited again");
  }
});

test("nor is a page of a part that was changed by hand", async () => {
  const made = await parts(2, "changed");
  for (const path of made)
    for (const file of filesBelow(path).filter((name) => name.endsWith("index.html"))) rmSync(join(path, file));
  const dist = folder("of-changed");
  const { stdout } = await pincite("join", ...made, "--dist", dist);
  expect(stdout).toMatch(/^render +pages with Eleventy/m);
  expect(contentsOf(dist)).toEqual(whole);
});

describe("what is asked for wrongly is said in one line", () => {
  test.each<[[CommandName, ...string[]], string]>([
    [["build", "--shard", "3/2"], "Write which part of how many, such as 2/4."],
    [["build", "--shard", "0/2"], "Write which part of how many, such as 2/4."],
    [["build", "--shard", "half"], "Write which part of how many, such as 2/4."],
    [["build", "--jobs", "0"], "Write a whole number from 1 to 256."],
    [["join"], "error: missing required argument 'part'"],
    [["join", tmpdir()], `${tmpdir()} holds no part of a site. Name a folder that pincite build --shard wrote.`],
  ])("%j", async ([command, ...args], message) => {
    const { code, stderr } = await pincite(command, ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(contentsOf(copy.dist)).toEqual(whole);
  });

  test("and a part is not made of a library with a problem", async () => {
    edit(copy, "briefs/repeats.md", '{% cite "begum", 1', '{% cite "begum", 99');
    const dist = folder("problem");
    const { code, stderr } = await pincite("build", "--shard", "1/2", "--dist", dist);
    expect(code).toBe(1);
    expect(stderr).toContain("No part was made.");
    expect(filesBelow(work).filter((path) => path.startsWith("problem/"))).toEqual([]);
  });
});
