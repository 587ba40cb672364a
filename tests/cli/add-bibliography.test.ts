import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { planEntries } from "../../lib/cli/bibliography-plan.ts";
import { runCommand } from "../support/run-command.ts";
import { keys, openTerminal } from "../support/terminal.ts";

const library = `@report{Smith2024, title = {The deadline}, author = {{UNHCR}}, date = {2024-03-05}, langid = {english}, doi = {10.1000/abc}}
@report{broken, title = {B} year = 2020}
@misc{other, title = {Another}}
@misc{untitled, year = 2020}
`;
const text =
  "The deadline!\n\nIt was the end of June, and it was said to hold for everybody who had such a card, without exception.\n";

let root: string;
let bib: string;
let file: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pincite-bib-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  mkdirSync(join(root, "briefs"));
  bib = join(root, "library.bib");
  writeFileSync(bib, library);
  file = join(root, "report.txt");
  writeFileSync(file, text);
});

const add = (...args: string[]) => runCommand("add", "--root", root, ...args);
const decided = ["--rights", "metadata-only", "--grade", "secondary", "--language", "en", "--yes"];
const sources = () => (existsSync(join(root, "sources")) ? readdirSync(join(root, "sources")).toSorted() : []);
const written = (id: string) => readFileSync(join(root, "sources", `${id}.md`), "utf8");

test("a whole bibliography: what is good is written, what is not is said with its line, and the exit code is 1", async () => {
  const { code, stdout, stderr } = await add("--bib", bib, ...decided);
  expect(code).toBe(1);
  expect(stderr).toBe(`${bib}:2:29  bibliography-readable  A comma is missing behind the value of title.\n`);
  expect(stdout).toContain("BibTeX, utf-8: 3 entries, 1 problem");
  expect(stdout).toContain("smith2024  report · UNHCR · 2024-03-05 · The deadline\n  key: Smith2024\n");
  expect(stdout).toContain("It has no title.");
  expect(stdout).toContain("Wrote 2 sources. 2 entries were not brought in: see above.");
  expect(sources()).toEqual(["other.md", "smith2024.md"]);
  expect(written("smith2024")).toBe(`---
type: report
title: The deadline
author:
  - literal: UNHCR
issued: 2024-03-05
DOI: 10.1000/abc
language: en
grade: secondary
rights: metadata-only
numbering: ours
---

`);
  expect((await runCommand("check", "--root", root)).code).toBe(0);
  const again = await add("--bib", bib, ...decided);
  expect(again.stdout).toContain('There is a source "smith2024" already.');
  expect(again.stderr).toContain("There is nothing new to write.");
});

test("rights and grade are never guessed, and the language is asked of those that name none", async () => {
  const { code, stderr } = await add("--bib", bib, "--key", "Smith2024");
  expect(code).toBe(1);
  expect(stderr).toMatch(/Still to be given:\n {2}--rights [^]*\n {2}--grade [^]*\n {2}--yes/);
  expect(stderr).not.toContain("--language");
  expect((await add("--bib", bib, "--key", "other")).stderr).toContain("--language");
  expect(sources()).toEqual([]);
});

test("a key that is not there names the nearest, and one that is broken says why", async () => {
  const { code, stderr } = await add("--bib", bib, "--key", "Smth2024", "--key", "broken", ...decided);
  expect(code).toBe(1);
  expect(stderr).toContain(`There is no entry "Smth2024" in ${bib}. Nearest: Smith2024.`);
  expect(stderr).toContain(":2:29  bibliography-readable");
  expect(sources()).toEqual([]);
});

