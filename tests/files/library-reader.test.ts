import fc from "fast-check";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sortProblems } from "../../lib/core/problem.ts";
import { LibraryReader } from "../../lib/files/library-reader.ts";
import { temporaryFolder, writeAll } from "./temporary-folder.ts";

const brief = `---
title: A brief
summary: What it says.
authors: [{ literal: Somebody }]
date: 2026-03-05
status: published
---
A{% cite "report", 1 %}
`;
const metadata = "type: report\ntitle: A report\nlanguage: en\ngrade: primary\nrights: digest\nnumbering: ours\n";
const report = `---\n${metadata}---\nOne.\n`;
const page = '---\ntitle: About\npermalink: /about/\n---\n{% cite "report", 1 %}\n';

const chart = "```chart\ntype: bars\ndata: ships.csv\n```\nFigure: Ships.[^own]\n\n[^own]: Counted.\n";

function moduleSource(text: string): string {
  return `export default () => ({
    metadata: { type: "treaty", title: "A treaty", language: "en", grade: "primary", rights: "digest", numbering: "ours" },
    blocks: [{ text: ${JSON.stringify(text)} }],
  });\n`;
}

function library(files: Record<string, string | Uint8Array>) {
  const root = temporaryFolder(files);
  return { root, reader: new LibraryReader({ root, pages: "layouts/pages", language: "en" }) };
}

/** Each problem as `path rule`. */
async function problemsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const { problems } = await library(files).reader.read();
  return problems.map(({ place, rule }) => `${place.path} ${rule}`);
}

test("a library is its briefs, its sources and the pages that cite", async () => {
  const { reader } = library({
    "briefs/a-brief.md": brief,
    "sources/report.md": report,
    "sources/treaty.ts": moduleSource("All are free."),
    "layouts/pages/about.njk": page,
    "layouts/pages/plain.njk": "<p>Nothing is cited here.</p>",
  });
  const { briefs, sources, pages, problems } = await reader.read();
  expect(problems).toEqual([]);
  expect(briefs.map(({ name }) => name)).toEqual(["a-brief"]);
  expect([...sources.keys()]).toEqual(["report", "treaty"]);
  expect(sources.get("treaty")?.paragraphs.map(({ text }) => text)).toEqual(["All are free."]);
  expect(pages.map(({ name, path }) => [name, path])).toEqual([["about", "layouts/pages/about.njk"]]);
});

test("an empty project is an empty library", async () => {
  const { stamps, ...read } = await library({}).reader.read();
  expect(stamps?.get({})).toBeUndefined();
  expect(read).toEqual({
    briefs: [],
    pages: [],
    sources: new Map(),
    records: new Map(),
    problems: [],
  });
});

describe("each file is read once", () => {
  test("one that has not changed keeps its reading", async () => {
    const { reader } = library({
      "briefs/a-brief.md": brief,
      "sources/report.md": report,
      "sources/treaty.ts": moduleSource("A"),
    });
    const before = await reader.read();
    const after = await reader.read();
    expect(after.briefs[0]).toBe(before.briefs[0]);
    expect(after.sources.get("report")).toBe(before.sources.get("report"));
    expect(after.sources.get("treaty")).toBe(before.sources.get("treaty"));
  });

  test("one that has changed is read again, and the others are not", async () => {
    const { root, reader } = library({ "briefs/a-brief.md": brief, "sources/report.md": report });
    const before = await reader.read();
    writeAll(root, { "sources/report.md": `${report}\nTwo.\n` });
    const after = await reader.read();
    expect(after.sources.get("report")?.paragraphs).toHaveLength(2);
    expect(after.briefs[0]).toBe(before.briefs[0]);
  });

  test("a change that leaves the size as it was is seen", async () => {
    const { root, reader } = library({ "sources/report.md": report });
    await reader.read();
    writeAll(root, { "sources/report.md": report.replace("One", "Two") });
    expect((await reader.read()).sources.get("report")?.paragraphs[0]?.text).toBe("Two.");
  });

  test("a module that was edited is run again", async () => {
    const { root, reader } = library({ "sources/treaty.ts": moduleSource("Before.") });
    await reader.read();
    writeAll(root, { "sources/treaty.ts": moduleSource("Afterwards.") });
    expect((await reader.read()).sources.get("treaty")?.paragraphs[0]?.text).toBe("Afterwards.");
  });

  test("one that is gone is forgotten", async () => {
    const { root, reader } = library({ "briefs/a-brief.md": brief });
    await reader.read();
    rmSync(join(root, "briefs/a-brief.md"));
    expect((await reader.read()).briefs).toEqual([]);
  });
});

