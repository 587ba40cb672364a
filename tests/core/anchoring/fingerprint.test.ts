import { expect, test } from "vitest";
import { fingerprint, fingerprintParagraphs, readFingerprint } from "../../../lib/core/anchoring/fingerprint.ts";
import { label, sha256 } from "./locks.ts";

test("a fingerprint is the first 128 bits of the SHA-256 of form F, in hex", () => {
  // SHA-256 of "abc" is the example of FIPS 180-4.
  expect(fingerprint("abc", sha256)).toBe("ba7816bf8f01cfea414140de5dae2223");
  expect(fingerprint("abc", (text) => sha256(text).slice(0, 32))).toBe("ba7816bf8f01cfea414140de5dae2223");
});

test.each([
  ["white space", "a  b\n c ", "a b c"],
  ["a no-break space", "a\u00A0b", "a b"],
  ["composed and decomposed letters", "e\u0301", "é"],
  ["soft hyphens", "pin\u00ADcite", "pincite"],
])("%s makes no difference", (_, one, other) => {
  expect(fingerprint(one, sha256)).toBe(fingerprint(other, sha256));
});

test.each([
  ["case", "The order", "the order"],
  ["a zero-width non-joiner", "می\u200Cشود", "میشود"],
  ["quotation marks", "“order”", '"order"'],
  ["one digit", "30 June", "31 June"],
  ["a power", "10⁶", "106"],
])("%s makes a difference", (_, one, other) => {
  expect(fingerprint(one, sha256)).not.toBe(fingerprint(other, sha256));
});

test("paragraphs keep their labels and get their text in form F", () => {
  const [paragraph] = fingerprintParagraphs([{ label: label("14.1"), text: " Everyone\n has " }], sha256);
  expect(paragraph).toEqual({
    label: "14.1",
    text: "Everyone has",
    fingerprint: fingerprint("Everyone has", sha256),
  });
});

test.each(["", "0".repeat(31), "0".repeat(33), "A".repeat(32), `${"0".repeat(31)}\n`])(
  "%j is no fingerprint",
  (text) => {
    expect(readFingerprint(text)).toBeUndefined();
  },
);

test("a hash that is not SHA-256 in hex is a bug, and throws", () => {
  expect(() => fingerprint("a", () => "not hex")).toThrow(/SHA-256/);
});
