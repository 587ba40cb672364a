import { copyFileSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Snapshot } from "./written.ts";

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pincite-written-"));
  mkdirSync(at("site/deep"), { recursive: true });
  writeFileSync(at("site/deep/old.html"), "12345");
  // An hour old, so that a file written again has another time on every file system.
  const hourAgo = Date.now() / 1000 - 3600;
  utimesSync(at("site/deep/old.html"), hourAgo, hourAgo);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each<[string, () => void, number, number]>([
  ["nothing that was left", () => undefined, 0, 0],
  [
    "a new file",
    () => {
      writeFileSync(at("site/new.html"), "123");
    },
    1,
    3,
  ],
  [
    "a file that was written again with the same bytes",
    () => {
      writeFileSync(at("site/deep/old.html"), "12345");
    },
    1,
    5,
  ],
  [
    "a copy",
    () => {
      copyFileSync(at("site/deep/old.html"), at("site/copy.html"));
    },
    1,
    5,
  ],
  [
    "nothing that was moved",
    () => {
      renameSync(at("site/deep/old.html"), at("site/moved.html"));
    },
    0,
    0,
  ],
  [
    "nothing that was linked to another name",
    () => {
      linkSync(at("site/deep/old.html"), at("site/linked.html"));
    },
    0,
    0,
  ],
  [
    "nothing that was taken away",
    () => {
      rmSync(at("site/deep"), { recursive: true });
    },
    0,
    0,
  ],
])("written is %s", (_, change, files, bytes) => {
  const before = Snapshot.of([at("site")]);
  change();
  expect(Snapshot.of([at("site")]).since(before)).toEqual({ files, bytes });
});

test("a folder that is not there holds nothing", () => {
  expect(Snapshot.of([at("nowhere")]).amount).toEqual({ files: 0, bytes: 0 });
});

test("what several folders hold is added up", () => {
  mkdirSync(at("kept"));
  writeFileSync(at("kept/cache.json"), "1");
  expect(Snapshot.of([at("site"), at("kept")]).amount).toEqual({ files: 2, bytes: 6 });
});
