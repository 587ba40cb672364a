import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../lib/files/write-files.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("files are replaced whole, new ones are made, and nothing else is left", () => {
  const folder = temporaryFolder({ "a.md": "old", "c.md": "kept" });
  writeFiles([
    { absolute: join(folder, "a.md"), content: "new" },
    { absolute: join(folder, "b.md"), content: "made" },
  ]);
  expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])).toEqual([
    ["a.md", "new"],
    ["b.md", "made"],
    ["c.md", "kept"],
  ]);
});

test("a file keeps its permissions", () => {
  const folder = temporaryFolder({ "a.md": "old" });
  chmodSync(join(folder, "a.md"), 0o640);
  writeFiles([{ absolute: join(folder, "a.md"), content: "new" }]);
  expect(statSync(join(folder, "a.md")).mode & 0o777).toBe(0o640);
});

test("when one cannot be written, none is", () => {
  const folder = temporaryFolder({ "a.md": "old" });
  const files = [
    { absolute: join(folder, "a.md"), content: "new" },
    { absolute: join(folder, "missing/b.md"), content: "new" },
  ];
  expect(() => {
    writeFiles(files);
  }).toThrow("ENOENT");
  expect(readdirSync(folder)).toEqual(["a.md"]);
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("old");
});

test("a folder in a file's place stays, and so does what was to be written before it", () => {
  const folder = temporaryFolder({ "a.md": "old" });
  mkdirSync(join(folder, "b.md"));
  expect(() => {
    writeFiles([{ absolute: join(folder, "b.md"), content: "new" }]);
  }).toThrow();
  expect(readdirSync(folder)).toEqual(["a.md", "b.md"]);
});
