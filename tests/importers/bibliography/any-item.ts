import fc from "fast-check";
import type { CslItem } from "../../../lib/core/export/csl-item.ts";
import { cslTypes } from "../../../lib/core/source/source-schema.ts";

const word = fc.constantFrom(
  "Deadline", "Müller", "Łódź", "naïve", "Straße", "اردو", "پاکستان", "العربية", "中文", "R&D", "50%", "a_b", "x#1", "–", "—",
  "UNHCR", "$5", "~", "İzmir", "{x}", "}", "{", "\\emph", "^2", "--", "---", "''", "``", "?`", "“quoted”", '"straight"', "‘s",
  "A, B", "and", "TY", "ER", "-", "@book{x,", "e.g.", "S/2025/482", "%", "iPhone", "’",
); // prettier-ignore
/** Text of several scripts, with what means something to TeX, to RIS and to BibTeX. */
export const anyText: fc.Arbitrary<string> = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(" "))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const family = fc.constantFrom("Müller", "O’Neill", "van der Berg", "de la Cruz", "Shah", "شاہ", "Gómez-Peña", "al-Shami", "Land and Sea", "von Bülow Jr."); // prettier-ignore
const given = fc.constantFrom("Amina", "J. R.", "Þór", "آمنہ", "Anne-Marie", "Jan Willem");
const body = fc.constantFrom("UNHCR", "Ministry of Foreign Affairs, Pakistan", "War and Peace Institute", "وزارت داخلہ", "B&B_{Co}"); // prettier-ignore
const name = fc.oneof(fc.record({ family, given }), fc.record({ literal: body }), fc.record({ family }));
const names = fc.array(name, { minLength: 1, maxLength: 3 });
const date = fc
  .tuple(fc.integer({ min: 632, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain((day) => fc.integer({ min: 1, max: 3 }).map((parts) => day.slice(0, parts)));
const issued = fc.oneof(
  date.map((one) => ({ "date-parts": [one] })),
  date.map((one) => ({ "date-parts": [one, [2027, 3]] })),
);
const accessed = fc.constant({ "date-parts": [[2026, 3, 5]] });

/** Any work that a source's front matter can describe. */
export const anyItem: fc.Arbitrary<CslItem> = fc.record(
  {
    id: fc.constantFrom("key", "un-2025", "a-very-long-identifier-of-a-source"),
    type: fc.constantFrom(...cslTypes),
    title: anyText,
    "title-short": anyText,
    author: names,
    editor: names,
    translator: names,
    issued,
    accessed,
    "container-title": anyText,
    "collection-title": anyText,
    "event-title": anyText,
    publisher: anyText,
    "publisher-place": anyText,
    authority: anyText,
    jurisdiction: anyText,
    genre: anyText,
    medium: anyText,
    edition: anyText,
    version: anyText,
    volume: anyText,
    issue: anyText,
    number: anyText,
    section: anyText,
    page: fc.constantFrom("12", "12–15", "12-15", "A-3", "xii–xv"),
    archive: anyText,
    DOI: fc.constantFrom("10.1000/xyz_1", "10.1234/(ab)5"),
    ISBN: fc.constant("978-3-16-148410-0"),
    URL: fc.constantFrom("https://example.org/a_b?c=d&e=f%20g#h~i", "http://example.org/"),
    language: fc.constantFrom("en", "ur", "fa-AF"),
    abstract: anyText,
  },
  { requiredKeys: ["id", "type", "title"] },
);
