import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace } from "../../lib/site/swap.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import { startCommand } from "../support/run-command.ts";
import { contentsOf, type SiteContents } from "../support/site-contents.ts";
import { buildCopy, commandLine, copyProject, removeCopy, type SiteCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";

/** The stages that a build names as it ends each of them. */
const stages = ["read", "verify", "render", "index", "check links", "publish"];

/** A project whose published site is older than its brief, and the two sites that may be found there. */
let copy: SiteCopy;
let old: SiteContents;
let revised: SiteContents;
/** How long a build took, in milliseconds. */
let duration: number;

const kept = () => join(copy.root, "kept");

beforeAll(async () => {
  copy = copyProject(fixtureFolder("small"));
  const brief = join(copy.root, "briefs/harbour.md");
  const text = readFileSync(brief, "utf8");
  await buildCopy(copy);
  old = contentsOf(copy.dist);
  cpSync(copy.dist, kept(), { recursive: true });
  writeFileSync(brief, text.replace("title: The harbour", "title: The harbour, revised"));
  const start = performance.now();
  await buildCopy(copy);
  duration = performance.now() - start;
  revised = contentsOf(copy.dist);
  expect(revised).not.toEqual(old);
  putBackOldSite();
});

afterAll(() => {
  removeCopy(copy);
});

function putBackOldSite(): void {
  rmSync(copy.dist, { recursive: true });
  cpSync(kept(), copy.dist, { recursive: true });
}

/** What stands in the place of the site once the next command has begun; the old site is then put back. */
function siteAfterKill(moment: string): SiteContents {
  openWorkspace(copy.root, copy.dist).discard();
  const found = contentsOf(copy.dist);
  expect([old, revised], `after a kill at ${moment}`).toContainEqual(found);
  putBackOldSite();
  return found;
}

/** Start a build and kill it, when it has said that a stage is over or after a time. */
async function killBuild(moment: { stage: string } | { milliseconds: number }): Promise<void> {
  const build = startCommand("build", commandLine(copy));
  if ("stage" in moment) await build.saying(moment.stage.padEnd(12));
  else await wait(moment.milliseconds);
  build.process.kill("SIGKILL");
  await build.result;
  siteAfterKill(JSON.stringify(moment));
}

test(
  "a build that is killed as a stage ends leaves the old site or the new one, whole",
  { timeout: 600_000 },
  async () => {
    for (const stage of stages) await killBuild({ stage });
  },
);

test("so does a build that is killed at any other moment", { timeout: 600_000 }, async () => {
  for (let part = 0; part < 12; part++) await killBuild({ milliseconds: ((part + Math.random()) / 12) * duration });
});

test("so does a build that is killed before any one of its last steps", { timeout: 600_000 }, async () => {
  const preload = { module: "./tests/support/kill-at-operation.ts" };
  const folders = [copy.root, join(copy.root, ".pincite")].join(delimiter);
  const found: SiteContents[] = [];
  for (let step = 1, ended = false; !ended; step++) {
    const env = { KILL_FOLDERS: folders, KILL_SITE: copy.dist, KILL_AT: String(step) };
    const { code, stderr } = await startCommand("build", commandLine(copy), { ...preload, env }).result;
    expect(stderr).toBe("");
    ended = code === 0;
    found.push(siteAfterKill(`step ${step}`));
  }
  // Some kills came before the swap and some after it; otherwise the steps were not found.
  const killed = found.slice(0, -1);
  expect(killed).toContainEqual(old);
  expect(killed).toContainEqual(revised);
});

test("the build after them all succeeds, and nothing of theirs is left", async () => {
  await buildCopy(copy);
  expect(contentsOf(copy.dist)).toEqual(revised);
  // What is kept for the next build is whole: no half of it, no staged site, no lock.
  const kept = /^(search\/site\/[\w-]+|readings\/\d\d\.jsonl)$/;
  const left = filesBelow(join(copy.root, ".pincite")).filter((path) => !kept.test(path));
  expect(left).toEqual(["built-dist.json"]);
});
