import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixtureFolder } from "../support/fixture-site.ts";
import { runCommand } from "../support/run-command.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { keys, openTerminal } from "../support/terminal.ts";
import { hashTree } from "../support/tree.ts";

/** The harbour's survey, published; a newer one, in which a paragraph moves, a number is changed, one is split and one vanishes. */
let published: SiteCopy;
let copy: SiteCopy;
let newer: string;

const read = (path: string) => readFileSync(join(copy.root, path), "utf8");
const content = () => ["briefs", "sources"].map((folder) => hashTree(join(copy.root, folder)));
const bodyOf = (file: string) => readFileSync(file, "utf8").split("---\n").slice(2).join("---\n");
const update = (...args: string[]) => runCommand("update", ...args, "--root", copy.root);

beforeAll(async () => {
  published = copyProject(fixtureFolder("drift"));
  await buildCopy(published);
});

afterAll(() => {
  removeCopy(published);
});

beforeEach(() => {
  copy = copyProject(published.root);
  newer = join(copy.root, "survey-2026.md");
  writeFileSync(newer, bodyOf(join(fixtureFolder("drift"), "later/survey.md")));
});

afterEach(() => {
  removeCopy(copy);
});

test("without a terminal it shows what changes under which notes, and writes nothing unasked", async () => {
  const before = content();
  const { code, stdout, stderr } = await update("survey", newer);
  expect([code, stderr]).toEqual([1, "\nNothing was written. Once you have looked at the above, add --yes.\n"]);
  expect(stdout).toBe(`Survey of the harbour (survey)
2 unchanged, 2 moved, 2 edited, 2 new, 2 gone

¶3 to ¶4 moved: ¶4 to ¶5 now
¶2 edited (likeness 0.81): The depth of the channel is [-nine-]{+eight+} metres at the lowest tide.
¶3 new: A second channel was dredged in 2026 for the ferries alone.
¶6 new: Fishing boats land their catch at the old pier before sunrise.
¶6 (now ¶7) edited (likeness 0.83): [-Fishing boats land their catch at the old pier before sunrise, and the-]{+The+} market behind the pier sells it until noon every day of the week.
¶5 gone: The lighthouse at the western mole was lit for the first time in 1874.
¶7 gone: The customs house keeps its registers in the cellar below the tower.

Notes that this touches:
¶2, edited
  briefs/depth.md:10:48  note 1  "The channel, from end to end."
  briefs/depth.md:12:1  note 2  "It is deep."
  briefs/harbour.md:10:39  note 1  "The channel is deep."
¶3, moved, now ¶4
  briefs/depth.md:10:48  note 1  "The channel, from end to end."
  briefs/harbour.md:12:43  note 2  "It is open all the year."
¶4, moved, now ¶5
  briefs/harbour.md:12:91  note 3  "Cranes lift forty tonnes."
¶6, edited, now ¶7
  briefs/harbour.md:18:39  note 5  "catch · the pier"
¶7, gone
  briefs/harbour.md:14:53  note 4  "The registers lie in the cellar."
`);
  expect(content()).toEqual(before);
});

test("with --yes it writes the source and says what is open", async () => {
  const { code, stdout, stderr } = await update("survey", newer, "--yes", "--issued", "2026");
  expect(code).toBe(1);
  expect(stdout).toContain("wrote sources/survey.md\n");
  expect(stderr.match(/^"survey": ¶\S+/gm)).toEqual(["2", "3", "4", "6", "7"].map((label) => `"survey": ¶${label}`));
  expect(stderr).toContain(
    "Open: npx pincite review asks for each; npx pincite accept survey takes what is suggested.",
  );
  expect(read("sources/survey.md")).toContain('issued: "2026"\n');
  expect(bodyOf(join(copy.root, "sources/survey.md"))).toBe(readFileSync(newer, "utf8"));
});

test("once what was open is settled, the same text is nothing to update", async () => {
  writeFileSync(newer, bodyOf(join(copy.root, "sources/survey.md")).replace("nine metres", "eight metres"));
  expect((await update("survey", newer, "--yes")).code).toBe(1);
  expect((await runCommand("accept", "survey", "--root", copy.root)).stderr).toBe("");
  const again = await update("survey", newer);
  expect([again.code, again.stdout]).toEqual([
    0,
    "Survey of the harbour (survey)\nThe text is the same, in all 8 paragraphs.\n",
  ]);
});

test("on a terminal it asks, writes, and goes on into the review", async () => {
  writeFileSync(newer, bodyOf(join(copy.root, "sources/survey.md")).replace("nine metres", "eight metres"));
  const terminal = openTerminal("update", ["survey", newer, "--root", copy.root]);
  await terminal.saying("7 unchanged, 0 moved, 1 edited, 0 new, 0 gone");
  await terminal.saying("[-nine-]{+eight+}");
  await terminal.saying("Put this text in place of sources/survey.md?");
  terminal.press(keys.enter);
  await terminal.saying("wrote sources/survey.md");
  await terminal.saying("Accept: it is ¶2");
  terminal.press(keys.enter);
  await terminal.saying('Write this, and the lock of "survey"?');
  terminal.press(keys.enter);
  await terminal.saying("wrote sources/survey.lock.json");
  await terminal.saying("Nothing is open any more.");
  expect(await terminal.ended).toBe(0);
  expect((await runCommand("check", "--root", copy.root)).code).toBe(0);
});

test("whoever gives up on a terminal has written nothing", async () => {
  const before = content();
  const terminal = openTerminal("update", ["survey", newer, "--root", copy.root]);
  await terminal.saying("Put this text in place of sources/survey.md?");
  terminal.press(keys.ctrlC);
  await terminal.saying("Nothing was written.");
  expect(await terminal.ended).toBe(1);
  expect(content()).toEqual(before);
});

