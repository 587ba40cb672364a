import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadInterfaces, say, sayCount, type Strings } from "../../lib/site/strings.ts";
import { repository } from "../support/run-command.ts";

const layouts = join(repository, "layouts");
const folder = join(layouts, "strings");
const languages = readdirSync(folder).map((file) => basename(file, ".json"));

/** Every string under its dotted key. */
function flat(strings: Strings, path = ""): Map<string, string> {
  return new Map(
    Object.entries(strings).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value]] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

function stringsOf(language: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Strings);
}

const blanks = (text: string) => Array.from(text.matchAll(/\{\w+\}/g), ([blank]) => blank).sort();

test("the interface is there in English and Urdu", () => {
  expect(languages).toEqual(expect.arrayContaining(["en", "ur"]));
});

describe.each(languages)("the interface in %s", (language) => {
  const english = stringsOf("en");
  const strings = stringsOf(language);

  test("says everything that the English one says, and nothing else", () => {
    expect([...strings.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...strings].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test("has the same blanks to be filled in", () => {
    // "once" needs no number.
    const differing = [...english].filter(
      ([key, text]) => !key.endsWith(".one") && blanks(text).join() !== blanks(strings.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("explains how citations are verified in that language", () => {
    expect(readFileSync(join(layouts, "about", `${language}.njk`), "utf8")).toContain("<h1>");
  });
});

test("in Urdu nothing is left in English, marks and names aside", () => {
  const english = stringsOf("en");
  const same = [...stringsOf("ur")].filter(([key, text]) => text === english.get(key));
  expect(same.map(([key]) => key)).toEqual(["evidence.percent"]);
});

test.each([
  ["ur", "ur", "rtl"],
  ["ur-PK", "ur", "rtl"],
  ["UR", "ur", "rtl"],
  ["en-GB", "en", "ltr"],
  // No interface of its own: that of the site.
  ["fr", "ur", "rtl"],
])("on a site in Urdu, a page in %s speaks %s", (tag, language, direction) => {
  expect(loadInterfaces(layouts, "ur")(tag)).toMatchObject({ language, direction });
});

test("a site in a language without an interface speaks English", () => {
  expect(loadInterfaces(layouts, "fr")("fr")).toMatchObject({ language: "en", direction: "ltr" });
});

test("numbers are said by the language's own rules", () => {
  const interfaceFor = loadInterfaces(layouts, "en");
  expect([1, 2, 12000].map((count) => sayCount(interfaceFor("ur"), "count.citations", count))).toEqual([
    "1 حوالہ",
    "2 حوالے",
    "12,000 حوالے",
  ]);
  expect([1, 12000].map((count) => sayCount(interfaceFor("en"), "count.citations", count))).toEqual([
    "1 citation",
    "12,000 citations",
  ]);
});

test("what the layouts ask for and nobody wrote stops the build", () => {
  expect(() => say(loadInterfaces(layouts, "en")("en").strings, "no.such")).toThrow('layouts/strings has no "no.such"');
});
