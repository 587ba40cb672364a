import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintForm, quotationForm } from "../../../lib/core/text/normal-form.ts";

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

/** Characters that the forms treat specially, next to those they compose with. */
const tricky = [
  ...range(0x0020, 0x007e),
  ...range(0x00a0, 0x00bf),
  ...range(0x0300, 0x0315),
  ...range(0x0600, 0x06ff),
  ...range(0x0750, 0x077f),
  ...range(0x2000, 0x206f),
  ...range(0x2070, 0x208e),
  ...range(0xfb00, 0xfb06),
  ...range(0xfb50, 0xfdff),
  ...range(0xfe50, 0xfeff),
  ...range(0xff00, 0xff0f),
  "\u0085",
  "\u180E",
  "\u3000",
];

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...tricky), maxLength: 24 }),
  fc.string({ unit: "binary", maxLength: 24 }),
);
const runs = { numRuns: 5000 };

test("the fingerprint form of a fingerprint form is itself", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const form = fingerprintForm(text);
      expect(fingerprintForm(form)).toBe(form);
    }),
    runs,
  );
});

test("the quotation form of a quotation form is itself", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const form = quotationForm(text);
      expect(quotationForm(form)).toBe(form);
    }),
    runs,
  );
});

test("the quotation form never tells apart what the fingerprint form calls the same", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(quotationForm(fingerprintForm(text))).toBe(quotationForm(text));
    }),
    runs,
  );
});

test("the quotation form neither adds, drops nor changes an ASCII digit", () => {
  const digits = (text: string) => text.replace(/[^0-9]/g, "");
  fc.assert(
    fc.property(anyText, (text) => {
      const latin = text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, "");
      expect(digits(quotationForm(latin))).toBe(digits(latin));
    }),
    runs,
  );
});

test("behind any text, powers stay powers and the two hehs stay two letters", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(quotationForm(`${text} 10⁶ x² ہ ھ`)).toMatch(/(?:^| )10⁶ x² ہ ھ$/);
    }),
    runs,
  );
});