test("what changed while somebody looked is not overwritten", async () => {
  const terminal = openTerminal("update", ["survey", newer, "--root", copy.root]);
  await terminal.saying("Put this text in place of sources/survey.md?");
  const path = join(copy.root, "sources/survey.md");
  writeFileSync(path, read("sources/survey.md").replace("ships of every flag", "all ships"));
  const before = content();
  terminal.press(keys.enter);
  await terminal.saying("The files have changed in the meantime. Nothing was written");
  expect(await terminal.ended).toBe(1);
  expect(content()).toEqual(before);
});

describe("what no lock holds yet", () => {
  test("is recorded along with the update, as it was cited", async () => {
    rmSync(join(copy.root, "sources/survey.lock.json"));
    const { code, stdout, stderr } = await update("survey", newer, "--yes");
    expect([code, stdout.match(/^wrote .*$/gm)]).toEqual([
      1,
      ["wrote sources/survey.lock.json", "wrote sources/survey.md"],
    ]);
    expect(stderr).toContain('"survey": ¶7 is gone');
  });

  test("stops the update where it cannot be recorded", async () => {
    rmSync(join(copy.root, "sources/survey.lock.json"));
    writeFileSync(join(copy.root, "briefs/depth.md"), read("briefs/depth.md").replace('"2-3"', '"2-33"'));
    const before = content();
    const { code, stderr } = await update("survey", newer, "--yes");
    expect(code).toBe(1);
    expect(stderr).toContain('no lock of "survey" holds yet what they cite');
    expect(stderr).toContain("\n  briefs/harbour.md:14:53  note 4");
    expect(content()).toEqual(before);
  });
});

test("for programs it prints every paragraph's fate with the notes, and writes with --yes only", async () => {
  const before = content();
  const { code, stdout } = await update("survey", newer, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    source: "survey",
    counts: { unchanged: 2, moved: 2, edited: 2, new: 2, gone: 2 },
    written: [],
    open: [],
  });
  const { paragraphs } = JSON.parse(stdout) as { paragraphs: { kind: string; label?: string; notes: unknown[] }[] };
  expect(paragraphs.filter(({ kind }) => kind === "gone")).toMatchObject([
    { label: "5", notes: [] },
    { label: "7", notes: [{ path: "briefs/harbour.md", line: 14, column: 53, note: 4 }] },
  ]);
  expect(content()).toEqual(before);
});

describe("refused in a line, with nothing written:", () => {
  test.each<[string, string[], string]>([
    ["an unknown source", ["survay"], 'There is no source "survay". Nearest: "survey".\n'],
    [
      "a project that may not be written to",
      ["survey", "--yes", "--frozen"],
      "Nothing may be written here (CI is set, or --frozen).",
    ],
    ["what is no date", ["survey", "--yes", "--issued", "soon"], '"soon" is not a date.'],
  ])("%s", async (_, [id = "", ...options], line) => {
    const before = content();
    const { code, stderr } = await update(id, newer, ...options);
    expect(code).toBe(1);
    expect(stderr).toContain(line);
    expect(content()).toEqual(before);
  });

  test("a source that is a module", async () => {
    writeFileSync(
      join(copy.root, "sources/made.ts"),
      'export default { metadata: { type: "report", title: "M", grade: "data", language: "en", rights: "excerpt", numbering: "ours" }, blocks: [{ text: "One." }] };\n',
    );
    const { stderr } = await update("made", newer, "--yes");
    expect(stderr).toBe('"made" is given by the module sources/made.ts, which makes its text. Change the module.\n');
  });
});

describe("check --original", () => {
  test("finds the source by its paragraphs and shows where the words differ", async () => {
    const before = content();
    writeFileSync(newer, bodyOf(join(copy.root, "sources/survey.md")).replace("nine metres", "eight metres"));
    const { code, stdout, stderr } = await runCommand("check", "--original", newer, "--root", copy.root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^"survey" \(sources\/survey\.md\) against .*\n7 paragraphs aligned\n$/);
    expect(stderr).toBe(
      'sources/survey.md:16:1  original-aligned  ¶2 has other words than the original: here "…depth of the channel is nine metres at the lowest tide.", there "…depth of the channel is eight metres at the lowest tide.".\n\n1 problem.\n',
    );
    expect(content()).toEqual(before);
  });

  test("of a digest says that all is aligned, or which paragraph is not, without the original's words", async () => {
    await runCommand(
      "add",
      newer,
      "--digest",
      "--id",
      "digest",
      "--title",
      "D",
      "--language",
      "en",
      "--grade",
      "data",
      "--yes",
      "--root",
      copy.root,
    );
    const aligned = await runCommand("check", "--original", newer, "--root", copy.root);
    expect([aligned.code, aligned.stdout]).toEqual([
      0,
      expect.stringContaining("the file it was made from\n8 paragraphs aligned\n"),
    ]);
    writeFileSync(newer, readFileSync(newer, "utf8").replace("Four cranes", "Six cranes"));
    const { code, stdout } = await runCommand(
      "check",
      "--original",
      newer,
      "--source",
      "digest",
      "--json",
      "--root",
      copy.root,
    );
    expect(code).toBe(1);
    expect(stdout).not.toContain("cranes");
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ path: "sources/digest.md", rule: "original-aligned" }] });
  });

  test("says so where no source has anything of the file", async () => {
    writeFileSync(newer, "Something else altogether stands in this file.");
    const { code, stderr } = await runCommand("check", "--original", newer, "--root", copy.root);
    expect([code, stderr]).toEqual([1, expect.stringContaining("is not the original of any source here")]);
  });
});
