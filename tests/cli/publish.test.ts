import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordPath } from "../../lib/core/publish/site-record.ts";
import { expectWhole } from "../support/expect-site.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { runCommand } from "../support/run-command.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { keys, openTerminal } from "../support/terminal.ts";
import { filesBelow, hashTree } from "../support/tree.ts";

/** One project for all tests, in the order in which they stand. */
let copy: SiteCopy;

beforeAll(() => {
  copy = copyProject(fixtureFolder("published"));
});

afterAll(() => {
  removeCopy(copy);
});

const www = () => join(copy.root, "www");
const publish = (...args: readonly string[]) => runCommand("publish", "folder", ...commandLine(copy), ...args);
const contents = (folder: string) =>
  new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file))]));

test("a dry run says what would change and be done, and does none of it", async () => {
  const { code, stdout } = await publish("--dry-run");
  expect(code).toBe(0);
  expect(stdout).toContain("folder holds no site that is known: ");
  expect(stdout).toMatch(/write {3}releases\/[0-9a-f]{16}\/briefs\/harbour\/index\.html\n/);
  expect(stdout).toMatch(/switch {2}current → releases\/[0-9a-f]{16}\n$/);
  expect(existsSync(www())).toBe(false);
});

test("where nobody can be asked, nothing is deployed without --yes", async () => {
  const { code, stderr } = await publish();
  expect([code, stderr]).toEqual([1, "Still to be given: --yes. Nothing was deployed.\n"]);
  expect(existsSync(www())).toBe(false);
});

test.each([
  ["Ctrl-C", [keys.ctrlC]],
  ["no", ["n"]],
])("%s at the question deploys nothing", async (_, pressed) => {
  const terminal = openTerminal("publish", ["folder", ...commandLine(copy)]);
  await terminal.saying("Publish this to folder?");
  terminal.press(...pressed);
  expect(await terminal.ended).toBe(1);
  expect(terminal.text()).toContain("Stopped. Nothing was deployed.");
  expect(existsSync(www())).toBe(false);
});

test("a yes deploys the site and proves it", async () => {
  const terminal = openTerminal("publish", ["folder", ...commandLine(copy)]);
  await terminal.saying("Publish this to folder?");
  terminal.press("y");
  await terminal.saying("Published and proved at");
  expect(await terminal.ended).toBe(0);
  expectWhole(contents(`${www()}/current`), copy.dist);
});

test("what changes for readers is told, and what does not, too", async () => {
  const same = await publish("--yes");
  expect(same.code).toBe(0);
  expect(same.stdout).toContain("Nothing changes for readers.");
  appendFileSync(join(copy.root, "sources/survey.md"), "\nIt is lit at night.\n");
  const next = await publish("--yes");
  expect(next.code).toBe(0);
  expect(next.stdout).toContain("  /sources/survey/  Survey of the harbour\n");
  expectWhole(contents(`${www()}/current`), copy.dist);
});

test("a record that was damaged is told of, and the next publish mends it", async () => {
  writeFileSync(join(www(), "current", recordPath), "{");
  const { code, stdout } = await publish("--yes");
  expect(code).toBe(0);
  expect(stdout).toContain("The record of the last publish to folder cannot be read.");
  expectWhole(contents(`${www()}/current`), copy.dist);
});

test(
  "what would be deployed can be put into a folder, which is replaced only while nothing else is in it",
  { timeout: 600_000 },
  async () => {
    const prepared = join(copy.root, "prepared");
    const { code, stdout } = await publish("--prepare", prepared);
    expect(code).toBe(0);
    expect(stdout).toMatch(/its record has the SHA-256 [0-9a-f]{64}\.\n$/);
    expectWhole(contents(prepared), copy.dist);
    expect((await publish("--prepare", prepared)).code).toBe(0);
    writeFileSync(join(prepared, "notes.txt"), "Mine.");
    const before = hashTree(prepared);
    const refused = await publish("--prepare", prepared);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`${prepared} holds notes.txt, which Pincite did not put there.`);
    expect(hashTree(prepared)).toBe(before);
  },
);
