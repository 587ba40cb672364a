import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { elementsOf, inside } from "../support/html-page.ts";
import { runCommand } from "../support/run-command.ts";
import { buildCopy, commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { keys, openTerminal } from "../support/terminal.ts";
import { hashTree } from "../support/tree.ts";

let copy: SiteCopy;
let project: readonly string[];

const read = (path: string) => readFileSync(join(copy.root, path), "utf8");
const content = () => ["briefs", "sources"].map((folder) => hashTree(join(copy.root, folder)));

/** Published; then in its source a paragraph moves, a number is changed, one is split and one vanishes. */
let published: SiteCopy;

beforeAll(async () => {
  published = copyProject(fixtureFolder("drift"));
  await buildCopy(published);
  copyFileSync(join(fixtureFolder("drift"), "later/survey.md"), join(published.root, "sources/survey.md"));
});

afterAll(() => {
  removeCopy(published);
});

beforeEach(() => {
  copy = copyProject(published.root);
  cpSync(published.dist, copy.dist, { recursive: true });
  project = ["--root", copy.root];
});

afterEach(() => {
  removeCopy(copy);
});

/** Replace what a brief says. @throws when it does not say it. */
function rewrite(path: string, from: string, to: string): void {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  writeFileSync(join(copy.root, path), text.replace(from, to));
}

const linesOf = (text: string) => text.split("\n").map((line) => line.split("  ", 3).join("  ").replace(/\. .*/, ""));

test("check names everything that is not as it was cited, with its notes, and a build leaves the site as it is", async () => {
  const [before, site] = [content(), hashTree(copy.dist)];
  const check = await runCommand("check", ...project);
  expect(check.code).toBe(1);
  const named = linesOf(check.stderr).filter((line) => line.includes("as-cited"));
  expect(named).toEqual([
    'briefs/depth.md:10:48  text-as-cited  ¶2 of "survey" is not what note 1 cites any more',
    'briefs/depth.md:12:1  text-as-cited  ¶2 of "survey" is not what note 2 cites any more',
    'briefs/harbour.md:10:39  text-as-cited  ¶2 of "survey" is not what note 1 cites any more',
    'briefs/harbour.md:14:53  text-as-cited  What note 4 cites as ¶7 of "survey" is gone: no paragraph is like it',
    'briefs/harbour.md:18:39  text-as-cited  ¶6 of "survey" is not what note 5 cites any more, and more than one paragraph may be: ¶7 (0.83), ¶6 (0.80)',
    'briefs/harbour.md:12:43  place-as-cited  ¶3 of "survey", which note 2 cites, is ¶4 now, letter for letter the same',
    'briefs/harbour.md:12:91  place-as-cited  ¶4 of "survey", which note 3 cites, is ¶5 now, letter for letter the same',
  ]);
  const build = await runCommand("build", ...commandLine(copy));
  expect(build.code).toBe(1);
  expect(hashTree(copy.dist)).toBe(site);
  expect(content()).toEqual(before);
});

test("a review in a terminal settles the source; then the site is built, and old addresses lead to the words they had", async () => {
  const depth = read("briefs/depth.md");
  const terminal = openTerminal("review", project);
  await terminal.saying("¶3 is ¶4 now, letter for letter");
  await terminal.saying("Take these 2 moves as they are?");
  terminal.press(keys.enter);
  await terminal.saying("the channel is [-nine-]{+eight+} metres");
  await terminal.saying('briefs/harbour.md:10:39  note 1  "The channel is deep." in The harbour');
  await terminal.saying("Accept: it is ¶2");
  terminal.press(keys.enter);
  await terminal.saying("¶6 may be one of ¶7");
  await terminal.saying("● Leave it open");
  // Nothing is suggested, so that is where the mark stands: up, past gone, another and ¶6 …
  terminal.press(keys.up, keys.up, keys.up, keys.enter);
  await terminal.saying("¶7 is gone: no paragraph is like it");
  await terminal.saying("● Leave it open");
  terminal.press(keys.up, keys.enter);
  await terminal.saying("the range ¶2-3 no longer holds the same paragraphs");
  await terminal.saying("+ ¶3: A second channel was dredged");
  await terminal.saying("It is ¶2-4");
  terminal.press(keys.enter);
  await terminal.saying('Write this, and the lock of "survey"?');
  terminal.press(keys.enter);
  await terminal.saying("wrote briefs/depth.md");
  await terminal.saying("wrote sources/survey.lock.json");
  await terminal.saying("Take out or cite another paragraph: briefs/harbour.md:14:53  note 4");
  expect(await terminal.ended).toBe(1);

  expect(read("briefs/depth.md")).toBe(depth.replace('"2-3"', '"2-4"'));
  const left = await runCommand("check", ...project);
  expect(linesOf(left.stderr).filter((line) => /as-cited|locked/.test(line))).toEqual([
    'briefs/harbour.md:14:53  citation-locked  ¶7 of "survey", which note 4 cites, was the number of words that are gone',
  ]);
  rewrite("briefs/harbour.md", '{% cite "survey", 7 %}', "");
  const review = await runCommand("review", ...project);
  expect([review.code, review.stdout]).toEqual([0, "Every source is as it was cited; there is nothing to review.\n"]);
  await buildCopy(copy);

  const page = elementsOf(readFileSync(join(copy.dist, "sources/survey/index.html"), "utf8"));
  /** The text of the paragraph, or the marker, in which an address leads. */
  const wordsAt = (id: string) =>
    page
      .filter(({ attributes }) => /\b(?:gone-)?paragraph\b/.test(attributes.class ?? ""))
      .filter((one) => [one, ...inside(page, one)].some(({ attributes }) => attributes.id === id))
      .map(({ text }) => text);
  for (const [id, words] of [
    ["p2", "eight metres"],
    ["p3", "ships of every flag"],
    ["p4", "Four cranes"],
    ["p6", "Fishing boats"],
    ["p7", "The customs house keeps its registers in the cellar"],
  ] as const)
    expect(wordsAt(id)).toEqual([expect.stringContaining(words)]);
  expect(page.find(({ attributes }) => attributes.id === "p7")?.attributes.class).toBe("gone-paragraph");

  const locked = read("sources/survey.lock.json");
  await buildCopy(copy);
  expect(read("sources/survey.lock.json")).toBe(locked);
});

describe("a review writes nothing", () => {
  test("that is stopped by Ctrl+C", async () => {
    const before = content();
    const terminal = openTerminal("review", project);
    await terminal.saying("Take these 2 moves as they are?");
    terminal.press(keys.enter);
    await terminal.saying("Accept: it is ¶2");
    terminal.press(keys.ctrlC);
    await terminal.saying('Stopped. Nothing of "survey" was written.');
    expect(await terminal.ended).toBe(1);
    expect(content()).toEqual(before);
  });

  test("of a source of which a question is left open", async () => {
    const before = content();
    const terminal = openTerminal("review", project);
    await terminal.saying("Take these 2 moves as they are?");
    terminal.press(keys.enter);
    await terminal.saying("Accept: it is ¶2");
    terminal.press(keys.enter);
    await terminal.saying("● Leave it open");
    terminal.press(keys.enter);
    await terminal.saying('"survey" is left open; nothing of it was written.');
    expect(await terminal.ended).toBe(1);
    expect(content()).toEqual(before);
  });

  test("when what was shown has changed meanwhile", async () => {
    rewrite("briefs/harbour.md", '{% cite "survey", 6 %}', "");
    rewrite("briefs/harbour.md", '{% cite "survey", 7 %}', "");
    rewrite("briefs/depth.md", '"2-3"', "2");
    const terminal = openTerminal("review", project);
    await terminal.saying("Take these 2 moves as they are?");
    terminal.press(keys.enter);
    await terminal.saying("Accept: it is ¶2");
    terminal.press(keys.enter);
    await terminal.saying('Write this, and the lock of "survey"?');
    rewrite("briefs/harbour.md", "The channel is deep.", "So the channel is deep.");
    const before = content();
    terminal.press(keys.enter);
    await terminal.saying("The files have changed in the meantime.");
    expect(await terminal.ended).toBe(1);
    expect(content()).toEqual(before);
  });

  test("without a terminal, where it says what to run", async () => {
    const { code, stderr } = await runCommand("review", ...project);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "A review needs a terminal. Here, see npx pincite check, and npx pincite accept <source> [label…].\n",
    );
  });
});

