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
