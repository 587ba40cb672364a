import { beforeAll, describe, expect, test } from "vitest";
import { builtInStyles } from "../../../lib/core/citation-style/forms.ts";
import { builtInNaming } from "../../../lib/core/citation-style/naming.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { LibraryReader } from "../../../lib/files/library-reader.ts";
import { written } from "../../core/citation-style/written-runs.ts";
import { repository } from "../../support/run-command.ts";

let sources: Source[];

beforeAll(async () => {
  const library = await new LibraryReader({ root: repository, pages: "", language: "en" }).read();
  sources = [...library.sources.values()];
});

/** Every note on every source of the example library, and how each is called as a whole. */
function notesIn(style: (typeof builtInStyles)[number], language: string): [id: string, note: string][] {
  const naming = builtInNaming(style, sources);
  return sources.flatMap((source) =>
    Object.values(naming.formsOf(source, language)).map((runs): [string, string] => [
      source.id,
      written(runs as never, "¶7", 3).replaceAll(source.meta.URL ?? "\n", "URL"),
    ]),
  );
}

describe.each(builtInStyles)("%s", (style) => {
  test.each(["en", "ur"])("names each source of the example without a fault of punctuation, in %s", (language) => {
    const notes = notesIn(style, language);
    expect(notes.length).toBeGreaterThan(280);
    const faults = /[,،]\s*[,،.۔:;]|\.\.|۔۔|\s[,،.۔:;)\]]|[([]\s|\(\)|\[\]|“[^”]*“|\s\s|undefined|\bn\.d\.|<i><\/i>/u;
    expect(notes.filter(([, note]) => faults.test(note.replace("ibid.", "ibid")))).toEqual([]);
  });

  test("says of each source of the example who published it, if nobody else is named", () => {
    for (const source of sources) {
      const { author, publisher, "container-title": container, type } = source.meta;
      if (author || type === "treaty") continue;
      const first = builtInNaming(style, sources).formsOf(source, "en").whole;
      expect(written(first, "", 3)).toContain(container ?? publisher);
    }
  });
});

test.each([
  ["chicago", "December 10–11, 2025"],
  ["oscola", "10–11 December 2025"],
  ["apa", "(2025, December 10–11)"],
] as const)("%s says no month and no year of a span twice", (style, expected) => {
  const source = sources.find(({ id }) => id === "arab-news-2025-12");
  if (!source) throw new Error("The example has no arab-news-2025-12");
  expect(written(builtInNaming(style, sources).formsOf(source, "en").whole, "", 3)).toContain(expected);
});
