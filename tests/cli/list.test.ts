import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { openTerminal } from "../support/terminal.ts";

const source = (title: string, keys: string, body: string) =>
  `---\ntype: report\ntitle: ${title}\nlanguage: en\nnumbering: ours\n${keys}\n---\n\n${body}\n`;

const brief = `---
title: A brief
summary: What it says.
authors: [{ literal: A }]
date: 2026-03-05
status: published
---

Some say so.{% cite "law", "14.1" %} Others, too.{% cite "view", 1, as="opinion" %} And again.{% cite "law", "14.1" %}
`;

let root: string;
beforeEach(() => {
  root = temporaryFolder({
    "briefs/a-brief.md": brief,
    "sources/law.md": source(
      "The law",
      "grade: primary\nrights: full-text\nlicense: CC0-1.0",
      'First. Everyone has "a right" to asylum\u001b[31m there. Last. {#14.1}\n\nNobody else.',
    ),
    "sources/view.md": source("A view", "grade: opinion\nrights: excerpt", "Asylum is a right, one hears."),
    "sources/ours.md": source("In our words", "grade: news\nrights: digest", "A right of asylum was claimed."),
  });
});

const list = (...args: string[]) => runCommand("list", "--root", root, ...args);

test("what was found is shown with the shortcode first, what limits it, and who cites it", async () => {
  const { code, stdout, stderr } = await list("RIGHT", "asyl");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toBe(`{% cite "law", "14.1" %}
  The law, ¶14.1 · primary · full-text
  First. Everyone has "a right" to asylum [31m there. Last.
  cited twice: briefs/a-brief.md note 1

{% cite "ours", 1 %}
  In our words, ¶1 · news · digest, not to be quoted
  A right of asylum was claimed.

{% cite "view", 1, as="opinion" %}
  A view, ¶1 · opinion · excerpt
  Asylum is a right, one hears.
  cited once: briefs/a-brief.md note 2

3 paragraphs.
`);
});

test("--quote quotes the sentence where that may be, and the check takes what was pasted", async () => {
  const { stdout } = await list("asylum", "right", "--quote");
  const shortcodes = stdout.split("\n").filter((line) => line.startsWith("{%"));
  expect(shortcodes).toEqual([
    // The sentence holds a control character, which no terminal gets to see.
    '{% cite "law", "14.1" %}',
    '{% cite "ours", 1 %}',
    '{% cite "view", 1, quote="Asylum is a right, one hears.", as="opinion" %}',
  ]);
  writeFileSync(join(root, "briefs/a-brief.md"), `${brief}\n${shortcodes.map((one) => `So.${one}`).join("\n\n")}\n`);
  expect(await runCommand("check", "--root", root)).toMatchObject({ code: 0 });
});

test("--source and --limit say what is shown, and how to see the rest", async () => {
  expect((await list("right", "--source", "view")).stdout).toMatch(/^\{% cite "view"[^]*\n1 paragraph\.\n$/);
  const { stdout } = await list("right", "--limit", "1");
  expect(stdout.match(/\{%/g)).toHaveLength(1);
  expect(stdout).toContain("\n1 of 3 paragraphs; --limit 3 shows all.\n");
});

test("without words it lists the sources, or the paragraphs of one", async () => {
  expect((await list()).stdout).toBe(
    "law   The law · 2 paragraphs · cited twice\nours  In our words · 1 paragraph · not cited\nview  A view · 1 paragraph · cited once\n",
  );
  expect((await list("--source", "law")).stdout).toBe(
    '{% cite "law", "14.1" %}  First. Everyone has "a right" to asylum [31m there. Last.  cited twice\n{% cite "law", 2 %}       Nobody else.\n',
  );
});

test("sources with problems stop nothing", async () => {
  writeFileSync(join(root, "sources/broken.md"), source("Broken", "grade: nws\nrights: excerpt", "A right, too."));
  const { code, stdout, stderr } = await list("right");
  expect(code).toBe(0);
  expect(stderr).toBe("1 problem in briefs and sources, which npx pincite check lists: something may be missing here.\n"); // prettier-ignore
  expect(stdout).toContain('{% cite "broken", 1 %}');
});

test("for programs it prints where the words stand in the snippet", async () => {
  const { code, stdout } = await list("asylum", "--source", "view", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    total: 1,
    hits: [
      {
        shortcode: '{% cite "view", 1, as="opinion" %}',
        source: "view",
        label: "1",
        mayQuote: true,
        times: 1,
        citedBy: [{ document: "briefs/a-brief.md", notes: [2] }],
        snippet: { text: "Asylum is a right, one hears.", words: [{ start: 0, end: 6 }] },
      },
    ],
    titles: [],
    problems: 0,
  });
});

describe("one clear line and exit code 1 for", () => {
  test.each([
    ["a word that stands nowhere", ["asilum"], 'No paragraph has "asilum". Nearest: asylum.'],
    ["words that stand in no paragraph together", ["nobody", "asylum"], 'No paragraph has all of this together: "nobody" is in 1, "asylum" is in 3.'], // prettier-ignore
    ["a source that is not there", ["right", "--source", "lwa"], 'There is no source "lwa". Nearest: "law".'],
    ["no word at all", ["—"], "There is no word in that. Type words or numbers that the paragraph holds."],
  ])("%s", async (_, args, line) => {
    expect(await list(...args)).toEqual({ code: 1, stdout: "", stderr: `${line}\n` });
  });
});

test.each([
  ["are emphasised", {}, "\u001b[1m\u001b[4mAsylum\u001b[24m\u001b[22m is a"],
  ["are not, where NO_COLOR is set", { NO_COLOR: "1" }, "  Asylum is a"],
])("on a terminal the words found %s", async (_, env, shown) => {
  const terminal = openTerminal("list", ["--root", root, "asylum", "--source", "view"], env);
  expect(await terminal.ended).toBe(0);
  expect(terminal.raw()).toContain(shown);
});
