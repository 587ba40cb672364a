import type { CslDate } from "../export/csl-item.ts";
import { formatDate } from "../text/date.ts";

/** "July 28, 1951" in English; elsewhere as the language has it. Spans with an en dash; empty for none. */
export function monthFirst(date: CslDate | undefined, language: string): string {
  if (language !== "en") return dayFirst(date, language);
  return spanOf(date, (day) => formatDate(day, "en-US"), "month");
}

/** "28 July 1951". */
export function dayFirst(date: CslDate | undefined, language: string): string {
  return spanOf(date, (day) => formatDate(day, language), language === "en" ? "day" : undefined);
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
  const isLong = more.length > 0 && (language !== "en" || !isWithinYear(date));
  if (year === undefined || rest.length === 0 || isLong) return yearOf(date);
  const inYear = monthFirst(date, language).replace(/,? ?\d{4}$/, "");
  return language === "en" ? `${year}, ${inYear}` : dayFirst(date, language);
}

/** @param first what English writes before the other; then a span says no month and no year twice. */
function spanOf(date: CslDate | undefined, write: (day: string) => string, first?: "month" | "day"): string {
  const [from, to] = date?.["date-parts"] ?? [];
  if (!from) return "";
  const begin = write(isoOf(from));
  if (!to) return begin;
  const end = write(isoOf(to));
  if (first === undefined) return `${begin}${from.length > 1 ? " – " : "–"}${end}`;
  if (!isWithinYear(date)) return `${begin}–${end}`;
  const [year, month, day] = to;
  if (day === undefined || month !== from[1]) return `${begin.replace(/,? \d{4}$/, "")}–${end}`;
  return first === "day" ? `${from[2]}–${end}` : `${begin.replace(/, \d{4}$/, "")}–${day}, ${isoOf([year ?? 0])}`;
}

/** Whether a span begins and ends in the same year, both in a month or both on a day. */
function isWithinYear(date: CslDate | undefined): boolean {
  const [from, to] = date?.["date-parts"] ?? [];
  return from?.[0] === to?.[0] && from?.length === to?.length && (from?.length ?? 0) > 1;
}

function isoOf([year = 0, ...rest]: readonly number[]): string {
  return [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
}
