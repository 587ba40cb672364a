import { expect, test } from "vitest";
import { readLabel, type ParagraphLabel } from "../../../lib/core/label.ts";
import type { Alignment } from "../../../lib/core/update/align-texts.ts";
import { carryLabels } from "../../../lib/core/update/carry-labels.ts";

const label = (text: string): ParagraphLabel => {
  const read = readLabel(text);
  if (read === undefined) throw new Error(`${text} is no label`);
  return read;
};

/** Pairs by 0-based places; labels of the text before that are written stand behind a sign, as "#intro". */
function carried(
  former: string[],
  own: (string | undefined)[],
  pairs: [number, number][],
  numbering: "official" | "ours",
) {
  const alignment: Alignment = {
    pairs: pairs.map(([before, after]) => ({ kind: "same", before, after })),
    gone: [],
    added: [],
    skipped: 0,
  };
  const labels = former.map((one) => ({ label: label(one.replace("#", "")), isWritten: one.startsWith("#") }));
  return carryLabels(labels, own, alignment, numbering).labels;
}

const none = undefined;

test.each<[string, string[], (string | undefined)[], [number, number][], "official" | "ours", string[]]>([
  [
    "positions where nothing is written",
    ["1", "2"],
    [none, none, none],
    [
      [0, 0],
      [1, 2],
    ],
    "ours",
    ["1", "2", "3"],
  ],
  ["a written label with its paragraph", ["#intro", "2"], [none, none], [[0, 1]], "ours", ["1", "intro"]],
  [
    "a written number with its paragraph, and another name for what stands at its place",
    ["1", "#2"],
    [none, none, none],
    [
      [0, 0],
      [1, 2],
    ],
    "ours",
    ["1", "1_1", "2"],
  ],
  [
    "the document's own number before a written one",
    ["#5", "#6"],
    ["5", "5a", "6"],
    [
      [0, 0],
      [1, 2],
    ],
    "official",
    ["5", "5a", "6"],
  ],
  [
    "a new number of the document's own",
    ["#5", "#6"],
    ["6", "7"],
    [
      [0, 0],
      [1, 1],
    ],
    "official",
    ["6", "7"],
  ],
  [
    "with official numbers, names after the one above where a document has none",
    ["#5", "#6"],
    [none, none, none],
    [
      [0, 0],
      [1, 2],
    ],
    "official",
    ["5", "5_1", "6"],
  ],
  [
    "no label twice",
    ["#a", "#b"],
    ["b", none],
    [
      [0, 1],
      [1, 0],
    ],
    "ours",
    ["b", "a"],
  ],
])("a newer text has %s", (_, former, own, pairs, numbering, expected) => {
  expect(carried(former, own, pairs, numbering)).toEqual(expected);
});