test("signs tell what was taken out and put in where there are no colours", async () => {
  const terminal = openTerminal("review", project, { NO_COLOR: "1" });
  await terminal.saying("Take these 2 moves as they are?");
  terminal.press(keys.enter);
  await terminal.saying("[-nine-]{+eight+}");
  await terminal.saying("Accept: it is ¶2");
  terminal.press(keys.ctrlC);
  await terminal.ended;
  expect(terminal.raw()).not.toMatch(/\u001b\[3[0-7]m/);
});

describe("accept", () => {
  test("writes nothing while something of the source is open, and says what", async () => {
    const before = content();
    const { code, stderr } = await runCommand("accept", "survey", ...project);
    expect(code).toBe(1);
    expect(stderr.split("\n").filter((line) => line.startsWith('"'))).toEqual([
      '"survey": ¶6 may be one of ¶7 (0.83), ¶6 (0.80). Write npx pincite accept survey 6=<label>, or npx pincite accept survey --drop 6.',
      '"survey": ¶7 is gone: no paragraph is like it. Write npx pincite accept survey 7=<label>, or npx pincite accept survey --drop 7.',
    ]);
    expect(stderr).toContain('briefs/harbour.md:18:39  note 5  "catch · the pier"');
    expect(content()).toEqual(before);
  });

  test("takes all that is suggested when nothing else is open, re-points the briefs, and the site is built", async () => {
    rewrite("briefs/harbour.md", '{% cite "survey", 6 %}', "");
    rewrite("briefs/harbour.md", '{% cite "survey", 7 %}', "");
    const harbour = read("briefs/harbour.md");
    const { code, stdout, stderr } = await runCommand("accept", "survey", ...project);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").filter((line) => !line.startsWith(" "))).toEqual([
      "¶2 is taken as it stands now, with other words than were cited",
      "¶3 is ¶4 now",
      "¶4 is ¶5 now",
      "¶2-3 is ¶2-4 now",
      "wrote briefs/depth.md",
      "wrote briefs/harbour.md",
      "wrote sources/survey.lock.json",
      "",
      "Read these citations once more; then run npx pincite build, and commit what was written.",
      "",
    ]);
    expect(stdout).toContain('  briefs/harbour.md:12:43  note 2  "It is open all the year."');
    expect(read("briefs/harbour.md")).toBe(
      harbour.replace('"survey", 3', '"survey", 4').replace('"survey", "4"', '"survey", "5"'),
    );
    await buildCopy(copy);
  });

  test.each([
    ["an unknown source", ["survay"], 'There is no source "survay". Nearest: "survey".'],
    ["a label nothing is asked about", ["survey", "1"], 'Nothing is asked about ¶1 of "survey".'],
    ["a label that is not there", ["survey", "6=14"], 'There is no ¶14 in "survey". Nearest: 8.'],
    [
      "two answers about one label",
      ["survey", "6=6", "--drop", "6"],
      "¶6 is answered twice. Keep one.\nnpx pincite accept --help tells what it takes.",
    ],
    [
      "something to drop without its label",
      ["survey", "--drop"],
      "--drop needs the labels of what is gone.\nnpx pincite accept --help tells what it takes.",
    ],
    [
      "a project that may not be written to",
      ["survey", "--frozen"],
      "Nothing may be written here (CI is set, or --frozen). Run this where the briefs are written, and commit what it writes.",
    ],
  ])("refuses %s in a line", async (_, args, line) => {
    const before = content();
    const { code, stderr } = await runCommand("accept", ...args, ...project);
    expect([code, stderr]).toEqual([1, `${line}\n`]);
    expect(content()).toEqual(before);
  });

  test.each([
    ["6=6 takes it where it stands", ["6=6"], "¶6 is taken as it stands now, with other words than were cited"],
    ["--drop marks it as gone", ["--drop", "6"], "¶6 is gone"],
  ])("%s", async (_, args, said) => {
    // As it was cited, but for the paragraph that is split at the end.
    writeFileSync(join(copy.root, "sources/survey.md"), readFileSync(join(fixtureFolder("drift"), "later/split.md")));
    const { code, stdout } = await runCommand("accept", "survey", ...args, ...project);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toBe(said);
    const check = await runCommand("check", ...project);
    expect(check.code).toBe(args.includes("--drop") ? 1 : 0);
  });
});
