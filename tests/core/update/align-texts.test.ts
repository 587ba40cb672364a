import fc from "fast-check";
import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fingerprintParagraphs } from "../../../lib/core/anchoring/fingerprint.ts";
import { ordinalLabel } from "../../../lib/core/label.ts";
import { alignTexts } from "../../../lib/core/update/align-texts.ts";
import { fatesOf, movedRuns } from "../../../lib/core/update/fates.ts";

const words: Readonly<Record<string, string>> = {
  a: "The survey was made in spring by the board of the harbour.",
  b: "A depth of nine metres is kept at even the lowest tide.",
  B: "A depth of eight metres is kept at even the lowest tide.",
  c: "Ships under every flag pass freely through all the year.",
  d: "Four cranes lift forty tonnes each on northern quays.",
  n: "Ferries alone use what was dredged lately for them.",
  r: "Reserved.",
};

const textsOf = (letters: string) => Array.from(letters, (letter) => words[letter] ?? letter);
const paragraphsOf = (texts: readonly string[]) =>
  fingerprintParagraphs(
    texts.map((text, place) => ({ label: ordinalLabel(place + 1), text })),
    (text) => hash("sha256", text),
  );

/** `same 1→2`, `edited 2→2`, `gone 3`, `new 4`, by positions. */
function aligned(before: string, after: string): string[] {
  const { pairs, gone, added } = alignTexts(paragraphsOf(textsOf(before)), paragraphsOf(textsOf(after)), 1000);
  return [
    ...pairs.map((pair) => `${pair.kind} ${pair.before + 1}→${pair.after + 1}`),
    ...gone.map((place) => `gone ${place + 1}`),
    ...added.map((place) => `new ${place + 1}`),
  ];
}

describe("paragraphs of two texts go together:", () => {
  test.each([
    ["the same text", "abc", "abc", ["same 1→1", "same 2→2", "same 3→3"]],
    ["one that is put in", "abc", "anbc", ["same 1→1", "same 2→3", "same 3→4", "new 2"]],
    ["one that is taken out", "abc", "ac", ["same 1→1", "same 3→2", "gone 2"]],
    ["one with another word", "abc", "aBc", ["same 1→1", "edited 2→2", "same 3→3"]],
    ["one with another word elsewhere", "abcd", "acdB", ["same 1→1", "same 3→2", "same 4→3", "edited 2→4"]],
    ["two that change places", "abc", "bac", ["same 2→1", "same 1→2", "same 3→3"]],
    ["twins, by what stands beside them", "arbr", "arnbr", ["same 1→1", "same 2→2", "same 3→4", "same 4→5", "new 3"]],
    ["a twin that goes from the beginning", "rarb", "arb", ["same 2→1", "same 3→2", "same 4→3", "gone 1"]],
    ["more twins than there were", "rr", "rrr", ["same 1→1", "same 2→2", "new 3"]],
    ["nothing with nothing", "", "", []],
    ["everything with nothing", "ab", "", ["gone 1", "gone 2"]],
  ])("%s", (_, before, after, expected) => {
    expect(aligned(before, after)).toEqual(expected);
  });
});

test("where only fingerprints are known, what has changed is gone and new", () => {
  const before = paragraphsOf(textsOf("abc")).map(({ label, fingerprint }) => ({ label, fingerprint }));
  const { gone, added } = alignTexts(before, paragraphsOf(textsOf("aBc")), 1000);
  expect([gone, added]).toEqual([[1], [1]]);
});

test("what the budget does not reach for is said", () => {
  const { skipped, gone, added } = alignTexts(paragraphsOf(textsOf("ab")), paragraphsOf(textsOf("aB")), 0);
  expect([skipped, gone, added]).toEqual([1, [1], [1]]);
});

const letters = fc.string({ unit: fc.constantFrom(...Object.keys(words)), maxLength: 12 });

test("each paragraph of both texts has exactly one fate, and the same words are the same words", () => {
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const [before, after] = [paragraphsOf(textsOf(one)), paragraphsOf(textsOf(other))];
      const alignment = alignTexts(before, after, 1000);
      const { pairs, gone, added } = alignment;
      const sorted = (places: readonly number[]) => [...places].sort((a, b) => a - b);
      expect(sorted([...pairs.map((pair) => pair.before), ...gone])).toEqual([...before.keys()]);
      expect(sorted([...pairs.map((pair) => pair.after), ...added])).toEqual([...after.keys()]);
      for (const pair of pairs)
        expect(before[pair.before]?.text === after[pair.after]?.text).toBe(pair.kind === "same");
      // What can go together does: no text is both gone and new.
      const texts = new Set(gone.map((place) => before[place]?.text));
      expect(added.filter((place) => texts.has(after[place]?.text))).toEqual([]);
      expect(fatesOf(before, after, alignment)).toHaveLength(after.length + gone.length);
    }),
  );
});

test("paragraphs that move together are one line", () => {
  const [before, after] = [paragraphsOf(textsOf("abcd")), paragraphsOf(textsOf("anbcd"))];
  expect(movedRuns(fatesOf(before, after, alignTexts(before, after, 1000)))).toEqual([
    { from: "2", last: "4", to: "3", lastTo: "5", length: 3 },
  ]);
});
