import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyFixture, fixtureFolder } from "../support/fixture-site.ts";
import { runCommand } from "../support/run-command.ts";
import { commandLine } from "../support/site-copy.ts";
import { hashTree } from "../support/tree.ts";

/** The faults planted in the fixture, in the order of the report: the rule, and what stands at the place it names. */
const planted: readonly (readonly [path: string, rule: string, text: string])[] = [
  ["briefs/harbour.md", "front-matter-value", "2026-02-30"],
  ["briefs/harbour.md", "front-matter-value", "publised"],
  ["briefs/harbour.md", "front-matter-key", "topic:"],
  ["briefs/harbour.md", "source-exists", '"survay"'],
  ["briefs/harbour.md", "pinpoint-exists", "9 %}"],
  ["briefs/harbour.md", "quotation-matches", '"open for most of the year"'],
  ["briefs/harbour.md", "cite-outside-links", '{% cite "survey", 1 %}]('],
  ["briefs/harbour.md", "option-known", 'qoute="nine metres"'],
  ["briefs/harbour.md", "tag-closed", '{% cite "survey", 1 |'],
  ["sources/survey.md", "label-unique", "{#2}"],
];

const problemLine = /^(?<path>[^:]+):(?<line>\d+):(?<column>\d+) {2}(?<rule>[a-z-]+) {2}(?<message>\S.*)$/;

test.each(["build", "check"] as const)("%s reports all ten faults at once, each at its place", async (command) => {
  const copy = copyFixture("faults");
  const { code, stderr } = await runCommand(command, "--root", copy.root);
  expect(code).toBe(1);
  const lines = stderr.split("\n").filter((line) => problemLine.test(line));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(fixtureFolder("faults"), "expected-problems.txt"));
  const found = lines.map((line, index) => {
    const { path = "", line: row, column, rule } = problemLine.exec(line)?.groups ?? {};
    const text = readFileSync(join(copy.root, path), "utf8").split("\n")[Number(row) - 1] ?? "";
    const start = Number(column) - 1;
    return [path, rule, text.slice(start, start + (planted[index]?.[2].length ?? 0))];
  });
  expect(found).toEqual(planted);
});

test("a build with faults says so in lines of one form, without a stack, and counts them", async () => {
  const copy = copyFixture("faults");
  const { stderr } = await runCommand("build", ...commandLine(copy));
  const others = stderr.split("\n").filter((line) => line !== "" && !problemLine.test(line));
  expect(others).toEqual(["10 problems.", "Nothing was published; dist is as it was."]);
});

test("a build with faults leaves every byte of the published site as it was", async () => {
  const copy = copyFixture("faults");
  mkdirSync(join(copy.dist, "briefs"), { recursive: true });
  writeFileSync(join(copy.dist, "index.html"), "<!doctype html><title>The last site</title>");
  writeFileSync(join(copy.dist, "briefs/old.bin"), Uint8Array.of(0, 255, 13, 10));
  const before = hashTree(copy.dist);
  const { code } = await runCommand("build", ...commandLine(copy));
  expect(code).toBe(1);
  expect(hashTree(copy.dist)).toBe(before);
});
