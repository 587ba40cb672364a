import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apa } from "../../../lib/core/citation-style/apa.ts";
import { chicago } from "../../../lib/core/citation-style/chicago.ts";
import type { CitationStyle } from "../../../lib/core/citation-style/forms.ts";
import { builtInNaming } from "../../../lib/core/citation-style/naming.ts";
import { oscola } from "../../../lib/core/citation-style/oscola.ts";
import { pincite } from "../../../lib/core/citation-style/pincite.ts";
import { isSlot, textOf, type Runs } from "../../../lib/core/citation-style/run.ts";
import { shortTitle } from "../../../lib/core/citation-style/work.ts";
import { wordingFor } from "../../../lib/core/citation-style/wording.ts";
import type { CslItem } from "../../../lib/core/export/csl-item.ts";
import { namingView } from "../../../lib/core/view/naming-view.ts";
import { sourceOfWords } from "../support/catalogs.ts";
import { anyItem, plainWords, trickyWords } from "./any-item.ts";

const styles: [string, CitationStyle][] = Object.entries({ pincite, chicago, oscola, apa });
const languages = fc.constantFrom("en", "ur", "fr");

function formsOf(style: CitationStyle, item: CslItem, language: string) {
  return style(item, { words: wordingFor(language), letter: "", isOneOfSeveral: true });
}

function pinpointsIn(runs: Runs): number {
  return runs.filter((run) => isSlot(run) && run.slot === "pinpoint").length;
}

describe.each(styles)("%s, of whatever work,", (_, style) => {
  test("has a place for the paragraph in every note, and words beside it", () => {
    fc.assert(
      fc.property(anyItem(trickyWords), languages, (item, language) => {
        const { first, again, next, whole } = formsOf(style, item, language);
        for (const note of [first, again, next]) {
          expect(pinpointsIn(note)).toBe(1);
          expect(textOf(note).trim()).not.toBe("");
        }
        expect(pinpointsIn(whole)).toBe(0);
        expect(textOf(whole)).toContain(item.title.slice(0, 1));
      }),
    );
  });

  test("leads to the source, once and by words that are there", () => {
    fc.assert(
      fc.property(anyItem(trickyWords), languages, (item, language) => {
        for (const note of Object.values(formsOf(style, item, language)) as Runs[]) {
          const leading = note.filter((run) => !isSlot(run) && run.link?.to === "source");
          expect(leading.length).toBeGreaterThan(0);
          expect(textOf(leading)).not.toBe("");
        }
      }),
    );
  });

  test("doubles no sign and leaves no bracket empty", () => {
    fc.assert(
      fc.property(anyItem(plainWords), languages, (item, language) => {
        for (const note of Object.values(formsOf(style, item, language)) as Runs[]) {
          const text = textOf(note, "¶7", "3").replaceAll(item.URL ?? "\n", "URL").replaceAll(". . .", "");
          expect(text).not.toMatch(/[,،][,،.۔:]|\.\.|۔۔|:[,.]|\s[,،.۔:;)\]](?!\s?\.)|[([]\s|\(\)|\[\]|“”|‘’|\s\s|^\s|\s$/u);
          expect(text).not.toMatch(/undefined|null|NaN|object/);
          expect(text.split("(").length).toBe(text.split(")").length);
        }
      }),
    );
  });

  test("writes a later note no longer than the first", () => {
    fc.assert(
      fc.property(anyItem(plainWords), languages, (item, language) => {
        fc.pre(shortTitle(item).length <= item.title.length);
        const { first, again, next } = formsOf(style, item, language);
        // "(n 3)" stands for all that is left out, were it nothing.
        expect(textOf(again, "¶7", "3").length).toBeLessThanOrEqual(textOf(first, "¶7").length + "(حاشیہ 3) ".length);
        expect(textOf(next, "¶7").length).toBeLessThanOrEqual(Math.max(textOf(first, "¶7").length, "ایضاً، ¶7۔".length));
      }),
    );
  });

  test("leads nowhere but to the source, to a note, and to addresses of the web", () => {
    const source = sourceOfWords("One.");
    fc.assert(
      fc.property(anyItem(trickyWords), fc.constantFrom("javascript:alert(1)", "//x", "data:,x", "https://x.example/"), (item, url) => {
        const rest = Object.fromEntries(Object.entries(item).filter(([key]) => key !== "DOI")) as unknown as CslItem;
        for (const form of ["first", "again", "next"] as const) {
          const forms = formsOf(style, { ...rest, URL: url }, "en");
          const { before, after } = namingView(source, forms, { form, firstNote: 3 });
          for (const { href } of [...before, ...after]) expect(href).toMatch(/^(?:|\/sources\/report\/|#note-3|https:\/\/x\.example\/)$/);
        }
      }),
    );
  });
}); // prettier-ignore

describe("what sources are called does not depend on their order", () => {
  const works = fc.array(fc.record({ author: fc.constantFrom("A", "B"), year: fc.constantFrom("2024", "2025"), title: fc.constantFrom("One", "Two", "Three") }), { minLength: 2, maxLength: 8 }); // prettier-ignore
  test.each(styles.map(([name]) => name as "pincite" | "chicago" | "oscola" | "apa"))("%s", (style) => {
    fc.assert(
      fc.property(works, fc.nat(), (given, turn) => {
        const sources = given.map(({ author, year, title }, index) =>
          sourceOfWords("One.", { title, author: `[{ literal: ${author} }]`, issued: `"${year}"` }, `work-${index}`),
        );
        const turned = [...sources.slice(turn % sources.length), ...sources.slice(0, turn % sources.length)];
        const one = builtInNaming(style, sources);
        const other = builtInNaming(style, turned.reverse());
        for (const source of turned) other.formsOf(source, "ur");
        for (const source of sources) expect(other.formsOf(source, "en")).toEqual(one.formsOf(source, "en"));
      }),
      { numRuns: 40 },
    );
  });
});

test("a work that readers cite elsewhere is not told apart from the site's other works", () => {
  const sources = ["one", "two"].map((id) => sourceOfWords("One.", { title: id, author: "[{ literal: Red Crescent }]", issued: '"2025"' }, id)); // prettier-ignore
  const naming = builtInNaming("apa", sources);
  const [source] = sources;
  if (!source) throw new Error("There is no source");
  expect(textOf(naming.formsOf(source, "en").whole)).toBe("Red Crescent. (2025a). one.");
  const item = { id: "one", type: "report", title: "one", author: [{ literal: "Red Crescent" }], issued: { "date-parts": [[2025]] } } as const; // prettier-ignore
  expect(textOf(naming.aloneOf(item, "en").whole)).toBe("Red Crescent. (2025). one.");
});
