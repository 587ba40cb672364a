import fc from "fast-check";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLabel } from "../../lib/core/label.ts";
import { interpretTag } from "../../lib/core/tags/citation-tag.ts";
import { readTag } from "../../lib/core/tags/tag.ts";
import { layoutsFolder } from "../../lib/site/layouts-folder.ts";

interface AuthorScript {
  readonly citationShortcode: (id: string, label: string, words: string) => string;
  readonly quotable: (words: string) => string;
}

const address = pathToFileURL(join(layoutsFolder, "scripts/author.js")).href;
const { citationShortcode, quotable } = (await import(address)) as AuthorScript;

describe("the shortcode that a paragraph offers", () => {
  test.each([
    ["a whole number stands bare", ["udhr", "7", ""], '{% cite "udhr", 7 %}'],
    ["any other label is quoted", ["udhr", "14.1", ""], '{% cite "udhr", "14.1" %}'],
    ["zeros in front are kept", ["udhr", "07", ""], '{% cite "udhr", "07" %}'],
    ["so are digits of other scripts", ["udhr", "۱۴", ""], '{% cite "udhr", "۱۴" %}'],
    ["selected words are quoted", ["udhr", "7", "before the law"], '{% cite "udhr", 7, quote="before the law" %}'],
    [
      "quotation marks and backslashes are escaped",
      ["a", "1", 'the "law" of \\n'],
      '{% cite "a", 1, quote="the \\"law\\" of \\\\n" %}',
    ],
    ["words are set on one line", ["a", "1", "  one\n\ttwo  "], '{% cite "a", 1, quote="one two" %}'],
    [
      "marks that turn words around are left out",
      ["a", "1", "one \u202Etwo\u202C"],
      '{% cite "a", 1, quote="one two" %}',
    ],
    ["nothing but space is no quotation", ["a", "1", " \n"], '{% cite "a", 1 %}'],
  ] as const)("%s", (_, [id, label, words], expected) => {
    expect(citationShortcode(id, label, words)).toBe(expected);
  });

  test("means just that, whatever the words and the label", () => {
    const labels = fc
      .oneof(fc.nat().map(String), fc.string({ unit: "grapheme", minLength: 1 }))
      .filter((label) => readLabel(label) === label);
    fc.assert(
      fc.property(labels, fc.string({ unit: "binary" }), (label, words) => {
        const shortcode = citationShortcode("udhr-ur", label, words);
        const tag = readTag(shortcode, 0);
        if (tag?.kind !== "tag") throw new Error(`${shortcode} is no tag`);
        const { request, problems } = interpretTag(tag, "cite");
        expect(problems).toEqual([]);
        expect(tag.end).toBe(shortcode.length);
        expect(request?.main).toMatchObject({ sourceId: "udhr-ur", pinpoint: [{ from: label }] });
        expect(request?.main.quotation?.text ?? "").toBe(quotable(words));
      }),
    );
  });
});
