import { hash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { zipSync } from "fflate";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { keys, openTerminal } from "../support/terminal.ts";
import { runCommand } from "../support/run-command.ts";

const report = `A report on deadlines

The deadline was the end of June, and it was said to hold for everybody who had such a card, without exception.

It was not kept: on the day after, most of those concerned were still in the country, and nobody knew what came next; the ministry said that it would look into the matter and announce another date before long.
`;

let root: string;
let file: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pincite-add-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  mkdirSync(join(root, "briefs"));
  file = join(root, "Report (final).txt");
  writeFileSync(file, report);
});

const add = (...args: string[]) => runCommand("add", "--root", root, ...args);
const written = (id: string) => readFileSync(join(root, "sources", `${id}.md`), "utf8");
/** One of the documents that the importers are tried with, as it is or changed. */
function kept(name: string, change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes): string {
  const path = join(root, name);
  writeFileSync(path, change(readFileSync(join(import.meta.dirname, "../importers/fixtures", name))));
  return path;
}

const everything = ["--rights", "excerpt", "--grade", "secondary", "--yes"];

test("a document becomes a source that passes the check", async () => {
  const { code, stdout, stderr } = await add(
    file,
    ...everything,
    "--issued",
    "2025-07",
    "--url",
    "https://a.example/r",
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain(
    "A report on deadlines\n2 paragraphs, numbered as they stand\nencoding: utf-8\nlanguage: en\n",
  );
  expect(stdout).toContain("¶1  The deadline was the end of June");
  expect(stdout).toContain(
    'Wrote sources/a-report-on-deadlines.md. Cite it with {% cite "a-report-on-deadlines", … %}.',
  );
  expect(written("a-report-on-deadlines")).toBe(`---
type: document
title: A report on deadlines
issued: 2025-07
grade: secondary
rights: excerpt
language: en
URL: https://a.example/r
numbering: ours
original:
  name: Report (final).txt
  sha256: ${hash("sha256", report)}
---

${report.slice(report.indexOf("The deadline"))}`);
  const check = await runCommand("check", "--root", root);
  expect(check).toMatchObject({ code: 0 });
});

test("without a terminal every option that is missing is listed at once, and nothing is written", async () => {
  writeFileSync(file, "Zwei.\n\nDrei.");
  const { code, stderr } = await add(file, "--id", "x");
  expect(code).toBe(1);
  for (const option of ["--title", "--rights", "--grade", "--language", "--yes"])
    expect(stderr).toContain(`\n  ${option}`);
  expect(stderr).not.toContain("--id");
  expect(existsSync(join(root, "sources"))).toBe(false);
});

test("the full text needs a licence or a permission", async () => {
  const { code, stderr } = await add(file, "--rights", "full-text", "--grade", "primary", "--yes");
  expect(code).toBe(1);
  expect(stderr).toContain("--license");
});

test("a source is never overwritten unasked", async () => {
  expect((await add(file, ...everything, "--id", "one")).code).toBe(0);
  const before = written("one");
  writeFileSync(file, report.replace("June", "July"));
  const again = await add(file, ...everything, "--id", "one");
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('There is a source "one" already.');
  expect(written("one")).toBe(before);
  expect((await add(file, ...everything, "--id", "one", "--force")).code).toBe(0);
  expect(written("one")).toContain("end of July");
  expect(readdirSync(join(root, "sources"))).toEqual(["one.md"]);
});

test("a digest gets places for our words and none of the document's, and is no source to publish yet", async () => {
  expect((await add(file, "--digest", "--grade", "secondary", "--yes", "--id", "d")).code).toBe(0);
  expect(written("d")).not.toMatch(/everybody|country/);
  expect(written("d")).toMatch(/rights: digest[^]*paragraphs:\n {2}"1":\n {4}original: [0-9a-f]{32}\n/);
  const { code, stderr } = await runCommand("check", "--root", root);
  expect(code).toBe(1);
  expect(stderr.match(/digest-written/g)).toHaveLength(2);

  const place = "(To be written in our own words.)";
  const copied = report.split("\n\n")[1] ?? "";
  writeFileSync(join(root, "sources", "d.md"), written("d").replace(place, copied).replace(place, "Nobody left."));
  expect((await runCommand("check", "--root", root)).stderr).toContain(
    "digest-written  ¶1 has the original's own words.",
  );
  writeFileSync(join(root, "sources", "d.md"), written("d").replace(copied, "There was a deadline."));
  expect((await runCommand("check", "--root", root)).code).toBe(0);
});

test("for programs it prints what was found, and writes with --yes only", async () => {
  const look = await add(file, "--json");
  expect(look.code).toBe(1);
  expect(JSON.parse(look.stdout)).toMatchObject({
    id: "a-report-on-deadlines",
    metadata: { title: "A report on deadlines" },
    blocks: [{ kind: "paragraph", label: "1" }, { label: "2" }],
    written: null,
  });
  expect(existsSync(join(root, "sources"))).toBe(false);
  const { code, stdout } = await add(file, "--json", ...everything);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [], written: "sources/a-report-on-deadlines.md" });
});

