import { appendFileSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeLock } from "../../lib/core/anchoring/write-lock.ts";
import type { Library } from "../../lib/core/catalog/catalog.ts";
import { KeptReadings } from "../../lib/files/kept-readings.ts";
import { LibraryReader } from "../../lib/files/library-reader.ts";
import { label, lockOf, paragraphsOf } from "../core/anchoring/locks.ts";
import { temporaryFolder, writeAll } from "./temporary-folder.ts";

const folder = "readings";

function brief(words: string, more = ""): string {
  return `---
title: A brief
summary: What it says.
authors: [{ literal: Somebody }]
date: 2026-03-05
status: published
---
${words}{% cite "report", 1 %} and 12 of 20.

## Figures

One sentence with several: a first{% cite "report", 1 %}, a second{% cite "report",
  2, relation="disputes", quote="Words with" %}. Another with a range.{% cite "report", "1-3" %}

A paragraph that says something at some length, and for which no source at all is named by its author.

\`\`\`chart
type: bars
unit: people
data: figures.csv
\`\`\`
Figure: What became of them.{% cite "report", 2 %}
${more}`;
}

const report = `---
type: report
title: A report
language: en
grade: primary
rights: digest
numbering: ours
---
# One

First.

Second. {#first}

Third. {#first}

Words with *emphasis*, a fish & chips, “marks” – and a  dash.

- An item, [linked](https://example.org/).
`;
const lock = {
  ...lockOf(paragraphsOf(["1|First.", "2|Second.", "first|Third."]), ["first", "1"]),
  ranges: new Map([["1-2", [label("1"), label("2")]]]),
  aliases: new Map([[label("0"), label("1")]]),
};
const figures = "year,all,some\n2020,1,\n2021,,3\n2022,4,5\n";
const files = {
  "briefs/a.md": brief("It is so."),
  "briefs/a/figures.csv": figures,
  "briefs/b.md": brief("A link to [nowhere](../no.md)\n\n[^none]: A note that nobody mentions.\n"),
  "sources/report.md": report,
  "sources/report.lock.json": writeLock(lock),
  "sources/other.md": report,
  "sources/other.lock.json": "{}",
};

function readAs(root: string, version = "1"): Promise<Library> {
  const readings = new KeptReadings(join(root, folder), version);
  return new LibraryReader({ root, pages: "", language: "en" }, undefined, readings).read();
}

/** All that a library says, tokens included; what stamps say of each. */
function contentOf({ stamps, briefs, ...rest }: Library) {
  return {
    ...rest,
    briefs: briefs.map(({ tokens, ...brief }) => ({ ...brief, tokens: tokens() })),
    stamps: [...briefs, ...rest.sources.values()].map((document) => stamps?.get(document)),
  };
}

async function readAnew(root: string) {
  return contentOf(await new LibraryReader({ root, pages: "", language: "en" }).read());
}

const packsIn = (root: string) => readdirSync(join(root, folder)).map((name) => join(root, folder, name));

/** What is kept, made to say of every brief that its title is another: whoever takes it shows that. */
function mark(root: string, version = "1"): void {
  for (const path of Object.keys(files).filter((path) => path.endsWith(".md"))) {
    const readings = new KeptReadings(join(root, folder), version);
    const names = Object.keys(files).filter((one) => KeptReadings.packOf(one) === KeptReadings.packOf(path));
    for (const name of names) {
      const kept = readings.find(name);
      if (kept) readings.keep(name, { ...kept, json: kept.json.replaceAll("A brief", "Taken") });
    }
    readings.close();
  }
}

const titles = ({ briefs }: Library) => briefs.map(({ title }) => title);

test("what was kept is what is read, with problems, charts and footnotes", async () => {
  const root = temporaryFolder(files);
  const fresh = await readAnew(root);
  expect(fresh.problems.length).toBeGreaterThan(0);
  expect(fresh.problems.map(({ rule }) => rule)).toContain("lock-valid");
  expect(fresh.records.get("report")?.lock).toEqual(lock);
  expect(fresh.briefs[0]?.charts[0]?.chart.rows[0]?.values).toEqual([1, undefined]);
  expect(contentOf(await readAs(root))).toStrictEqual(fresh);
  const again = await readAs(root);
  expect(contentOf(again)).toStrictEqual(fresh);
  const [section] = again.briefs[0]?.sections ?? [];
  expect(section?.citations[0]).toBe(again.briefs[0]?.citations[0]);
  expect(again.briefs[0]?.uncitedParagraphs[0]?.section).toBe(again.briefs[0]?.sections[1]);
  const source = again.sources.get("report");
  expect(source?.byLabel.get("first")).toBe(source?.paragraphs[1]);
});