describe("where it is known what was saved", () => {
  const other = { "briefs/b-brief.md": brief, "sources/report.md": report };

  test("no other file is looked at, and all are again when it is not known", async () => {
    const { root, reader } = library({ "briefs/a-brief.md": brief, ...other });
    const before = await reader.read();
    writeAll(root, { "briefs/a-brief.md": `${brief}\nMore.\n`, "briefs/b-brief.md": `${brief}\nMore.\n` });
    const after = await reader.read(new Set([join(root, "briefs/a-brief.md")]));
    expect(after.briefs.map((one, at) => one === before.briefs[at])).toEqual([false, true]);
    const all = await reader.read();
    expect(all.briefs.map((one, at) => one === after.briefs[at])).toEqual([true, false]);
  });

  test("sources, locks, the glossary and a table beside a brief are read again", async () => {
    const files = { "briefs/_glossary.md": "## Quay\n\nA wall.\n", "sources/report.lock.json": "{}" };
    const withChart = { "briefs/a-brief.md": `${brief}\n${chart}`, "briefs/a-brief/ships.csv": "Year,Ships\n2024,3\n" };
    const { root, reader } = library({ ...other, ...files, ...withChart });
    const before = await reader.read();
    const saved = {
      "briefs/_glossary.md": "## Quay\n\nA long wall.\n",
      "briefs/a-brief/ships.csv": "Year,Ships\n2024,4\n",
      "sources/report.lock.json": "{ }",
      "sources/report.md": `${report}\nTwo.\n`,
    };
    writeAll(root, saved);
    const after = await reader.read(new Set(Object.keys(saved).map((path) => join(root, path))));
    expect(after.glossary).not.toBe(before.glossary);
    expect(after.briefs.map((one, at) => one === before.briefs[at])).toEqual([false, true]);
    expect(after.sources.get("report")?.paragraphs).toHaveLength(2);
    const anew = await new LibraryReader({ root, pages: "layouts/pages", language: "en" }).read();
    const textOf = ({ briefs, sources, records, glossary, problems }: typeof after) =>
      JSON.stringify([briefs, [...sources], [...records], glossary, problems]);
    expect(textOf(after)).toBe(textOf(anew));
  });

  test("a library in which one brief was saved, or its fault, is the one that is read anew", async () => {
    const withChart = { "briefs/a-brief.md": `${brief}\n${chart}`, "briefs/a-brief/ships.csv": "Year,Ships\n2024,3\n" };
    const { root, reader } = library({ ...other, ...withChart, "briefs/c-brief.md": brief });
    let before = await reader.read();
    const saves: readonly (readonly [file: string, text: string])[] = [
      ["b-brief.md", `${brief}\nMore.\n`],
      ["a-brief.md", `${brief}\n${chart}\nMore.\n`],
      ["b-brief.md", "---\ntitle: [\n---\n"],
      ["c-brief.md", `${brief}\nMore.\n`],
      ["b-brief.md", brief],
      ["b-brief.md", `${brief}{% cite "elsewhere:report", 1 %}`],
      ["c-brief.md", `${brief}\nAnd more.\n`],
      ["b-brief.md", brief],
      ["c-brief.md", brief],
    ];
    for (const [file, text] of saves) {
      writeAll(root, { [`briefs/${file}`]: text });
      const after = await reader.read(new Set([join(root, "briefs", file)]));
      const anew = await new LibraryReader({ root, pages: "layouts/pages", language: "en" }).read();
      const textOf = ({ briefs, sources, records, problems, missing }: typeof after) =>
        JSON.stringify([briefs, [...sources], [...records], problems, [...(missing ?? [])]]);
      expect(textOf(after)).toBe(textOf(anew));
      expect([after.sources, after.records]).toEqual([before.sources, before.records]);
      expect(after.sources).toBe(before.sources);
      before = after;
    }
  });
});

