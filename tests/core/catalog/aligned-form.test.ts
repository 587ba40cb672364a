import fc from "fast-check";
import { expect, test } from "vitest";
import { alignSpans } from "../../../lib/core/catalog/aligned-form.ts";
import { toldForm, visibleForm } from "../../../lib/core/catalog/quotation-forms.ts";
import { trickyText } from "../support/tricky-text.ts";

test.each([
  ["plain letters", "one two three", "two", "two"],
  ["white space", "one\n\n two \u00A0 three", "two three", "two \u00A0 three"],
  ["soft hyphens and joiners", "می\u200Cخواهم و", "میخواهم", "می\u200Cخواهم"],
  ["an ellipsis of one character", "so … it goes", "...", "…"],
  ["a ligature", "the \uFB01rst of", "first", "\uFB01rst"],
  ["two hyphens", "so--now", "—now", "--now"],
  ["a mark of its own", "cafe\u0301 noir", "café", "cafe\u0301"],
  ["one character that stands for several words", "said \uFDFA that", "صلى الله عليه وسلم", "\uFDFA"],
])("a stretch of the form is a stretch of the text: %s", (_, text, words, expected) => {
  const change = (part: string) => toldForm(part, "ar");
  const form = change(text);
  const start = form.indexOf(change(words));
  expect(start).toBeGreaterThanOrEqual(0);
  const [span] = alignSpans(text, form, change, [{ start, end: start + change(words).length }]) ?? [];
  expect(text.slice(span?.start, span?.end)).toBe(expected);
});

test.each([
  ["visible", visibleForm],
  ["quotation, in Urdu", (text: string) => toldForm(text, "ur")],
  ["quotation, in Arabic", (text: string) => toldForm(text, "ar")],
])("the form of any text can be put together from its characters: %s", (_, change) => {
  fc.assert(
    fc.property(trickyText, (text) => {
      expect(alignSpans(text, change(text), change, [])).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

test("a long text is aligned in one go", () => {
  const text = "One  two\nthree – four. ".repeat(100_000);
  const [span] = alignSpans(text, visibleForm(text), visibleForm, [{ start: 0, end: 7 }]) ?? [];
  expect(text.slice(span?.start, span?.end)).toBe("One  two");
}, 10_000);
