import { expect, test } from "vitest";
import { Likeness, WordWeights } from "../../../lib/core/anchoring/score.ts";
import { Vocabulary } from "../../../lib/core/anchoring/words.ts";

/** The score of two texts among others, which make some words frequent; without others, all weigh the same. */
function scoreOf(one: string, other: string, others: readonly string[] = []): number {
  const vocabulary = new Vocabulary();
  const weights = new WordWeights();
  for (const text of others) weights.count(vocabulary.read(text));
  return new Likeness(vocabulary.read(one), weights).to(vocabulary.read(other));
}

test.each([
  ["the same text", "The cards lapsed on 30 June.", "The cards lapsed on 30 June.", 1],
  ["the same words in other case and typography", "“The cards” lapsed", '"THE CARDS" — lapsed!', 1],
  ["the same words with Arabic and Persian letters and digits", "كارت ۳۰ يونيو", "کارت 30 یونیو", 1],
  ["no word in common", "The cards lapsed", "Nobody was told", 0],
  ["a text without words", "…", "…", 0],
])("%s", (_, one, other, expected) => {
  expect(scoreOf(one, other)).toBe(expected);
});

test("words alone make half of the score, for pairs weigh as much as words", () => {
  // 4 words and 3 pairs each, all of one weight; 4 words shared.
  expect(scoreOf("one two three four", "two four one three")).toBe(0.571);
});

test("a word counts as often as it stands", () => {
  expect(scoreOf("no no no", "no")).toBeLessThan(scoreOf("no no no", "no no"));
});

test("a rare word that is shared tells more than a frequent one", () => {
  const others = Array.from({ length: 50 }, (_, index) => `the other ${index}`);
  expect(scoreOf("the Torkham", "a Torkham", others)).toBeGreaterThan(scoreOf("the Torkham", "the border", others));
});

test.each([
  ["merged into a longer one", "one two three four", "one two three four five six seven eight nine ten", 0.769],
  ["of which only a part is left", "one two three four five six seven eight nine ten", "one two three four", 0.769],
  ["most of which is elsewhere", "one two three four five", "one two three x five six seven eight nine ten", 0.429],
])("a text %s", (_, one, other, expected) => {
  expect(scoreOf(one, other)).toBe(expected);
});
