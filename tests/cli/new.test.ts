import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { keys, openTerminal } from "../support/terminal.ts";

const older = `---
title: The deadline
summary: It was not kept.
authors: [{ literal: The refugee desk }, { given: Amina, family: Shah }]
date: 2026-03-05
topics: [refugees]
status: published
---

It was not kept.
`;

let root: string;
beforeEach(() => {
  root = temporaryFolder({ "briefs/the-deadline.md": older });
});

const begin = (...args: string[]) => runCommand("new", "brief", "--root", root, ...args);
const written = (slug: string) => readFileSync(join(root, "briefs", `${slug}.md`), "utf8");
const everything = ["The fence", "--question", "Who built it?", "--author", "the refugee desk", "--yes"];

test("a brief is begun that passes the check as a draft, and is not one to publish", async () => {
  const { code, stdout, stderr } = await begin(...everything, "--topics", "refugee, border", "--date", "2026-04-01");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toBe(
    '"refugee" is a new topic; other briefs have "refugees".\n' +
      "Wrote briefs/the-fence.md, a draft. Run npx pincite serve, and see it at http://localhost:8080/briefs/the-fence/ while you write.\n",
  );
  expect(written("the-fence")).toMatch(
    /^---\ntitle: The fence\nquestion: Who built it\?\nsummary: ".*"\nauthors:\n {2}- literal: The refugee desk\ndate: 2026-04-01\ntopics:\n {2}- refugee\n {2}- border\nstatus: draft\n---\n\n## The question\n/,
  );
  expect(await runCommand("check", "--root", root)).toMatchObject({ code: 0, stderr: "" });

  const text = written("the-fence").replace("status: draft", "status: published");
  writeFileSync(join(root, "briefs", "the-fence.md"), text);
  const check = await runCommand("check", "--root", root);
  expect(check.code).toBe(1);
  expect(check.stderr).toContain("briefs/the-fence.md:4:11  brief-written  This is still to be written.");
  expect(check.stderr.match(/brief-written/g)).toHaveLength(6);
});

test("without a terminal all that is missing is listed at once, and nothing is written", async () => {
  const { code, stderr } = await begin("واپسی کی مہلت", "--question", " ");
  expect(code).toBe(1);
  const listed = stderr.split("\n").filter((line) => line.startsWith("  --"));
  expect(listed.map((line) => line.split(" ")[2])).toEqual(["--question", "--author", "--language", "--slug", "--yes"]);
  expect(readdirSync(join(root, "briefs"))).toEqual(["the-deadline.md"]);
});

test("a slug that is taken is refused with the next that is free, and the brief stays as it was", async () => {
  writeFileSync(join(root, "briefs", "the-deadline-2.md"), "not even a brief");
  const { code, stderr } = await begin(...everything, "--slug", "the-deadline");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^There is a brief "the-deadline" already\. Write --slug the-deadline-3\.\nNothing was written\.\n$/,
    ) as string,
  });
  expect(written("the-deadline")).toBe(older);
});

test("an empty folder becomes a project with its first brief; a place that is none is refused", async () => {
  root = temporaryFolder();
  expect((await begin(...everything)).code).toBe(0);
  expect(existsSync(join(root, "briefs", "the-fence.md"))).toBe(true);

  root = temporaryFolder();
  mkdirSync(join(root, "elsewhere"));
  symlinkSync(join(root, "elsewhere"), join(root, "briefs"));
  expect((await begin(...everything)).stderr).toBe("briefs is a link or a file, not a folder. Put a folder in its place.\n"); // prettier-ignore
  expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  root = join(root, "nowhere");
  expect((await begin(...everything)).stderr).toBe(`There is no folder ${root}.\n`);
});

test("for programs it prints what would be written, and writes with --yes only", async () => {
  const look = await begin(...everything.slice(0, -1), "--json");
  expect(look.code).toBe(1);
  expect(JSON.parse(look.stdout)).toEqual({
    slug: "the-fence",
    address: "http://localhost:8080/briefs/the-fence/",
    notes: [],
    problems: [],
    written: null,
  });
  expect(existsSync(join(root, "briefs", "the-fence.md"))).toBe(false);
  const { code, stdout } = await begin(...everything, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [], written: "briefs/the-fence.md" });
});

describe("one clear line and nothing written for", () => {
  test.each([
    ["another kind", ["new", "report"], 'There is no "new report". Write new brief.'],
    ["a source", ["new", "source"], "A source is brought in with npx pincite add <file>."],
    ["two titles", ["new", "brief", "One", "--title", "Two"], "The title is given twice."],
    ["a slug that leads elsewhere", ["new", "brief", ...everything, "--slug", "../x"], '"../x" cannot be an address.'],
    ["a day that does not exist", ["new", "brief", ...everything, "--date", "2026-02-30"], "is not a day that exists"],
    ["a language that is none", ["new", "brief", ...everything, "--language", "persian"], "is not a language tag"],
    ["a topic that is no slug", ["new", "brief", ...everything, "--topics", "Refugee law"], "Write refugee-law."],
  ])("%s", async (_, [, ...args], line) => {
    const { code, stderr } = await runCommand("new", ...args, "--root", root);
    expect(code).toBe(1);
    expect(stderr).toContain(line);
    expect(readdirSync(join(root, "briefs"))).toEqual(["the-deadline.md"]);
  });
});

test("on a terminal it asks, and offers topics, authors and a free address", async () => {
  const terminal = openTerminal("new", ["brief", "The deadline", "--root", root]);
  await terminal.saying("Which question does it answer?");
  terminal.press("Who must leave?", keys.enter);
  await terminal.saying("What is it about?");
  await terminal.saying("refugees");
  terminal.press(keys.space, keys.down, keys.space, keys.enter);
  await terminal.saying("Which topics?");
  terminal.press("law", keys.enter);
  await terminal.saying("Who writes it?");
  await terminal.saying("Somebody else");
  terminal.press(keys.enter);
  await terminal.saying('There is a brief "the-deadline" already. What shall its address be');
  await terminal.saying("the-deadline-2");
  terminal.press(keys.enter);
  await terminal.saying("Write briefs/the-deadline-2.md?");
  terminal.press(keys.enter);
  await terminal.saying("Wrote briefs/the-deadline-2.md, a draft.");
  expect(await terminal.ended).toBe(0);
  expect(written("the-deadline-2")).toMatch(
    /question: Who must leave\?\n[^]*authors:\n {2}- literal: The refugee desk\n[^]*topics:\n {2}- refugees\n {2}- law\n/,
  );
});

test("on a terminal, whoever gives up has written nothing", async () => {
  const terminal = openTerminal("new", ["brief", "--root", root]);
  await terminal.saying("What is its title?");
  terminal.press(keys.ctrlC);
  expect(await terminal.ended).toBe(1);
  expect(readdirSync(join(root, "briefs"))).toEqual(["the-deadline.md"]);
});
