import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtureFolder } from "../../support/fixture-site.ts";
import { runCommand, startCommand } from "../../support/run-command.ts";
import { contentsOf } from "../../support/site-contents.ts";
import { commandLine, copyProject, removeCopy, type SiteCopy } from "../../support/site-copy.ts";
import { edit } from "../../support/two-sites.ts";
import { filesBelow } from "../../support/tree.ts";

/** Where a build has more than one process, one of them makes the index while links are checked. */
let copy: SiteCopy;
const build = () => ["--jobs", "2", ...commandLine(copy)];
const kept = () => join(copy.root, ".pincite/search");
const isReading = (path: string) => /^readings\/\d\d\.jsonl$/.test(path);

beforeAll(async () => {
  copy = copyProject(fixtureFolder("styles"));
  // It leads to a file that may not be there when links are looked at.
  edit(copy, "layouts/own/notes.njk", "</h1>", '</h1><a href="/pagefind/pagefind-entry.json">What is searched</a>');
  const { stderr, code } = await runCommand("build", "--jobs", "1", ...commandLine(copy));
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
});

afterAll(() => {
  removeCopy(copy);
});

test("the site is the same, and a link to a file of the index arrives", async () => {
  const alone = contentsOf(copy.dist);
  rmSync(kept(), { recursive: true });
  const { stdout, stderr } = await runCommand("build", "--fresh", ...build());
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^index +\d+ pages with Pagefind/m);
  expect(contentsOf(copy.dist)).toEqual(alone);
});

test("a fault of the index stops the build, which says so and leaves nothing but the old site", async () => {
  const before = contentsOf(copy.dist);
  rmSync(kept(), { recursive: true });
  writeFileSync(kept(), "");
  const { code, stderr } = await runCommand("build", "--fresh", ...build());
  rmSync(kept());
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(".pincite/search") as string });
  expect(contentsOf(copy.dist)).toEqual(before);
  const left = filesBelow(join(copy.root, ".pincite")).filter((path) => !isReading(path));
  expect(left).toEqual(["built-dist.json"]);
});

/** Of all processes whose command line has a text; on Linux. */
function processesOf(text: string): number[] {
  const running = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return running.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
    } catch {
      return false;
    }
  });
}

/** The processes below one. */
function processesBelow(pid: number): number[] {
  const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").map(Number).filter(Boolean);
  return below.flatMap((child) => [child, ...processesBelow(child)]);
}

test.runIf(process.platform === "linux")("no process is left of a build that is killed", async () => {
  const running = startCommand("build", ["--fresh", ...build()]);
  await running.saying("render ");
  let below: number[] = [];
  for (let turn = 0; turn < 200 && !below.some((pid) => processesOf("index-program").includes(pid)); turn++) {
    await wait(10);
    below = processesBelow(running.process.pid ?? 0);
  }
  expect(processesOf("index-program").filter((pid) => below.includes(pid)).length).toBe(1);
  running.process.kill("SIGKILL");
  await running.result;
  const left = () => readdirSync("/proc").filter((name) => below.includes(Number(name)));
  for (let turn = 0; turn < 500 && left().length > 0; turn++) await wait(10);
  expect(left()).toEqual([]);
  const { code } = await runCommand("build", "--fresh", ...build());
  expect(code).toBe(0);
  const leftover = filesBelow(join(copy.root, ".pincite")).filter(
    (path) => !isReading(path) && !/^search\/site\/[\w-]+$/.test(path),
  );
  expect(leftover).toEqual(["built-dist.json"]);
});
