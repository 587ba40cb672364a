import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { edit, openTwoSites, type TwoSites } from "../support/two-sites.ts";

let sites: TwoSites;

beforeAll(async () => {
  sites = await openTwoSites();
});

afterAll(async () => {
  await sites.remove();
});

const list = (...args: string[]) => runCommand("list", "--root", sites.programme.root, ...args);

test("all that a library offers is listed, cited or not", async () => {
  const { code, stdout, stderr } = await list("--library", "library");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(["bandargah", "charter", "column", "diary", "ledger"].map((id) => `library:${id}`)); // prettier-ignore
  expect(lines[1]).toMatch(/^library:charter +Charter of the harbour · 5 paragraphs · cited \d+ times$/);
  const { stdout: json } = await list("--library", "library", "--json");
  expect((JSON.parse(json) as { sources: object[] }).sources[1]).toMatchObject({ id: "library:charter", grade: "primary", paragraphs: 5 }); // prettier-ignore
});

test("a paragraph that nobody has cited yet is found, with what to paste", async () => {
  edit(sites.programme, "briefs/shelter.md", '{% cite "library:column", 1, as="opinion" %}', "");
  const { stdout } = await list("--source", "library:column");
  expect(stdout).toMatch(/^\{% cite "library:column", 1, as="opinion" %\} {2}\S/);
  const hits = await list("draught", "--library", "library");
  expect(hits.stdout).toContain(
    '{% cite "library:charter", "2.2" %}\n  Charter of the harbour, ¶2.2 · primary · full-text',
  );
  expect(hits.stdout).toContain("1 paragraph.");
});

test("a paragraph whose words its site does not show says so", async () => {
  const { stdout } = await list("--source", "library:diary");
  expect(stdout).toContain("(its site does not show its words)");
  expect(stdout).toContain("The tides come twice a day");
});

test.each([
  [["--library", "libary"], 'There is no library "libary" in .eleventy.ts. Write --library library.\n'],
  [["--library", "elsewhere"], 'There is no library "elsewhere" in .eleventy.ts. Add libraries: { "…": { url: "https://…/" } } to defineSite in .eleventy.ts.\n'],
  [["--source", "library:chart"], 'The library "library" (Harbour Library) has no source "chart". Nearest: "library:charter".\n'],
  [["--source", "library:old-charter"], '"library:old-charter" is called "library:charter" now. Write "library:charter".\n'],
  [["--source", "charter", "--library", "library"], "Write --source library:charter without --library, or leave --source out.\n"],
])("%j is told what to write", async (args, expected) => {
  expect(await list(...args)).toMatchObject({ code: 1, stdout: "", stderr: expected });
}); // prettier-ignore

test("without the library what was fetched is listed, and since when it is known", async () => {
  await list("draught", "--library", "library");
  await sites.server.close();
  const { code, stdout, stderr } = await list("--library", "library");
  expect(code).toBe(0);
  expect(stdout).toContain("library:charter");
  expect(stderr).toMatch(/catalog\.json .* What was fetched on \d{4}-\d\d-\d\d is listed\.\n$/);
  expect((await list("draught", "--library", "library")).stdout).toContain('"library:charter", "2.2"');
});