test("a document takes what the bibliography says of it; what they tell differently is shown", async () => {
  const { code, stdout } = await add(file, "--bib", bib, "--key", "Smith2024", ...decided);
  expect(code).toBe(0);
  expect(stdout).not.toContain("title: from");
  writeFileSync(file, text.replace("The deadline!", "Another name altogether"));
  const forced = await add(file, "--bib", bib, "--key", "Smith2024", "--force", "--issued", "1999", ...decided);
  expect(forced.stdout).toContain('- title: from library.bib; the file says "Another name altogether"');
  expect(forced.stdout).toContain('- issued: as you said; library.bib says "2024-03-05"');
  expect(written("smith2024")).toMatch(/title: The deadline\n[^]*issued: "?1999"?\n[^]*It was the end of June/);
  const record = await add("--bib", bib, "--force", ...decided);
  expect(record.stdout).toContain('"smith2024" has text, which a record would replace; it stays.');
  expect(written("smith2024")).toContain("It was the end of June");
});

test("without --key and without a terminal, the likely entry is named and not taken", async () => {
  const { code, stderr } = await add(file, "--bib", bib, ...decided);
  expect(code).toBe(1);
  expect(stderr).toContain("It seems to be --key Smith2024");
  expect(sources()).toEqual([]);
});

test("for programs, entries and problems are printed", async () => {
  const { stdout } = await add("--bib", bib, "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    format: "BibTeX",
    entries: [
      { key: "Smith2024", id: "smith2024", line: 1, state: "new", missing: [] },
      { key: "other", state: "new", missing: ["author", "date", "language"] },
      { key: "untitled", state: "unfit" },
    ],
    problems: [{ line: 2, column: 29, key: "broken" }],
    written: [],
  });
  expect(sources()).toEqual([]);
});

test("a paragraph of a record alone cannot be cited, and what to do is said", async () => {
  await add("--bib", bib, ...decided);
  writeFileSync(
    join(root, "briefs", "b.md"),
    `---\ntitle: T\nsummary: S.\nauthors: [{ given: A, family: B }]\ndate: 2026-03-05\nstatus: published\n---\n\nSo{% cite "other", 1 %}.\n`,
  );
  expect((await runCommand("check", "--root", root)).stderr).toContain(
    '"other" has no paragraphs yet: only its record is here. Add its text with npx pincite add <file> --id other --force.',
  );
});

test("on a terminal the works are chosen, and rights and grade asked once for all", async () => {
  const terminal = openTerminal("add", ["--root", root, "--bib", bib]);
  await terminal.saying("Which of them shall be sources?");
  terminal.press(keys.enter);
  await terminal.saying("of 2 works:");
  terminal.press(keys.enter);
  await terminal.saying("What may readers see of it?");
  terminal.press(keys.enter);
  await terminal.saying("What kind of evidence is it?");
  terminal.press(keys.enter);
  await terminal.saying("What language is it in?");
  terminal.press("ur", keys.enter);
  await terminal.saying("Write 2 sources?");
  terminal.press(keys.enter);
  await terminal.saying("Wrote 2 sources.");
  expect(await terminal.ended).toBe(1);
  expect(written("other")).toContain("language: ur");
  expect(written("smith2024")).toContain("rights: metadata-only");
});

test("on a terminal the entry with the document's title is chosen beforehand", async () => {
  const terminal = openTerminal("add", ["--root", root, file, "--bib", bib]);
  await terminal.saying("Which entry of library.bib is it?");
  terminal.press(keys.enter);
  await terminal.saying("What may readers see of it?");
  terminal.press(keys.enter);
  await terminal.saying("What kind of evidence is it?");
  terminal.press(keys.enter);
  await terminal.saying("Write sources/smith2024.md?");
  terminal.press(keys.enter);
  expect(await terminal.ended).toBe(0);
  expect(written("smith2024")).toContain("DOI: 10.1000/abc");
});

test("no two entries are called the same", () => {
  const entry = (key: string) => ({ key, line: 1, metadata: { title: "The title" }, doubts: [], dropped: [] });
  const plan = planEntries(["a:b", "A/B", "سلام", "شاہ"].map(entry), {}, () => undefined);
  expect(plan.map(({ id }) => id)).toEqual(["a-b", "a-b-2", "the-title", "the-title-2"]);
});
