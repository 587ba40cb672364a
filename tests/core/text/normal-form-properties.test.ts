import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintForm, quotationForm } from "../../../lib/core/text/normal-form.ts";
import { trickyText } from "../support/tricky-text.ts";

/** Each idempotence is tried on this many texts, the other properties on fewer. */
const manyRuns = { numRuns: 60_000 };
const runs = { numRuns: 5000 };

test("the fingerprint form of a fingerprint form is itself", () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      const form = fingerprintForm(text);
      expect(fingerprintForm(form)).toBe(form);
    }),
    manyRuns,
  );
});

test.each(["ur", "ar"])("the quotation form of a quotation form is itself, in %s", (language) => {
  fc.assert(
    fc.property(trickyText, (text) => {
      const form = quotationForm(text, language);
      expect(quotationForm(form, language)).toBe(form);
    }),
    manyRuns,
  );
});

test("the quotation form never tells apart what the fingerprint form calls the same", () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      expect(quotationForm(fingerprintForm(text))).toBe(quotationForm(text));
    }),
    runs,
  );
});

test("the quotation form neither adds, drops nor changes an ASCII digit", () => {
  const digits = (text: string) => text.replace(/[^0-9]/g, "");
  fc.assert(
    fc.property(trickyText, (text) => {
      const latin = text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, "");
      expect(digits(quotationForm(latin))).toBe(digits(latin));
    }),
    runs,
  );
});

test("behind any text, powers stay powers and the two hehs stay two letters", () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      expect(quotationForm(`${text} 10⁶ x² ہ ھ`)).toMatch(/(?:^| )10⁶ x² ہ ھ$/);
    }),
    runs,
  );
});
