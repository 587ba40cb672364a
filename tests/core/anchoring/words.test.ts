import { expect, test } from "vitest";
import { splitWords, Vocabulary } from "../../../lib/core/anchoring/words.ts";

test.each([
  [
    "Latin script",
    "Cards lapsed on 30 June; nobody’s fault.",
    ["Cards", "lapsed", "on", "30", "June", "nobody", "s", "fault"],
  ],
  ["Urdu", "ہر شخص کو، آزادی ہے۔", ["ہر", "شخص", "کو", "آزادی", "ہے"]],
  ["Persian with joiners inside words", "می\u200Cشود گفت", ["می\u200Cشود", "گفت"]],
  ["combining marks", "cafe\u0301 नमस्ते", ["cafe\u0301", "नमस्ते"]],
  ["Chinese, character by character", "人人生而自由。", ["人", "人", "生", "而", "自", "由"]],
  ["numbers and Latin words among Chinese", "第14条 UN规定", ["第", "14", "条", "UN", "规", "定"]],
  ["Thai, with its vowel signs", "ทุกคน", ["ทุ", "ก", "ค", "น"]],
  ["Korean", "모든 인간은", ["모든", "인간은"]],
  ["signs alone", "— … !", []],
])("%s", (_, text, expected) => {
  expect(splitWords(text)).toEqual(expected);
});

test("words that differ in case or typography only have one number", () => {
  const vocabulary = new Vocabulary();
  expect(vocabulary.read("Card CARD card كارت کارت")).toEqual([0, 0, 0, 1, 1]);
});

test("words that JavaScript knows are words like others", () => {
  expect(new Vocabulary().read("constructor __proto__ toString")).toEqual([0, 1, 2]);
});
