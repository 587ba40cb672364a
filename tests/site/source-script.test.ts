import fc from "fast-check";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { textFragment } from "../../lib/core/text/text-fragment.ts";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";

interface SourceScript {
  readonly citationOf: (
    say: { readonly citation: string; readonly separator: string },
    work: string,
    parts: readonly string[],
    url: string,
  ) => string;
  readonly linkToWords: (url: string, words: string) => string;
}

const address = pathToFileURL(join(layoutsFolder, "scripts/source.js")).href;
const { citationOf, linkToWords } = (await import(address)) as SourceScript;
const url = "https://a.example/sources/update/#p7";
const english = { citation: "{place}. {url}", separator: ", " };

describe("the citation that a paragraph offers", () => {
  test.each([
    [
      "says the work, the page and the paragraph",
      "UNHCR, Update, ",
      ["p. 12", "¶7"],
      `UNHCR, Update, p. 12, ¶7. ${url}`,
    ],
    ["leaves out what is not known", "Update, ", ["", "¶7"], `Update, ¶7. ${url}`],
    ["keeps the sign before the paragraph", "UNHCR (2025): ", ["", "¶7"], `UNHCR (2025): ¶7. ${url}`],
    ["takes signs in a title as they are", "$& {url}, ", ["", "¶7"], `$& {url}, ¶7. ${url}`],
  ])("%s", (_, work, parts, expected) => {
    expect(citationOf(english, work, parts, url)).toBe(expected);
  });

  test("is written as the page's language has it", () => {
    const urdu = { citation: "{place}۔ {url}", separator: "، " };
    expect(citationOf(urdu, "منشور، ", ["", "¶7"], url)).toBe(`منشور، ¶7۔ ${url}`);
  });
});

describe("the link to selected words", () => {
  test.each([
    ["names a few words in full", "law-abiding, free & equal", `${url}:~:text=law%2Dabiding%2C%20free%20%26%20equal`],
    ["names many by the first and the last", "a b c d e f g h i j", `${url}:~:text=a%20b%20c%20d,g%20h%20i%20j`],
    ["is that of the paragraph where no word is selected", "…", url],
  ])("%s", (_, words, expected) => {
    expect(linkToWords(url, words)).toBe(expected);
  });

  test("is made as the links into originals are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 160 }), (words) => {
        expect(linkToWords(url, words)).toBe(url + textFragment(words));
      }),
    );
  });
});
