import type { Stated } from "./stated-dates.ts";

/** A number that is no part of a word, a path, a time of day or a mixed label such as II.3. */
const number =
  /(?<![\p{L}\p{M}\p{N}_/#§¶]|[\p{L}\p{M}\p{N}][-‐‑./:]|[§¶#]\s)\p{Nd}+(?:[.,٫٬’]\p{Nd}+| \p{Nd}{3}(?!\p{Nd}))*(?!\p{Nd}|[:/]\p{Nd})/gu;

const currencyBefore = /(?:\p{Sc}|(?<!\p{L})(?:Rs|PKR|USD|EUR|GBP|AFN|INR|Afs)\.?)\s?$/u;
const magnitudeWords = "million|billion|trillion|lakh|crore|per cent|percent";
const magnitude = new RegExp(
  `^\\s?(?:[%‰٪]|\\p{Sc}|(?:${magnitudeWords}|thousand|hundred|percentage points?|per mille` +
    "|Millionen|Milliarden|Prozent|millions|milliards|pour cent|millones|por ciento" +
    "|ہزار|لاکھ|کروڑ|ارب|ملین|بلین|فیصد|روپے|ڈالر|هزار|میلیون|میلیارد|درصد|ألف|آلاف|مليون|مليار|في المئة|بالمئة)(?!\\p{L}))",
  "u",
);
const unit =
  /^\s?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|tonnes?|tons?|kg|hectares?|acres?|lit(?:re|er)s?|barrels?|dollars?|euros?|rupees?|afghanis?|pounds?|MW|GW|kWh|bn|tn|m|k|°C?)(?!\p{L})/u;

/** Words that make a name of the number behind them, of article, resolution or page. */
const referenceWords = new Set(
  `article articles art arts section sections sec paragraph paragraphs para paras part parts chapter chapters item items
   resolution resolutions decision rule rules table tables figure fig page pages p pp no nos number note notes annex
   appendix clause clauses act law decree order version phase step stage volume vol issue group route highway question
   recommendation recommendations goal principle target case room unit ¶
   artikel kapitel abschnitt absatz seite nr nummer tabelle résolution chapitre paragraphe artículo resolución página
   آرٹیکل دفعہ شق باب صفحہ پیراگراف قرارداد نمبر شمارہ جدول ماده مادهٔ فصل بند قطعنامه شماره المادة مادة الفصل الفقرة القرار قرار رقم صفحة
  `.split(/\s+/),
);
const lastWord = /([\p{L}\p{M}¶][\p{L}\p{M}'’-]*)\.?\s\(?$/u;

/** Numbers in words, where what follows leaves no doubt. English only. */
const inWords = new RegExp(
  "(?<![\\p{L}\\p{M}])(?:an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several)" +
    `\\s(?:hundred\\s)?(?:${magnitudeWords})(?!\\p{L})`,
  "giu",
);

/**
 * The figures that a text states: a number with a percent sign, a currency, a unit or a
 * word such as million, a decimal, and any other number from 10. No figures are years,
 * ordinals, times of day, numbers of articles, pages and the like, and a number that
 * belongs to a name, such as Resolution 2593 or F-16.
 *
 * @param text a sentence, or a row of a table with its cells joined by a middle dot, without its dates.
 */
export function statedFigures(text: string): Stated[] {
  const found: Stated[] = [];
  for (const { 0: digits, index } of text.matchAll(number)) {
    const before = text.slice(Math.max(0, index - 40), index);
    const after = text.slice(index + digits.length, index + digits.length + 40);
    const currency = currencyBefore.exec(before)?.[0] ?? "";
    const measure = (magnitude.exec(after) ?? unit.exec(after))?.[0] ?? "";
    if (currency === "" && measure === "" && !countsAlone(digits, before, after, index - before.length)) continue;
    found.push({ words: currency + digits + measure, offset: index - currency.length });
  }
  for (const { 0: words, index } of text.matchAll(inWords)) found.push({ words, offset: index });
  return found.sort((a, b) => a.offset - b.offset);
}

/** @param beforeAt offset of `before` in the sentence. */
function countsAlone(digits: string, before: string, after: string, beforeAt: number): boolean {
  if (/^(?:\p{Script=Latin}|\s?[年月日년월일])/u.test(after)) return false;
  const parts = digits.split(/[.,٫٬’ ]/);
  if (parts.length === 1 && (/^\p{Nd}$/u.test(digits) || isYear(digits) || endsYearRange(digits, before))) return false;
  if (/^[0٠۰]\p{Nd}/u.test(digits) || (parts.length > 2 && parts.some((part, i) => i > 0 && part.length !== 3)))
    return false;
  const word = lastWord.exec(before);
  if (!word) return true;
  const [, name = ""] = word;
  if (referenceWords.has(name.toLowerCase())) return false;
  const opensSentence = beforeAt === 0 && before.slice(0, word.index).trim() === "";
  // "Kabul 1,000" is no name, but "Boeing 737" is.
  return parts.length > 1 || opensSentence || !/^\p{Lu}/u.test(name) || /['’]s?$/.test(name);
}

/** Whether digits are those of a year from 1000 to 2999. */
function isYear(digits: string): boolean {
  return /^[12١٢۱۲]\p{Nd}{3}$/u.test(digits);
}

/** Whether digits are the second year of a range, such as 1994–96. */
function endsYearRange(digits: string, before: string): boolean {
  return /^\p{Nd}{2}$/u.test(digits) && /(?<!\p{Nd})[12١٢۱۲]\p{Nd}{3}\s?[–—]\s?$/u.test(before);
}
