import { expect, test } from "vitest";
import { buildCatalog, type Library } from "../../../lib/core/catalog/catalog.ts";
import { readGlossary } from "../../../lib/core/glossary/read-glossary.ts";
import { soundCatalog } from "../../../lib/core/preview/sound-catalog.ts";
import { FileText } from "../../../lib/core/text/file-text.ts";
import { briefNamed, recordsOf, sourceOfWords, today } from "../support/catalogs.ts";

const report = sourceOfWords("One. Two.");
const { glossary } = readGlossary(new FileText("briefs/_glossary.md", "## Toll\n\nWhat a ship pays.\n"));
const good = briefNamed("good", 'A [toll]{term} is paid.{% cite "report", 1 %}');
const faulty = briefNamed("faulty", 'Nobody pays.{% cite "reprot", 1 %}');

const library = (briefs: Library["briefs"]): Library => ({
  briefs,
  pages: [],
  sources: new Map([[report.id, report]]),
  records: recordsOf([report]),
  glossary,
  problems: [],
});

test("a brief with a problem is left out, and the terms of the others are still explained", () => {
  const catalog = buildCatalog(library([good, faulty]), today);
  expect(catalog.problems).toHaveLength(1);
  const sound = soundCatalog(catalog, undefined, today);
  expect(sound?.library.briefs.map(({ name }) => name)).toEqual(["good"]);
  expect(sound?.library.glossary).toBe(glossary);
});

test("a brief that had no problem before stays as it was then", () => {
  const before = buildCatalog(library([good]), today);
  const now = buildCatalog(library([briefNamed("good", 'Nobody pays.{% cite "reprot", 1 %}')]), today);
  expect(soundCatalog(now, before, today)?.library.briefs).toEqual([good]);
});
