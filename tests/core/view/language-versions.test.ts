import { expect, test } from "vitest";
import { languageVersions } from "../../../lib/core/view/translations.ts";
import { catalogOf, sourceOfWords } from "../support/catalogs.ts";

const versionsOf = (id: string, keys: Record<string, string> = {}) => {
  const sources = [
    sourceOfWords("One. Two.", {}, "original"),
    sourceOfWords("ایک۔ دو۔", { translationOf: "original", language: "ur", ...keys }, "urdu"),
    sourceOfWords("Eins. Zwei.", { translationOf: "original", language: "de" }, "german"),
    sourceOfWords("Uno. Due.", { translationOf: "original", language: "de" }, "second-german"),
    sourceOfWords("Alone.", {}, "alone"),
  ];
  const source = sources.find((one) => one.id === id);
  if (!source) throw new Error(id);
  return languageVersions(catalogOf(sources, []), source).map(({ language, url }) => `${language} ${url}`);
};

const all = ["en /sources/original/", "ur /sources/urdu/", "de /sources/german/"];

test.each(["original", "urdu", "german"])("%s names itself and every other, once a language", (id) => {
  expect(versionsOf(id)).toEqual(all);
});

test.each(["alone", "second-german"])("%s names none", (id) => {
  expect(versionsOf(id)).toEqual([]);
});

test("one that search engines shall find elsewhere is named by none, and names none", () => {
  const keys = { URL: "https://example.org/urdu" };
  expect(versionsOf("original", keys)).toEqual([all[0], all[2]]);
  expect(versionsOf("urdu", keys)).toEqual([]);
});
