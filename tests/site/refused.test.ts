import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { runCommand, type CommandResult } from "../support/run-command.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

/** A brief that is right but for some lines of front matter, or for its body. */
const brief = (frontMatter: string, body = "Nothing is claimed here.") =>
  `---\ntitle: A brief\nsummary: Short.\nauthors: [{ literal: Nobody }]\ndate: 2026-03-05\nstatus: published\n${frontMatter}---\n\n${body}\n`;

const source = (frontMatter: string, body = "One paragraph.") =>
  `---\ntype: report\ntitle: A source\nlanguage: en\ngrade: data\nrights: digest\nnumbering: ours\n${frontMatter}---\n\n${body}\n`;

/** Writes a file that, were it run, would leave a trace beside briefs/. */
const program = (root: string) => `require("node:fs").writeFileSync(${JSON.stringify(join(root, "trace"))}, "ran")`;

const write = (path: string, content: string | Buffer) => (root: string) => {
  writeFileSync(join(root, path), content);
};

type Place = `${string}:${number}:${number}`;

/** What is put into a project that is otherwise right, and the problem that must stop the build. */
const refused: readonly (readonly [what: string, make: (root: string) => void, place: Place, rule: string])[] = [
  [
    "front matter that is a program",
    (root) => {
      write("briefs/program.md", `---js\nmodule.exports = { title: String(${program(root)}) };\n---\n\nText.\n`)(root);
    },
    "briefs/program.md:1:4",
    "front-matter-language",
  ],
  [
    "front matter with a YAML tag that some readers run",
    (root) => {
      write("briefs/function.md", brief(`audience: !!js/function >\n  function () { ${program(root)} }\n`))(root);
    },
    "briefs/function.md:7:11",
    "front-matter-yaml",
  ],
  [
    "a key that would reach the prototype of every object",
    write("briefs/proto.md", brief("__proto__: { polluted: yes }\n")),
    "briefs/proto.md:7:1",
    "front-matter-yaml",
  ],
  [
    "a key called constructor",
    write("briefs/constructor.md", brief("constructor: { prototype: { polluted: yes } }\n")),
    "briefs/constructor.md:7:1",
    "front-matter-yaml",
  ],
  [
    "an address of the brief's own choice, outside the site",
    write("briefs/address.md", brief("permalink: ../../trace\n")),
    "briefs/address.md:7:1",
    "front-matter-key",
  ],
  [
    "a topic that climbs out of the site",
    write("briefs/topic.md", brief('topics: ["../../trace"]\n')),
    "briefs/topic.md:7:10",
    "front-matter-value",
  ],
  [
    "a template's tag",
    write("briefs/template.md", brief("", "Text {% raw %} and more.")),
    "briefs/template.md:9:6",
    "tag-known",
  ],
  [
    "an image",
    write("briefs/image.md", brief("", "![a](https://example.org/pixel.gif)")),
    "briefs/image.md:9:6",
    "image-readable",
  ],
  ["a character that is none", write("briefs/nul.md", brief("", "Text.\0")), "briefs/nul.md:9:6", "encoding-utf8"],
  [
    "a link to a file outside the project",
    (root) => {
      write("outside.md", brief(""))(root);
      symlinkSync(join(root, "outside.md"), join(root, "briefs/linked.md"));
    },
    "briefs/linked.md:1:1",
    "file-readable",
  ],
  [
    "a link in the place of a source",
    (root) => {
      symlinkSync(join(root, "outside.md"), join(root, "sources/linked.md"));
    },
    "sources/linked.md:1:1",
    "file-readable",
  ],
  [
    "a folder",
    (root) => {
      mkdirSync(join(root, "briefs/folder.md"));
    },
    "briefs/folder.md:1:1",
    "file-name",
  ],
  [
    "a pipe, which would never end",
    (root) => {
      execFileSync("mkfifo", [join(root, "briefs/pipe.md")]);
    },
    "briefs/pipe.md:1:1",
    "file-readable",
  ],
  [
    "bytes that are not UTF-8",
    write("briefs/latin.md", Buffer.concat([Buffer.from(brief("", "Caf")), Buffer.of(0xe9), Buffer.from(" text\n")])),
    "briefs/latin.md:10:1",
    "encoding-utf8",
  ],
  [
    "a name that could not be an address",
    write("briefs/Some Brief.md", brief("")),
    "briefs/Some Brief.md:1:1",
    "file-name",
  ],
  [
    "a label that is markup",
    write("sources/label.md", source("", 'One paragraph. {#"><script>}')),
    "sources/label.md:10:16",
    "label-valid",
  ],
  [
    "an address of a source that is a program",
    write("sources/address.md", source('URL: "javascript:alert(1)"\n')),
    "sources/address.md:8:6",
    "front-matter-value",
  ],
  [
    "a source module that fails",
    write("sources/fails.ts", 'throw new Error("No text today");\n'),
    "sources/fails.ts:1:1",
    "source-module",
  ],
];

let copy: SiteCopy;
let build: CommandResult;

beforeAll(async () => {
  copy = copyProject(fixtureFolder("small"));
  for (const [, make] of refused) make(copy.root);
  build = await runCommand("build", ...commandLine(copy));
});

afterAll(() => {
  removeCopy(copy);
});

test.each(refused)("%s is refused", (_, __, place, rule) => {
  const file = place.replace(/:\d+:\d+$/, "");
  const problems = build.stderr.split("\n").filter((line) => line.startsWith(`${file}:`));
  expect(problems.map((line) => line.split("  ").slice(0, 2))).toEqual([[place, rule]]);
});

test("nothing else is refused, and nothing is built", () => {
  expect(build.code).toBe(1);
  expect(build.stderr).toContain(`\n${refused.length} problems.\n`);
  expect(existsSync(copy.dist)).toBe(false);
});

test("no program in front matter has run", () => {
  expect(existsSync(join(copy.root, "trace"))).toBe(false);
});
