import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const library = join(root, "lib");

interface Import {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** A path in the project, or a package as it is written. */
  readonly target: string;
}

function posix(path: string): string {
  return relative(root, path).split(sep).join("/");
}

function importsOf(file: string): Import[] {
  return ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({ fileName }) => ({
    file: posix(file),
    target: fileName.startsWith(".") ? posix(join(dirname(file), fileName)) : fileName,
  }));
}

const files = readdirSync(library, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.[cm]?[jt]s$/.test(name))
  .map((name) => join(library, name));
const imports = files.flatMap(importsOf);

/** Imports that files of one folder make, other than those allowed. */
function forbidden(folder: string, allowed: (target: string) => boolean): string[] {
  return imports
    .filter(({ file, target }) => file.startsWith(`lib/${folder}/`) && !allowed(target))
    .map(({ file, target }) => `${file} imports ${target}`);
}

const isPackage = (target: string) => !target.startsWith("lib/") && !target.startsWith("..");
const isIn =
  (...folders: string[]) =>
  (target: string) =>
    folders.some((folder) => target.startsWith(`lib/${folder}/`));

/** Packages that are text in, data out. */
const purePackages = new Set([
  "markdown-it", "markdown-it-container", "markdown-it-footnote", "mdast", "mdast-util-gfm", "mdast-util-to-markdown",
  "yaml", "zod",
]); // prettier-ignore

test("there is a library to look at", () => {
  expect(files.length).toBeGreaterThan(40);
  expect(imports.length).toBeGreaterThan(100);
});

describe("imports go one way", () => {
  test("the core is pure: it imports itself and a few packages that are", () => {
    const inCore = isIn("core");
    expect(forbidden("core", (target) => inCore(target) || purePackages.has(target))).toEqual([]);
  });

  test.each([
    ["files", ["files", "core"]],
    ["importers", ["importers", "core"]],
    ["site", ["site", "core", "files"]],
    ["cli", ["cli", "core", "files", "importers", "site"]],
  ])("%s imports no folder of the library but %s", (folder, allowed) => {
    const may = isIn(...allowed);
    expect(forbidden(folder, (target) => may(target) || isPackage(target))).toEqual([]);
  });

  test("disk and documents know no site generator", () => {
    const generator = /^(?:@11ty\/|pagefind|nunjucks)/;
    for (const folder of ["files", "importers"])
      expect(forbidden(folder, (target) => !generator.test(target))).toEqual([]);
  });

  test("importers get bytes: they open no file and no connection themselves", () => {
    const outside = /^node:(?:fs|http|https|net|dns|child_process|worker_threads)\b/;
    expect(forbidden("importers", (target) => !outside.test(target))).toEqual([]);
  });

  test("nothing in the library stands outside its folders", () => {
    const folders = new Set(files.map((file) => posix(file).split("/")[1]));
    expect(["core", "files", "importers", "site", "cli"]).toEqual(expect.arrayContaining([...folders]));
  });
});

test("the core and the importers touch neither the machine nor the clock", () => {
  const world = /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bfetch\(/;
  const touching = files.filter(
    (file) => /^lib\/(?:core|importers)\//.test(posix(file)) && world.test(readFileSync(file, "utf8")),
  );
  expect(touching.map(posix)).toEqual([]);
});
