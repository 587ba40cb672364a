import type { CslDate } from "../export/csl-item.ts";
import { formatDate } from "../text/date.ts";

/** "July 28, 1951" in English; elsewhere as the language has it. Spans with an en dash; empty for none. */
export function monthFirst(date: CslDate | undefined, language: string): string {
  return language === "en" ? spanOf(date, (day) => formatDate(day, "en-US")) : dayFirst(date, language);
}

/** "28 July 1951". */
export function dayFirst(date: CslDate | undefined, language: string): string {
  return spanOf(date, (day) => formatDate(day, language));
}

/** "1951" or "1951–1954". */
export function yearOf(date: CslDate | undefined): string {
  const years = (date?.["date-parts"] ?? []).map(([year = 0]) => String(year).padStart(4, "0"));
  return [...new Set(years)].join("–");
}

/** "2025a", and "n.d.-a" for what has no year. */
export function yearAndLetter(year: string, letter: string, noDate: string): string {
  if (year !== "") return year + letter;
  return letter === "" ? noDate : `${noDate}-${letter}`;
}

/** "2025, August 5", as the APA has it in references; what is not known is left out. */
export function yearFirst(date: CslDate | undefined, language: string): string {
  const [[year, ...rest] = [], ...more] = date?.["date-parts"] ?? [];
  if (year === undefined || rest.length === 0 || more.length > 0) return yearOf(date);
  const inYear = monthFirst(date, language).replace(/,? ?\d{4}$/, "");
  return language === "en" ? `${year}, ${inYear}` : dayFirst(date, language);
}

function spanOf(date: CslDate | undefined, write: (day: string) => string): string {
  return (date?.["date-parts"] ?? []).map((parts) => write(isoOf(parts))).join("–");
}

function isoOf([year = 0, ...rest]: readonly number[]): string {
  return [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
}
