import { describe, expect, test } from "vitest";
import { firstDate, withoutDates } from "../../../lib/core/brief/stated-dates.ts";
import { statedFigures } from "../../../lib/core/brief/stated-figures.ts";

function figuresOf(text: string): string[] {
  return statedFigures(text).map(({ words }) => words);
}

describe("a figure is", () => {
  test.each([
    ["a number from 10", "some 25 arrests", ["25"]],
    ["a number of thousands", "about 3,000 to 5,000 fighters", ["3,000", "5,000"]],
    ["a range joined by a dash", "3,000–5,000", ["3,000", "5,000"]],
    ["one whose thousands are parted by spaces", "some 25 000 people", ["25 000"]],
    ["a decimal", "a ratio of 1.7", ["1.7"]],
    ["a percentage", "Over 6% of them", ["6%"]],
    ["a percentage in words", "only 6 per cent", ["6 per cent"]],
    ["an amount of money", "$5 a day, 7 € an hour and Rs. 9", ["$5", "7 €", "Rs. 9"]],
    ["a number with a word for millions", "3 million afghanis", ["3 million"]],
    ["the same in words", "about a million dollars", ["a million"]],
    ["a measure", "within 5 km of it", ["5 km"]],
    ["a year's worth of something", "2024% more", ["2024%"]],
    ["behind a word that only opens the sentence", "Nearly 25 left", ["25"]],
    ["behind a possessive", "in Pakistan’s 36 districts", ["36"]],
    ["of thousands behind a name", "In Kabul 1,000 clerics met", ["1,000"]],
    ["in Urdu digits", "تقریباً ۲۰۰ افراد", ["۲۰۰"]],
    ["in Urdu, with its unit", "۵ فیصد", ["۵ فیصد"]],
    ["in Persian, with its own decimal sign", "۳٫۵ میلیون", ["۳٫۵ میلیون"]],
    ["in Arabic digits", "قتل ٤٥ شخصا", ["٤٥"]],
  ])("%s: %s", (_, text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe("no figure is", () => {
  test.each([
    ["a number below 10", "three posts and 4 bridges"],
    ["a year", "since 2021"],
    ["a range of years", "1994–1996, 1994–96 and 2014-15"],
    ["a decade", "in the 1990s"],
    ["an ordinal", "the 33rd report of the 21st century"],
    ["a number of an article or page", "Article 14, section 12, pp. 33, No. 25, § 17 and ¶ 21"],
    ["the same with a decimal", "under paragraph 14.1"],
    ["a number of a resolution", "Resolution 2593"],
    ["a part of a name", "the Boeing 737 and the Group of G20"],
    ["a part of a word", "IS-K, F-16, COVID-19 and A320"],
    ["a time of day", "at 10:30"],
    ["a path", "in S/2024/556 and on 9/11"],
    ["a label", "Part II.13"],
    ["a version", "version 3.12.41"],
    ["a number of an article in Urdu", "آرٹیکل ۱۴ کے تحت"],
    ["a year in Persian digits", "از سال ۲۰۲۱"],
    ["a day or month in Chinese", "2025年12月15日"],
  ])("%s: %s", (_, text) => {
    expect(figuresOf(text)).toEqual([]);
  });
});

describe("a date is", () => {
  test.each([
    ["a day", "en", "on 5 March 2026", "5 March 2026"],
    ["a day the American way", "en", "on March 5, 2026", "March 5, 2026"],
    ["a day without its year", "en", "on 30 June", "30 June"],
    ["a range of days", "en", "on 5–6 March 2026", "5–6 March 2026"],
    ["a month", "en", "in early March 2026", "March 2026"],
    ["a shortened month", "en", "on 5 Sept. 2026", "5 Sept. 2026"],
    ["an ordinal day", "en", "on the 5th of March", "5th of March"],
    ["a day in ISO 8601", "en", "on 2026-03-05", "2026-03-05"],
    ["a day in digits", "de", "am 5.3.2026", "5.3.2026"],
    ["a day in German", "de", "am 5. März 2026", "5. März 2026"],
    ["a day in Spanish", "es", "el 5 de marzo de 2026", "5 de marzo de 2026"],
    ["a day in Russian", "ru", "5 марта 2026", "5 марта 2026"],
    ["a day in Urdu", "ur", "۳۰ جون ۲۰۲۵ تک", "۳۰ جون ۲۰۲۵"],
    ["a day of the Persian calendar", "fa", "در ۱۴ اسفند ۱۴۰۴", "۱۴ اسفند ۱۴۰۴"],
    ["a day in Arabic", "ar", "في ٥ مارس ٢٠٢٦", "٥ مارس ٢٠٢٦"],
    ["a day in Chinese", "zh", "于2025年12月15日", "2025年12月15日"],
  ])("%s", (_, language, text, expected) => {
    expect(firstDate(text, language)?.words).toBe(expected);
  });

  test.each([
    ["a year", "in 2026"],
    ["a month alone", "in March, they marched"],
    ["a verb", "they may 5 times"],
    ["a part of a word", "25 Marches"],
  ])("not %s", (_, text) => {
    expect(firstDate(text, "en")).toBeUndefined();
  });
});

test("a text without its dates is as long as before", () => {
  expect(withoutDates("On 5 March 2026 some 300 left.", "en")).toBe("On ,            some 300 left.");
});