describe("one clear line, exit code 1 and nothing written for", () => {
  test.each<[string, () => string, string | RegExp]>([
    ["a folder", () => root, "is a folder. Name one file."],
    ["a file that is not there", () => join(root, "none.txt"), "is not there."],
    ["an empty file", () => (writeFileSync(file, ""), file), "is empty."],
    [
      "a file too large",
      () => (truncateSync(file, 50_000_001), file),
      "is larger than 50 MB, the most that is taken in.",
    ],
    [
      "a link",
      () => (symlinkSync(file, join(root, "link.txt")), join(root, "link.txt")),
      "is a link. Name the file itself.",
    ],
    ["a picture", () => (writeFileSync(file, "\x89PNG\r\n", "latin1"), file), "is a picture, not a text."],
    [
      "a text file of 100 MB",
      () => (truncateSync(file, 100_000_000), file),
      "is larger than 50 MB, the most that is taken in.",
    ],
    ["a corrupt Word document", () => kept("eng.docx", (bytes) => bytes.subarray(0, bytes.length >> 1)), /^is damaged/],
    [
      "a zip bomb",
      () => kept("eng.docx", () => zipSync({ "word/document.xml": new Uint8Array(60_000_000) })),
      /^would take up more than it should/,
    ],
    ["an encrypted PDF", () => kept("encrypted.pdf"), "is encrypted: import a copy without a password."],
    ["a scan", () => kept("scan.pdf"), "holds pictures of pages and no text: have the text recognised (OCR) first."],
  ])("%s", async (_, make, reason) => {
    const path = make();
    const { code, stdout, stderr } = await add(path, ...everything);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.match(/\n/g)).toHaveLength(1);
    const said = stderr.slice(path.length + 1, -1);
    if (typeof reason === "string") expect(said).toBe(reason);
    else expect(said).toMatch(reason);
    expect(existsSync(join(root, "sources"))).toBe(false);
  });

  test.each([
    [["--id", "../x"], "cannot be an address"],
    [["--language", "english-language-of-old"], "is not a language tag"],
    [["--url", "javascript:x"], "is not a web address"],
    [["--issued", "soon"], "is not a date"],
    [["--type", "pamflet"], "Write pamphlet."],
    [["--encoding", "windos-1256"], '"windos-1256" is not an encoding. Write windows-1256,'],
  ])("%s", async (args, reason) => {
    const { code, stderr } = await add(file, ...everything, ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
    expect(existsSync(join(root, "sources"))).toBe(false);
  });
});

test("on a terminal it asks for what is missing; the first choice shows least", async () => {
  const terminal = openTerminal("add", ["--root", root, file]);
  await terminal.saying("What may readers see of it?");
  terminal.press(keys.enter);
  await terminal.saying("What kind of evidence is it?");
  terminal.press(keys.enter);
  await terminal.saying("Write sources/a-report-on-deadlines.md?");
  terminal.press(keys.enter);
  await terminal.saying("Wrote sources/a-report-on-deadlines.md.");
  expect(await terminal.ended).toBe(0);
  expect(written("a-report-on-deadlines")).toContain("rights: metadata-only");
});

test("on a terminal, whoever gives up has written nothing", async () => {
  const terminal = openTerminal("add", ["--root", root, file]);
  await terminal.saying("What may readers see of it?");
  terminal.press(keys.ctrlC);
  expect(await terminal.ended).toBe(1);
  expect(existsSync(join(root, "sources"))).toBe(false);
});

test("a text in an older encoding is read as it is told, and lists and pages come in with their places", async () => {
  writeFileSync(file, Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3));
  const told = await add(file, "--id", "x", "--title", "T", "--language", "ar", ...everything, "--encoding", "cp1256");
  expect(told).toMatchObject({ code: 0, stderr: "" });
  expect(told.stdout).toContain("encoding: windows-1256\n");
  expect(written("x")).toContain("\n\nسلام\n");

  const list = join(root, "list.md");
  writeFileSync(list, "# T\n\n1. Fruit\n   - Apples\n     - Red ones\n2. Bread\n");
  const nested = await add(list, "--id", "y", "--language", "en", ...everything);
  expect(nested.stdout).toContain("¶1  1. Fruit\n¶2    • Apples\n¶3      • Red ones\n¶4  2. Bread\n");
  expect(written("y")).toContain("\n1. Fruit\n\n   - Apples\n\n     - Red ones\n\n2. Bread\n");

  const paged = await add(kept("eng-columns.pdf"), "--id", "z", ...everything);
  expect(paged.stdout).toMatch(/\n¶1 p\. 1 {2}\S/);
  expect(written("z")).toMatch(/ \{p\. 2\}\n/);
  expect((await runCommand("check", "--root", root)).code).toBe(0);
});
