import { isPartialDate } from "./date.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(?<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const day = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const year = "(?<year>\\d{4})";
const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)?";

/** 5 March 2026; March 5, 2026; March 2026; 2026/3/5. What could be two days, such as 5/3/2026, is none. */
const forms = [
  `${weekday}${day} +(?:of +)?${month},? +${year}`,
  `${weekday}${month} +${day},? +${year}`,
  `${month},? +${year}`,
  `${year}[-/.](?<number>\\d{1,2})[-/.]${day}`,
].map((form) => new RegExp(`^${form}$`, "i"));

/** The date that somebody wrote in one of the common English forms, as YYYY-MM-DD or YYYY-MM. */
export function guessDate(text: string): string | undefined {
  if (text.length > 60) return undefined;
  for (const form of forms) {
    const groups = form.exec(text.trim())?.groups;
    if (!groups) continue;
    const number = groups.number ?? String(months.indexOf((groups.month ?? "").slice(0, 3).toLowerCase()) + 1);
    const parts = [groups.year, number, ...(groups.day === undefined ? [] : [groups.day])];
    const date = parts.map((part) => (part ?? "").padStart(2, "0")).join("-");
    return isPartialDate(date) ? date : undefined;
  }
  return undefined;
}
