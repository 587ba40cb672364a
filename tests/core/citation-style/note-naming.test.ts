import fc from "fast-check";
import { expect, test } from "vitest";
import { placeNotes } from "../../../lib/core/citation-style/note-naming.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";

const sources = ["a", "b"].map((id) => sourceOfWords("One. Two. Three.", {}, id));

function places(body: string): string {
  const brief = briefNamed("brief", body);
  const catalog = catalogOf(sources, [brief]);
  expect(catalog.problems).toEqual([]);
  return [...placeNotes(catalog.verified.get(brief) ?? [])]
    .map(([note, { form, firstNote }]) => `${note} ${form} ${firstNote}`)
    .join(", ");
}

test.each([
  ["the first note of each source names it", 'A{% cite "a", 1 %} B{% cite "b", 1 %}', "1 first 1, 2 first 2"],
  ["the note right behind is next", 'A{% cite "a", 1 %} B{% cite "a", 2 %}', "1 first 1, 2 next 1"],
  [
    "a later one is again",
    'A{% cite "a", 1 %} B{% cite "b", 1 %} C{% cite "a", 2 %}',
    "1 first 1, 2 first 2, 3 again 1",
  ],
  ["a note mentioned twice is one", 'A{% cite "a", 1 %} B{% cite "b", 1 %} C{% cite "a", 1 %}', "1 first 1, 2 first 2"],
  [
    "a note of the author's own stands between",
    'A{% cite "a", 1 %} B[^x] C{% cite "a", 2 %}\n\n[^x]: Ours.',
    "1 first 1, 3 again 1",
  ],
  [
    "what footnotes cite is numbered behind the text",
    'A[^x] B{% cite "a", 1 %}\n\n[^x]: Ours.{% cite "a", 2 %}',
    "2 first 2, 3 next 2",
  ],
])("%s", (_, body, expected) => {
  expect(places(body)).toBe(expected);
});

test("of whatever notes, the first of a source is the only one in full, and what says the same stands right behind it", () => {
  const cited = fc.array(fc.constantFrom("a", "b", "own"), { maxLength: 12 });
  fc.assert(
    fc.property(cited, (ids) => {
      const body = ids.map((id, at) =>
        id === "own" ? `O[^n${at}] ` : `C{% cite "${id}", ${(at % 3) + 1}, note="${at}" %} `,
      );
      const own = ids.flatMap((id, at) => (id === "own" ? [`[^n${at}]: Ours.`] : []));
      const brief = briefNamed("brief", [`Text. ${body.join("")}`, ...own].join("\n\n"));
      const placed = placeNotes(catalogOf(sources, [brief]).verified.get(brief) ?? []);
      for (const [index, id] of ids.entries()) {
        const place = placed.get(index + 1);
        const first = ids.indexOf(id);
        if (id === "own") expect(place).toBeUndefined();
        else if (index === first) expect(place).toEqual({ form: "first", firstNote: index + 1 });
        else expect(place).toEqual({ form: ids[index - 1] === id ? "next" : "again", firstNote: first + 1 });
      }
    }),
    { numRuns: 60 },
  );
});
