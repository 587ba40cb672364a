import fc from "fast-check";
import { expect, test } from "vitest";
import { cslTexts, type CslItem } from "../../../lib/core/export/csl-item.ts";
import { writeBibtex } from "../../../lib/core/export/write-bibtex.ts";
import { writeCslJson } from "../../../lib/core/export/write-csl-json.ts";
import { writeRis } from "../../../lib/core/export/write-ris.ts";
import {
  readBibtexFields,
  readRisTags,
  readWithCitationJs,
  withoutSpans,
  type ReadItem,
} from "../../support/citation-js.ts";
import { anyItem } from "./any-item.ts";
import { read, readOne } from "./read.ts";
import { readBack } from "./read-back.ts";

const formats = [
  ["BibTeX", writeBibtex, "key.bib"],
  ["RIS", writeRis, "key.ris"],
  ["CSL-JSON", writeCslJson, "key.json"],
] as const;

test.each(formats)("what is written as %s is read by the importer as the same work", async (format, write, name) => {
  await fc.assert(
    fc.asyncProperty(anyItem, async (item) => {
      const { key, metadata, doubts } = await readOne(write([item]), name);
      expect(key).toBe(item.id);
      expect(metadata).toEqual(readBack(item, format));
      expect(doubts).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each(formats)("a list in %s keeps its order and loses none of its works", async (format, write, name) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyItem, { minLength: 1, maxLength: 5 }), async (some) => {
      const items = some.map((item, index) => ({ ...item, id: `work-${index}` }));
      const { entries, problems } = await read(write(items), name);
      expect(problems).toEqual([]);
      expect(entries.map(({ key }) => key)).toEqual(items.map(({ id }) => id));
      expect(readWithCitationJs(write(items), format).map((one) => one.id)).toEqual(items.map(({ id }) => id));
    }),
    { numRuns: 50 },
  );
});

/** Variables whose words stand in a file as they are. */
const words = cslTexts.filter((name) => !["page", "DOI", "URL", "status"].includes(name));

/** What a format has no place for, whatever the type. */
const homeless = {
  BibTeX: ["authority"],
  RIS: ["authority", "event-title", "jurisdiction", "medium", "version", "archive", "issue", "container-title"],
};

test("citation-js finds in our BibTeX every value, letter for letter", () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const [fields = new Map<string, string>()] = readBibtexFields(writeBibtex([item]));
      const values = new Set(fields.values());
      const lost = words.filter((name) => item[name] !== undefined && !values.has(item[name]));
      expect(lost.filter((name) => !homeless.BibTeX.includes(name))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("citation-js finds in our RIS every value, letter for letter", () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const [tags = new Map<string, string[]>()] = readRisTags(writeRis([item]));
      const values = new Set([...tags.values()].flat());
      const lost = words.filter((name) => item[name] !== undefined && !values.has(item[name]));
      expect(lost.filter((name) => !homeless.RIS.includes(name))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** The words of a list of names, wherever a program puts their parts. */
function nameWords(names: unknown): string[] {
  const strings = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(strings);
  return (
    strings(names)
      .join(" ")
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).sort();
}

test.each(formats)(
  "citation-js makes of our %s an item with its title, names, days, language and address",
  (format, write) => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const [found = {}] = readWithCitationJs(write([item]), format);
        expect(withoutSpans(String(found.title))).toBe(item.title);
        const authors = authorsOf(found);
        // Of some types of RIS, such as hearings, it reads no author at all.
        if (item.author && (format !== "RIS" || authors !== undefined))
          expect(nameWords(authors)).toEqual(nameWords(item.author));
        const dates = item.issued?.["date-parts"].slice(0, format === "RIS" ? 1 : 2);
        const parts = (found.issued as CslItem["issued"])?.["date-parts"];
        // Of some types of RIS it reads the year alone, and of statutes the day on which they were seen.
        if (format === "RIS" && parts?.[0]?.length === 1) expect(parts[0][0]).toBe(dates?.[0]?.[0]);
        else if (format !== "RIS" || item.type !== "legislation") expect(parts).toEqual(dates);
        expect(found.URL).toBe(item.URL);
        if (format !== "RIS" || found.language !== undefined) expect(found.language).toBe(item.language);
      }),
      { numRuns: 300 },
    );
  },
);

/** citation-js calls the author of an article in a newspaper a reporter, that of a song its performer, and so on. */
function authorsOf(found: ReadItem): unknown {
  const roles = ["author", "reporter", "director", "composer", "inventor", "script-writer", "performer"];
  return roles.map((role) => found[role]).find((value) => value !== undefined);
}
