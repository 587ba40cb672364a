import { describe, expect, test } from "vitest";
import { findWords } from "../../../lib/core/text/find-words.ts";

describe("whole words and numbers are found", () => {
  test.each([
    ["at the beginning", "3 million people", "3 million", 0],
    ["at the end", "about 3 million", "3 million", 6],
    ["behind a currency sign", "US$1.3 million", "1.3 million", 3],
    ["before a full stop", "It was 5.", "5", 7],
    ["before a comma that ends a clause", "In 2025, they left", "2025", 3],
    ["in brackets", "(5)", "5", 1],
    ["as the end of a range", "3-5 million", "5 million", 2],
    ["behind an abbreviation's full stop", "No.5", "5", 3],
    ["the second time, when the first is inside a word", "cats and cat", "cat", 9],
    ["behind an article elided in French", "l'accord", "accord", 2],
    ["with punctuation of its own", 'He said: "No."', '"No."', 9],
    ["in Urdu", "چودہ لاکھ افراد", "لاکھ", 5],
    ["beside letters of a script without spaces, only when they end there", "北京。", "北京", 0],
    ["before an apostrophe that closes a quotation", "'stop' now", "stop", 1],
    ["beside an emoji", "😀5😀", "5", 2],
    ["behind an em dash between words", "the end—binding for all", "binding", 8],
    ["behind an en dash between words", "the end–binding for all", "binding", 8],
    ["behind two hyphens", "the end--binding for all", "binding", 9],
    ["behind a dash with spaces", "it fell - 5% only", "5%", 10],
    ["behind a year", "In 2025 300 people", "300 people", 8],
    ["as the end of a range of shares", "5%–10% of all", "10% of all", 3],
    ["as the end of a range of sums", "$5–$10 each", "$10", 3],
    ["as a whole number in groups", "about 12 000 000 people", "12 000 000", 6],
    ["a negative number with its sign", "fell to −5% now", "−5%", 8],
    ["a hyphenated word, whole", "a non-binding vote", "non-binding", 2],
    ["a number behind a word and a hyphen", "the F-16 jet", "16 jet", 6],
  ])("%s", (_, text, words, at) => {
    expect(findWords(text, words)).toBe(at);
  });
});

describe("parts of words and numbers are not found", () => {
  test.each([
    ["3 million in 1.3 million", "about 1.3 million", "3 million"],
    ["300 in 1,300", "1,300 people", "300"],
    ["1 in 1,300", "1,300 people", "1"],
    ["1 in 1.3", "1.3 million", "1"],
    ["300 in a Swiss 1'300", "1'300 people", "300"],
    ["5 in .5", "fell .5 %", "5 %"],
    ["5 in -5", "fell to -5%", "5%"],
    ["5 in a typeset minus 5", "fell to −5%", "5%"],
    ["5 behind a dash set as a minus", "fell to –5%", "5%"],
    ["30 in 12:30", "at 12:30", "30"],
    ["2026 in 5/3/2026", "on 5/3/2026", "2026"],
    ["10 in 10⁶", "10⁶ people", "10"],
    ["1 in 1½", "1½ miles", "1"],
    ["Persian digits in a decimal", "۱٫۳", "۳"],
    ["cat in cats", "cats", "cat"],
    ["cat in bobcat", "bobcat", "cat"],
    ["caf before a combining mark", "cafe\u0301", "cafe"],
    ["can in can't, which would turn the sense around", "They can't leave", "They can"],
    ["can in can’t with a curly apostrophe", "They can’t leave", "They can"],
    ["a Persian verb without its negation, joined by ZWNJ", "نمی\u200Cخواهم", "خواهم"],
    ["an Urdu word without its suffix, joined by ZWNJ", "کتاب\u200Cها", "کتاب"],
    ["letters beyond the BMP", "𐐀𐐁", "𐐁"],
    ["300 in 1 300, grouped by a space", "1 300 people", "300 people"],
    ["000 000 in 12 000 000", "12 000 000 people", "000 000 people"],
    ["12 in 12 000 000", "about 12 000 000 people", "about 12"],
    ["12 000 in 12 000 000", "about 12 000 000 people", "about 12 000"],
    ["½ in 1 ½", "1 ½ miles", "½ miles"],
    ["$5 in a negative sum", "lost −$5 million", "$5 million"],
    ["5 in a negative sum", "lost −$5 million", "5 million"],
    ["€5 in a negative sum", "lost -€5", "€5"],
    ["5 behind a currency and a minus", "lost €−5", "5"],
    ["5 in -.5", "-.5% growth", "5% growth"],
    [".5 in -.5", "-.5% growth", ".5% growth"],
    [".5 in 0.5", "0.5% growth", ".5% growth"],
    ["5 in (.5)", "grew (.5%)", "5%"],
    ["5 behind a bound and a space", "fell < 5%", "5%"],
    ["5 behind a minus sign and a space", "fell − 5%", "5%"],
    ["they can with the apostrophe of can't", "They can't leave", "They can'"],
    ["5% in a 5% struck through", "It was 5%\u0338", "5%"],
    ["binding in non-binding", "a non-binding vote", "binding vote"],
    ["binding in non‑binding with a hyphen that does not break", "a non‑binding vote", "binding vote"],
    ["non in non-binding", "a non-binding vote", "a non"],
    ["punctuation only", "so … it", "…"],
    ["nothing at all", "words", ""],
    ["what is longer than the text", "word", "word word"],
  ])("%s", (_, text, words) => {
    expect(findWords(text, words)).toBe(-1);
  });
});

test.each(Array.from("-‐‑‒–—―−⁻－﹣±<>≤≥~≈+"))("a number does not stand behind the sign %s", (sign) => {
  expect(findWords(`fell ${sign}5% now`, "5% now")).toBe(-1);
  expect(findWords(`fell ${sign}$5 now`, "$5 now")).toBe(-1);
});

test.each(Array.from("'’‘´`＇′"))("can does not stand in can%st", (mark) => {
  expect(findWords(`They can${mark}t leave`, "They can")).toBe(-1);
});

test.each(Array.from("․．，⁄∕/^×·"))("neither part stands in 1%s3", (mark) => {
  expect(findWords(`It was 1${mark}3 km`, "3 km")).toBe(-1);
  expect(findWords(`It was 1${mark}3 km`, "It was 1")).toBe(-1);
});
