import fc from "fast-check";
import { cslTypes } from "../../../lib/core/source/source-schema.ts";
import { cslTexts, type CslDate, type CslItem } from "../../../lib/core/export/csl-item.ts";
import type { Name } from "../../../lib/core/front-matter/name.ts";

/** Words as a schema lets them through: never empty, without spaces at the ends. */
type Words = fc.Arbitrary<string>;

const name = (words: Words): fc.Arbitrary<Name> =>
  fc.oneof(fc.record({ literal: words }), fc.record({ family: words }), fc.record({ family: words, given: words }));

const day = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain((parts) => fc.integer({ min: 1, max: 3 }).map((length) => parts.slice(0, length)));

const date: fc.Arbitrary<CslDate> = fc
  .array(day, { minLength: 1, maxLength: 2 })
  .map((parts) => ({ "date-parts": parts }));

/** Any work that a source's front matter can describe. @param words of its texts. */
export function anyItem(words: Words): fc.Arbitrary<CslItem> {
  const texts = cslTexts.filter((key) => !["title", "URL", "DOI", "language", "status", "abstract"].includes(key));
  const given = {
    ...Object.fromEntries(texts.map((key) => [key, words])),
    edition: fc.oneof(words, fc.integer({ min: 1, max: 2100 }).map(String)),
    number: fc.oneof(words, fc.integer({ min: 1, max: 99 }).map(String)),
    page: fc.constantFrom("7", "211-230", "xii–xv"),
    DOI: fc.constantFrom("10.1000/182", "none"),
    URL: fc.webUrl(),
    language: fc.constantFrom("en", "ur", "fa-AF", "he"),
    author: fc.array(name(words), { minLength: 1, maxLength: 25 }),
    editor: fc.array(name(words), { minLength: 1, maxLength: 5 }),
    translator: fc.array(name(words), { minLength: 1, maxLength: 5 }),
    issued: date,
    accessed: date,
  };
  const needed = { id: fc.constant("work"), type: fc.constantFrom(...cslTypes), title: words };
  return fc.record({ ...needed, ...given }, { requiredKeys: ["id", "type", "title"] });
}

/** Words that mean something to nobody: letters of several scripts, without signs. */
export const plainWords: Words = fc
  .array(fc.constantFrom("Harbour", "Şhip", "بندرگاہ", "دریا", "Grenze", "Кабул"), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" "));

/** Words that look like markup, signs, slots and nothing. */
export const trickyWords: Words = fc
  .oneof(
    fc.string({ minLength: 1, unit: "grapheme" }),
    fc.constantFrom("<script>alert(1)</script>", "{{ 7 * 7 }}", "“”", "‘x’", "&lt;b&gt;", "\uE000", "$&", "(", "ß İ", "__proto__"),
  )
  .map((text) => text.trim())
  .filter((text) => text !== ""); // prettier-ignore
