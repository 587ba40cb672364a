import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { copyFixture } from "../support/fixture-site.ts";
import { runCommand } from "../support/run-command.ts";
import { buildCopy, type SiteCopy } from "../support/site-copy.ts";
import { keys, openTerminal } from "../support/terminal.ts";

let copy: SiteCopy;
beforeEach(() => {
  copy = copyFixture("drift");
});

const rename = (...args: string[]) => runCommand("rename", "--root", copy.root, ...args);
const files = () => ["briefs", "sources"].flatMap((folder) => readdirSync(join(copy.root, folder)));
const read = (path: string) => readFileSync(join(copy.root, path), "utf8");

test("a source and a brief get another name; the check is clean and old addresses are built", async () => {
  const before = read("briefs/harbour.md");
  expect(await rename("survey", "harbour-survey", "--yes")).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(copy.root, "sources/survey.lock.json"))).toBe(false);
  expect(read("briefs/harbour.md")).toBe(before.replaceAll('"survey"', '"harbour-survey"'));
  expect(await rename("harbour", "the-harbour", "--yes")).toMatchObject({ code: 0, stderr: "" });
  expect(await runCommand("check", "--root", copy.root)).toMatchObject({ code: 0 });
  await buildCopy(copy);
  for (const page of ["sources/survey", "sources/harbour-survey", "briefs/harbour", "briefs/the-harbour"])
    expect(existsSync(join(copy.dist, page, "index.html"))).toBe(true);
});

test("a brief's images and tables go with it", async () => {
  copy = copyFixture("pieces");
  const before = readdirSync(join(copy.root, "briefs/pieces"));
  const { code, stdout } = await rename("pieces", "all-pieces", "--yes");
  expect(code).toBe(0);
  expect(stdout).toContain("briefs/pieces/ becomes briefs/all-pieces/");
  expect(readdirSync(join(copy.root, "briefs/all-pieces"))).toEqual(before);
  expect(files()).not.toContain("pieces");
  expect(await runCommand("check", "--root", copy.root)).toMatchObject({ code: 0 });
});

test.each([
  ["what is not there", ["survay", "x", "--yes"], 'There is no brief or source "survay". Nearest: "survey".'],
  ["a name that is taken", ["harbour", "depth", "--yes"], '"depth" is or was the name of another brief.'],
  ["a name that is no slug", ["harbour", "../x", "--yes"], '"../x" cannot be an address.'],
  ["what was not agreed to", ["harbour", "quay"], "Still to be given: --yes. Nothing was written."],
  ["a project that may not be written to", ["harbour", "quay", "--frozen"], "Nothing may be written here"],
])("refuses %s, and changes nothing", async (_, args, line) => {
  const before = files();
  const { code, stderr } = await rename(...args);
  expect(code).toBe(1);
  expect(stderr).toContain(line);
  expect(files()).toEqual(before);
});

test("on a terminal it shows what changes, and asks", async () => {
  const before = files();
  const terminal = openTerminal("rename", ["harbour", "quay", "--root", copy.root]);
  await terminal.saying("briefs/harbour.md becomes briefs/quay.md");
  await terminal.saying('Rename "harbour" to "quay"?');
  terminal.press(keys.ctrlC);
  expect(await terminal.ended).toBe(1);
  expect(files()).toEqual(before);
});
