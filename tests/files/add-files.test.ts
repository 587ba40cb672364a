import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addFiles, filesInTheWay } from "../../lib/files/add-files.ts";
import { filesBelow } from "../support/tree.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const files = [
  { path: "a.md", content: "a" },
  { path: "deep/er/b.md", content: "b" },
];

test("files are made below a folder that was not there, with what the check adds", async () => {
  const folder = join(temporaryFolder(), "new", "site");
  await addFiles(folder, files, (waiting) => {
    expect(filesBelow(waiting)).toEqual(["a.md", "deep/er/b.md"]);
    return Promise.resolve([{ path: "deep/c.md", content: "c" }]);
  });
  expect(filesBelow(folder)).toEqual(["a.md", "deep/c.md", "deep/er/b.md"]);
  expect(readFileSync(join(folder, "deep/er/b.md"), "utf8")).toBe("b");
});

test("where the check fails, nothing is left, not even the folder", async () => {
  const home = temporaryFolder();
  const failing = addFiles(join(home, "new", "site"), files, () => Promise.reject(new Error("not so")));
  await expect(failing).rejects.toThrow("not so");
  expect(readdirSync(home)).toEqual([]);
});

test("where a file cannot be moved into its place, those that were are taken away again", async () => {
  const home = temporaryFolder({ "mine.md": "mine", "z.md/of/mine.md": "mine" });
  const failing = addFiles(home, [...files, { path: "z.md", content: "z" }], () => Promise.resolve([]));
  await expect(failing).rejects.toThrow();
  expect(filesBelow(home)).toEqual(["mine.md", "z.md/of/mine.md"]);
  expect(existsSync(join(home, "deep"))).toBe(false);
});

test("what is in the way is named: a file in a file's place, and a file in a folder's", () => {
  const folder = temporaryFolder({ "a.md": "mine", deep: "mine", "fine/mine.md": "mine" });
  expect(filesInTheWay(folder, ["a.md", "deep/er/b.md", "fine/b.md", "c.md"])).toEqual(["a.md", "deep"]);
});
