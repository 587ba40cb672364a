import { expect, test } from "vitest";
import { detectLanguage } from "../../lib/importers/detect-language.ts";
import { declaration } from "./real-texts.ts";

const words = (code: string) =>
  declaration(code)
    .blocks.map((block) => block.text)
    .join("\n");

test.each([
  ["eng", "en"],
  ["urd", "ur"],
  ["arb", "ar"],
  ["pbu", "ps"],
  ["cmn_hans", "zh"],
  ["jpn", "ja"],
  ["rus", "ru"],
  ["fra", "fr"],
])("%s is %s for sure", (code, tag) => {
  expect(detectLanguage(words(code))).toEqual({ tag, certain: true });
});

test("Persian is told from Urdu, but Persian of which country stays a guess", () => {
  expect(detectLanguage(words("pes_1"))).toMatchObject({ tag: expect.stringMatching(/^fa/) as string });
});

test("two languages in one text make it a guess", () => {
  expect(detectLanguage(`${words("eng").slice(0, 5000)}\n${words("urd").slice(0, 5000)}`)?.certain).toBe(false);
});

test("a short text is a guess, and a few characters are not even that", () => {
  expect(detectLanguage("The deadline was the end of June.")?.certain).not.toBe(true);
  expect(detectLanguage("OK")).toBeUndefined();
});
