import { expect, test } from "vitest";
import { citingRelations } from "../../../lib/core/view/citing-relations.ts";
import { briefNamed, catalogOf, sourceOfWords } from "../support/catalogs.ts";

const source = sourceOfWords("A B C");

test.each([
  ["a source that nobody cites is cited in no way", "x", []],
  ["each note counts once", 'x{% cite "report", 1 %} y{% cite "report", 2 %}', [["supports", 2]]],
  ["a note of two paragraphs stands under both", 'x{% cite "report", "1-2" %}', [["supports", 2]]],
  [
    "a note that is mentioned twice stands there once",
    'x{% cite "report", 1 %} y{% cite "report", 1 %}',
    [["supports", 1]],
  ],
  [
    "the ways come in a fixed order",
    'x{% cite "report", 1, as="opinion" %} y{% cite "report", 1, as="disputes" %} z{% cite "report", 3 %}',
    [
      ["supports", 1],
      ["disputes", 1],
      ["opinion", 1],
    ],
  ],
])("%s", (_, body, expected) => {
  const found = citingRelations(catalogOf([source], [briefNamed("brief", body)]), source);
  expect(found.map(({ relation, count }) => [relation, count])).toEqual(expected);
});
