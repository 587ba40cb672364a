import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { runCommand } from "../support/run-command.ts";
import { buildCopy, commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { hashTree } from "../support/tree.ts";

/** A published site, and the record of what it cites. */
let copy: SiteCopy;
let lock: string;
let text: string;

const path = (name: string) => join(copy.root, name);
const build = () => runCommand("build", ...commandLine(copy));
const edit = (name: string, from: string, to: string) => {
  writeFileSync(path(name), readFileSync(path(name), "utf8").replaceAll(from, to));
};

beforeAll(async () => {
  copy = copyProject(fixtureFolder("drift"));
  await buildCopy(copy);
  lock = readFileSync(path("sources/survey.lock.json"), "utf8");
  text = readFileSync(path("sources/survey.md"), "utf8");
});

afterAll(() => {
  removeCopy(copy);
});

beforeEach(() => {
  writeFileSync(path("sources/survey.lock.json"), lock);
  writeFileSync(path("sources/survey.md"), text);
});

test("a lock that was deleted is not begun anew with other words", async () => {
  rmSync(path("sources/survey.lock.json"));
  edit("sources/survey.md", "nine", "eight");
  const before = [hashTree(path("sources")), hashTree(copy.dist)];
  const { code, stderr } = await build();
  expect(code).toBe(1);
  expect(stderr).toBe(
    `sources/survey.lock.json:1:1  lock-kept  This lock is gone: the published /briefs/depth/ cites "survey", and without a record nobody would be told where its words have changed. Take the file back from version control; if all is to be recorded anew, move the published site, ${copy.dist}, away first.

1 problem.
Nothing was published; dist is as it was.
`,
  );
  expect([hashTree(path("sources")), hashTree(copy.dist)]).toEqual(before);
});

test("an update begins no such lock either", async () => {
  rmSync(path("sources/survey.lock.json"));
  edit("sources/survey.md", "nine", "eight");
  writeFileSync(path("newer.txt"), "The depth of the channel is seven metres at the lowest tide.\n");
  const before = hashTree(path("sources"));
  const { code, stderr } = await runCommand("update", "survey", path("newer.txt"), "--yes", "--root", copy.root);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^sources\/survey\.lock\.json:1:1 {2}lock-kept .*\nNothing was written\.\n$/),
  ]);
  expect(hashTree(path("sources"))).toEqual(before);
});

test("with the lock back, or the published site moved away, the build goes on", async () => {
  await buildCopy(copy);
  rmSync(path("sources/survey.lock.json"));
  renameSync(copy.dist, path("kept"));
  await buildCopy(copy);
});

test("a lock that was deleted is not begun anew under another name of its source", async () => {
  await buildCopy(copy);
  const renaming = await runCommand("rename", "survey", "poll", "--kind", "source", "--yes", "--root", copy.root);
  expect(renaming.code).toBe(0);
  rmSync(path("sources/poll.lock.json"));
  const { code, stderr } = await build();
  expect(stderr).toMatch(/^sources\/poll\.lock\.json:1:1 {2}lock-kept {2}This lock is gone/);
  expect(code).toBe(1);
});