describe("a reading that is kept", () => {
  test("is taken where the file is as it was, or says what it said", async () => {
    const root = temporaryFolder(files);
    await readAs(root);
    mark(root);
    expect(titles(await readAs(root))).toEqual(["Taken", "Taken"]);
    utimesSync(join(root, "briefs/a.md"), new Date(), new Date());
    expect(titles(await readAs(root))).toEqual(["Taken", "Taken"]);
  });

  test("is not taken where the file says something else, nor where what it shows does", async () => {
    const root = temporaryFolder(files);
    await readAs(root);
    mark(root);
    appendFileSync(join(root, "briefs/b.md"), "More.\n");
    writeFileSync(join(root, "briefs/a/figures.csv"), figures.replace("5", "6"));
    const read = await readAs(root);
    expect(titles(read)).toEqual(["A brief", "A brief"]);
    expect(contentOf(read)).toStrictEqual(await readAnew(root));
  });

  test("is not taken by other code, nor for a site in another language", async () => {
    const root = temporaryFolder(files);
    await readAs(root);
    mark(root);
    expect(titles(await readAs(root, "2"))).toEqual(["A brief", "A brief"]);
    await readAs(root);
    mark(root);
    const readings = new KeptReadings(join(root, folder), "1");
    const inUrdu = await new LibraryReader({ root, pages: "", language: "ur" }, undefined, readings).read();
    expect(titles(inUrdu)).toEqual(["A brief", "A brief"]);
    expect(inUrdu.briefs.map(({ language }) => language)).toEqual(["ur", "ur"]);
  });

  test("is not taken where anything was done to it", async () => {
    const root = temporaryFolder(files);
    await readAs(root);
    mark(root);
    const anywhere = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(anywhere, ([which, at, by]) => {
        const packs = packsIn(root);
        const path = packs[which % packs.length] ?? "";
        const whole = readFileSync(path);
        const bytes = Buffer.from(whole);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
        writeFileSync(path, bytes);
        const lost = Object.keys(files).filter((name) =>
          path.includes(`/${String(KeptReadings.packOf(name)).padStart(2, "0")}.`),
        );
        const readings = new KeptReadings(join(root, folder), "1");
        for (const name of lost) expect(readings.find(name)).toBeUndefined();
        writeFileSync(path, whole);
      }),
    );
  });

  test("is written again only where something is another, and let go of with its file", async () => {
    const root = temporaryFolder(files);
    await readAs(root);
    const written = () => new Map(packsIn(root).map((path) => [path, readFileSync(path, "utf8")]));
    const before = written();
    for (const path of before.keys()) utimesSync(path, 0, 0);
    await readAs(root);
    expect(written()).toEqual(before);
    writeAll(root, { "briefs/c.md": brief("New.") });
    await readAs(root);
    expect([...written().values()].join("")).toContain("briefs/c.md");
  });
});

test("shares of several processes are a whole library between them", async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`briefs/n-${at}.md`, brief(`Number ${at}.`)]));
  const root = temporaryFolder({ ...many, "sources/report.md": report });
  for (const number of [1, 2, 3]) {
    const readings = new KeptReadings(join(root, folder), "1");
    new LibraryReader({ root, pages: "", language: "en" }, undefined, readings).readAhead({ number, of: 3 });
  }
  const kept = packsIn(root).flatMap((path) => readFileSync(path, "utf8").match(/^\["[^"]+/gm) ?? []);
  expect(kept.map((line) => line.slice(2)).sort()).toEqual([...Object.keys(many), "sources/report.md"].sort());
  expect(contentOf(await readAs(root))).toStrictEqual(await readAnew(root));
});

test("what a process that was killed left half written is taken away", async () => {
  const root = temporaryFolder(files);
  await readAs(root);
  const [path = ""] = packsIn(root);
  writeFileSync(`${path}.new`, "half");
  await readAs(root);
  expect(packsIn(root)).not.toContain(`${path}.new`);
});

test("where nothing can be kept, the library is read all the same", async () => {
  const root = temporaryFolder({ ...files, [folder]: "a file" });
  expect(contentOf(await readAs(root))).toStrictEqual(await readAnew(root));
});