/** States of each file of a library, some of which cannot be read or have something wrong in them. */
const states: Readonly<Record<string, readonly string[]>> = {
  "briefs/_glossary.md": ["## Quay\n\nA wall.\n", "## Quay\n\nA long wall.\n", "Words above the terms.\n", "\u0000"],
  "briefs/a-brief.md": [`${brief}\n${chart}`, `${brief}\n${chart}\nMore.\n`, "---\ntitle: [\n---\n", "\u0000"],
  "briefs/a-brief/ships.csv": ["Year,Ships\n2024,3\n", "Year,Ships\n2024,many\n", "Year,Ships\n2024,4\n"],
  "briefs/b-brief.md": [brief, `${brief}\nMore.\n`, `${brief}{% cite "elsewhere:report", 1 %}`],
  "sources/report.md": [report, `${report}\nTwo.\n`, report.replace("title: A", "title: ["), "\u0000"],
  "sources/report.lock.json": ["{}", "{ }", "\u0000"],
  "sources/survey.md": [report, report.replace("title:", "aliases: [report-of-old]\ntitle:")],
  "sources/treaty.ts": [moduleSource("One."), moduleSource("Two."), "export default 3;\n"],
  "layouts/pages/about.njk": [page, page.replace("1 %}", "2 %}")],
};

