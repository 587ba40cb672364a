import { expect, test } from "vitest";
import { directionOf, isLanguageTag } from "../../../lib/core/text/language.ts";

test.each([
  ["en", "ltr"],
  ["ur", "rtl"],
  ["fa-AF", "rtl"],
  ["ps", "rtl"],
  ["ar", "rtl"],
  ["he", "rtl"],
  ["dv", "rtl"],
  ["ur-Latn", "ltr"],
  ["pa", "ltr"],
  ["pa-Arab", "rtl"],
  ["pa-PK", "rtl"],
  ["zh-Hant-TW", "ltr"],
  ["not a tag", "ltr"],
  ["", "ltr"],
])("%s is written %s", (tag, expected) => {
  expect(directionOf(tag)).toBe(expected);
});

test.each([
  ["en", true],
  ["fa-AF", true],
  ["zh-Hant-TW", true],
  ["prs", true],
  ["english", false],
  ["persian", false],
  ["urdu", false],
  ["en_US", false],
  ["x-private", false],
  ["en-x-private", false],
  ["en-u-ca-islamic", false],
  ["en-a-bcd", false],
  [`en-${"x-".repeat(5)}a`, false],
  [`en${"-abcde".repeat(50)}`, false],
  ["de-CH-1996", true],
  ["", false],
])("%s as a language tag: %s", (tag, expected) => {
  expect(isLanguageTag(tag)).toBe(expected);
});
