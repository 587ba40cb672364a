import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { copyFixture } from "../support/fixture-site.ts";
import { startCommand } from "../support/run-command.ts";
import { buildCopy, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";

/** Run a command on copies of a project, killed before each of its operations on briefs and sources in turn, until one ends by itself. */
async function killEach(
  from: SiteCopy,
  run: (copy: SiteCopy) => readonly [name: "rename" | "update", ...args: string[]],
  look: (copy: SiteCopy) => void,
): Promise<void> {
  for (let step = 1; ; step++) {
    const copy = copyProject(from.root);
    try {
      const folders = ["briefs", "sources"].map((name) => join(copy.root, name));
      const env = { KILL_FOLDERS: folders.join(delimiter), KILL_SITE: copy.dist, KILL_AT: String(step) };
      const preload = { module: "./tests/support/kill-at-operation.ts", env };
      const [name, ...args] = run(copy);
      const { code } = await startCommand(name, [...args, "--root", copy.root], preload).result;
      look(copy);
      if (code !== null) return;
    } finally {
      removeCopy(copy);
    }
  }
}

test("an update that is killed leaves no newer text without a record of the older", { timeout: 600_000 }, async () => {
  const project = copyFixture("drift");
  await buildCopy(project);
  rmSync(join(project.root, "sources/survey.lock.json"));
  const older = readFileSync(join(project.root, "sources/survey.md"), "utf8");
  const newer = join(project.root, "newer.txt");
  writeFileSync(newer, "The channel is eight metres deep.\n");
  const found = new Set<string>();
  await killEach(
    project,
    () => ["update", "survey", newer, "--yes"],
    (copy) => {
      const text = readFileSync(join(copy.root, "sources/survey.md"), "utf8");
      const isRecorded = existsSync(join(copy.root, "sources/survey.lock.json"));
      found.add(`${text === older ? "older" : "newer"}, ${isRecorded ? "recorded" : "unrecorded"}`);
    },
  );
  expect([...found]).toEqual(["older, unrecorded", "older, recorded", "newer, recorded"]);
});

test(
  "a renaming that is killed never leaves the new name without the record of the old",
  { timeout: 600_000 },
  async () => {
    const project = copyFixture("drift");
    await buildCopy(project);
    const has = (copy: SiteCopy, name: string) => existsSync(join(copy.root, "sources", name));
    const found = new Set<string>();
    await killEach(
      project,
      () => ["rename", "survey", "poll", "--kind", "source", "--yes"],
      (copy) => {
        const names = ["survey.md", "survey.lock.json", "poll.md", "poll.lock.json"].filter((name) => has(copy, name));
        const cites = readFileSync(join(copy.root, "briefs/harbour.md"), "utf8").includes('"poll"') ? "poll" : "survey";
        expect(names).toContain(`${cites}.md`);
        expect(names).toContain(`${cites}.lock.json`);
        found.add([cites, ...names].join(" "));
      },
    );
    expect(found.size).toBeGreaterThan(3);
  },
);