test("a library in which any files were saved, one or two at a time, is the one that is read anew", async () => {
  const save = fc.constantFrom(...Object.entries(states)).chain(([path, texts]) => fc.record({ path: fc.constant(path), text: fc.constantFrom(...texts) })); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(save, { minLength: 1, maxLength: 2 }), { maxLength: 12 }), async (all) => {
      const { root, reader } = library(Object.fromEntries(Object.entries(states).map(([path, [text = ""]]) => [path, text]))); // prettier-ignore
      await reader.read();
      for (const saves of all) {
        writeAll(root, Object.fromEntries(saves.map(({ path, text }) => [path, text])));
        const after = await reader.read(new Set(saves.map(({ path }) => join(root, path))));
        const anew = await new LibraryReader({ root, pages: "layouts/pages", language: "en" }).read();
        const textOf = ({ briefs, pages, sources, records, glossary, problems, missing }: typeof after) =>
          JSON.stringify([briefs, pages, [...sources], [...records], glossary, sortProblems(problems), [...(missing ?? [])]]); // prettier-ignore
        expect(textOf(after)).toBe(textOf(anew));
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

describe("a lock whose source has another name now", () => {
  const renamed = report.replace("title:", "aliases: [report]\ntitle:");
  const lockProblems = async (files: Record<string, string>) => {
    const { problems } = await library(files).reader.read();
    return problems.map(({ place, rule, message }) => `${place.path} ${rule} ${message}`);
  };

  test("is to be renamed as the source was", async () => {
    expect(await lockProblems({ "sources/survey.md": renamed, "sources/report.lock.json": "{}" })).toEqual([
      'sources/report.lock.json lock-valid The source "report" is called "survey" now, and what was cited of it is recorded here. Rename sources/report.lock.json to sources/survey.lock.json.',
    ]);
  });

  test("beside a new one is a question of which to keep", async () => {
    const files = { "sources/report.lock.json": "{}", "sources/survey.lock.json": "{}" };
    const problems = await lockProblems({ "sources/survey.md": renamed, ...files });
    expect(problems.filter((line) => line.startsWith("sources/report"))).toEqual([
      'sources/report.lock.json lock-valid The source "report" is called "survey" now, and sources/survey.lock.json is there besides this lock. Keep the one that was published with, under that name, and delete the other.',
    ]);
  });

  test("and which does not say that it had this one belongs to no source", async () => {
    const [problem = ""] = await lockProblems({ "sources/survey.md": report, "sources/report.lock.json": "{}" });
    expect(problem).toContain("add aliases: [report] to it");
  });
});

describe("what cannot be read is a problem, and hides nothing else", () => {
  test.each<[string, Record<string, string | Uint8Array>, string[]]>([
    ["a file with an odd name", { "briefs/A Brief.md": brief }, ["briefs/A Brief.md file-name"]],
    ["a brief that is no UTF-8", { "briefs/a.md": Buffer.from([0xff]) }, ["briefs/a.md encoding-utf8"]],
    ["a source that is no UTF-8", { "sources/a.md": Buffer.from([0xff]) }, ["sources/a.md encoding-utf8"]],
    ["a page that is no UTF-8", { "layouts/pages/a.njk": Buffer.from([0xff]) }, ["layouts/pages/a.njk encoding-utf8"]],
    [
      "a source in two files",
      { "sources/a.md": report, "sources/a.ts": moduleSource("A") },
      ["sources/a.ts source-unique"],
    ],
    ["a module that fails", { "sources/a.ts": 'throw new Error("broken");' }, ["sources/a.ts source-module"]],
    [
      "a module that fails when it is called",
      { "sources/a.ts": 'export default () => { throw new Error("x"); };' },
      ["sources/a.ts source-module"],
    ],
    [
      "a module that throws what is no error",
      { "sources/a.ts": "export default async () => { throw 5; };" },
      ["sources/a.ts source-module"],
    ],
    ["a module that does not parse", { "sources/a.ts": "export default {" }, ["sources/a.ts source-module"]],
    ["a module that gives nothing", { "sources/a.ts": "export const a = 1;" }, ["sources/a.ts source-module"]],
    [
      "several at once",
      { "briefs/b.txt": "", "sources/a.ts": "throw 1;", "sources/report.md": "One." },
      ["briefs/b.txt file-name", "sources/a.ts source-module", "sources/report.md front-matter-present"],
    ],
  ])("%s", async (_, files, expected) => {
    expect(await problemsOf(files)).toEqual(expected);
  });

  test("a failing module says why", async () => {
    const { problems } = await library({ "sources/a.ts": 'throw new Error("no such article");' }).reader.read();
    expect(problems[0]?.message).toBe("The module failed: no such article");
  });

  test("of a source in two files, the first stands for both", async () => {
    const { sources } = await library({
      "sources/a.md": report,
      "sources/a.ts": moduleSource("Module."),
    }).reader.read();
    expect(sources.get("a")?.path).toBe("sources/a.md");
  });

  test("front matter that names a program is not run", async () => {
    const program = "---js\nglobalThis.wasRun = true;\n---\n";
    expect(await problemsOf({ "briefs/a.md": program, "sources/b.md": program })).toEqual([
      "briefs/a.md front-matter-language",
      "sources/b.md front-matter-language",
    ]);
    expect("wasRun" in globalThis).toBe(false);
  });
});

const charted = {
  "briefs/a-brief.md": brief.replace(/A\{.*\n/, chart),
  "briefs/a-brief/ships.csv": "Year,Ships\n2024,3\n",
};

test("a brief’s folder is read with it, and anew when a file in it has changed", async () => {
  const { root, reader } = library(charted);
  const figures = async () => {
    const { briefs, problems } = await reader.read();
    expect(problems).toEqual([]);
    return briefs[0]?.charts[0]?.chart.rows[0]?.values;
  };
  expect(await figures()).toEqual([3]);
  writeAll(root, { "briefs/a-brief/ships.csv": "Year,Ships\n2024,4\n" });
  expect(await figures()).toEqual([4]);
});

test.each([
  ["a folder that no brief has", "briefs/other/ships.csv", "briefs/other file-name"],
  ["a file that is no table", "briefs/a-brief/ships.xlsx", "briefs/a-brief/ships.xlsx file-name"],
  ["a name that is no slug", "briefs/a-brief/My Ships.csv", "briefs/a-brief/My Ships.csv file-name"],
  ["a folder in it", "briefs/a-brief/more/ships.csv", "briefs/a-brief/more file-name"],
])("beside a brief, %s is told", async (_, path, expected) => {
  expect(await problemsOf({ ...charted, [path]: "Year,Ships\n2024,3\n" })).toEqual([expected]);
});

const png = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);
const hugePng = png.map((byte, index) => (index === 17 || index === 21 ? 255 : byte));
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');

test.each([
  ["an image", "map.png", png, []],
  ["an image under another name", "map.jpg", png, ["briefs/a-brief/map.jpg image-readable"]],
  ["no image", "map.png", new TextEncoder().encode("text"), ["briefs/a-brief/map.png image-readable"]],
  ["an image that would fill the memory", "map.png", hugePng, ["briefs/a-brief/map.png image-readable"]],
  ["an SVG", "map.svg", svg, ["briefs/a-brief/map.svg file-name"]],
  ["an SVG under another name", "map.png", svg, ["briefs/a-brief/map.png image-readable"]],
])("beside a brief, %s is read or told", async (_, name, bytes, expected) => {
  expect(await problemsOf({ ...charted, [`briefs/a-brief/${name}`]: bytes })).toEqual(expected);
});

test("a link in a brief’s folder is not followed", async () => {
  const { root, reader } = library({ ...charted, "secret.png": png });
  symlinkSync(join(root, "secret.png"), join(root, "briefs/a-brief/map.png"));
  const { problems } = await reader.read();
  expect(problems.map(({ place, rule }) => `${place.path} ${rule}`)).toEqual(["briefs/a-brief/map.png file-readable"]);
});
