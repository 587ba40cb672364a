import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openWorkspace } from "../../lib/site/swap.ts";
import { copyFixture } from "../support/fixture-site.ts";
import type { SiteCopy } from "../support/site-copy.ts";
import { filesBelow } from "../support/tree.ts";

/** The number of a process that has ended. */
const endedProcess = () => spawnSync(process.execPath, ["--version"]).pid;

describe("what a kill can leave is put right before the next build", () => {
  /** A project with a published site whose home page says "old". */
  function publishedProject(): SiteCopy {
    const copy = copyFixture("small");
    const workspace = openWorkspace(copy.root, copy.dist);
    writeFileSync(join(workspace.staging, "index.html"), "old");
    void workspace.publish();
    return copy;
  }

  const work = (copy: SiteCopy, name: string) => join(copy.root, ".pincite", name);

  test.each([
    [
      "the old site moved away and the new one not yet in its place",
      (copy: SiteCopy) => {
        renameSync(copy.dist, work(copy, "previous-dist"));
      },
      "old",
    ],
    [
      "the new site in its place and the old one not yet thrown away",
      (copy: SiteCopy) => {
        cpSync(copy.dist, work(copy, "previous-dist"), { recursive: true });
        writeFileSync(join(copy.dist, "index.html"), "new");
      },
      "new",
    ],
    [
      "half a site that was being built",
      (copy: SiteCopy) => {
        const staging = work(copy, `staging-${endedProcess()}`);
        mkdirSync(staging);
        writeFileSync(join(staging, "index.html"), "half");
      },
      "old",
    ],
    [
      "a lock that was being taken from a build killed before",
      (copy: SiteCopy) => {
        writeFileSync(work(copy, `lock-${endedProcess()}`), "1");
      },
      "old",
    ],
  ])("%s", (_, leave, expected) => {
    const copy = publishedProject();
    leave(copy);
    openWorkspace(copy.root, copy.dist).discard();
    expect(readFileSync(join(copy.dist, "index.html"), "utf8")).toBe(expected);
    expect(filesBelow(join(copy.root, ".pincite"))).toEqual([]);
  });
});

describe("what no build made is never replaced", () => {
  test.each([
    [
      "a file",
      (dist: string) => {
        writeFileSync(dist, "notes");
      },
      "is not a folder",
    ],
    [
      "a folder of other files",
      (dist: string) => {
        mkdirSync(dist);
        writeFileSync(join(dist, "notes.txt"), "notes");
      },
      "did not make",
    ],
  ])("%s where the site should go is left alone, and named", (_, put, reason) => {
    const copy = copyFixture("small");
    put(copy.dist);
    expect(() => openWorkspace(copy.root, copy.dist)).toThrow(new RegExp(`^${copy.dist} .*${reason}`));
    expect(existsSync(copy.dist)).toBe(true);
    expect(
      readFileSync(existsSync(join(copy.dist, "notes.txt")) ? join(copy.dist, "notes.txt") : copy.dist, "utf8"),
    ).toBe("notes");
  });
});
