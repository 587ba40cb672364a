import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../lib/files/list-files.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function list(names: readonly string[], endings: readonly string[] = [".md"]) {
  const root = temporaryFolder(Object.fromEntries(names.map((name) => [`briefs/${name}`, ""])));
  const { files, problems } = listFiles(root, "briefs", endings);
  return { files: files.map(({ name, ending }) => name + ending), refused: problems.map(({ place }) => place.path) };
}

test("files are listed by name, in an order that is the same everywhere", () => {
  expect(list(["b.md", "a-2.md", "a.md", "a-10.md"]).files).toEqual(["a-10.md", "a-2.md", "a.md", "b.md"]);
});

test("a file is known by name, ending and both its paths", () => {
  const root = temporaryFolder({ "briefs/deadline.md": "" });
  expect(listFiles(root, "briefs", [".md"]).files).toEqual([
    { name: "deadline", ending: ".md", absolute: join(root, "briefs", "deadline.md"), path: "briefs/deadline.md" },
  ]);
});

test("the first ending that fits counts", () => {
  expect(list(["udhr.lock.json", "udhr.ts"], [".lock.json", ".md", ".ts"])).toEqual({
    files: ["udhr.lock.json", "udhr.ts"],
    refused: [],
  });
});

test("what begins with a dot or an underscore is passed over", () => {
  expect(list([".DS_Store", "_draft.md", "_notes.txt", "_folder/a.md", ".git/x"])).toEqual({ files: [], refused: [] });
});

describe("what has no place there is a problem", () => {
  test.each([
    ["another ending", "a.txt"],
    ["an ending in capitals", "a.MD"],
    ["no ending", "a"],
    ["capitals", "Deadline.md"],
    ["a space", "a b.md"],
    ["letters that an address would encode", "é.md"],
    ["two points", "a.b.md"],
    ["nothing before the ending", "-.md"],
    ["a hyphen at the end", "a-.md"],
    ["a name that runs on too long", `${"a".repeat(81)}.md`],
  ])("%s", (_, name) => {
    expect(list([name])).toEqual({ files: [], refused: [`briefs/${name}`] });
  });

  test("a folder, whatever its name", () => {
    expect(list(["2025/a.md", "folder.md/a.md"])).toEqual({ files: [], refused: ["briefs/2025", "briefs/folder.md"] });
  });

  test("a link, even to a file that would do", () => {
    const root = temporaryFolder({ "a.md": "" });
    mkdirSync(join(root, "briefs"));
    symlinkSync(join(root, "a.md"), join(root, "briefs", "a.md"));
    const { files, problems } = listFiles(root, "briefs", [".md"]);
    expect(files).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toEqual(["file-readable"]);
  });
});

test("a folder that is not there is empty", () => {
  expect(listFiles(temporaryFolder(), "briefs", [".md"])).toEqual({ files: [], folders: [], problems: [] });
});
