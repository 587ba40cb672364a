import { isDateOrInterval, isPartialDate } from "../../core/text/date.ts";
import { guessDate } from "../../core/text/guess-date.ts";

export interface WrittenDate {
  /** YYYY, YYYY-MM, YYYY-MM-DD or an interval of two. */
  readonly date?: string;
  /** Whether the date says all that was written. */
  readonly isWhole: boolean;
}

const part = "\\d{4}(?:-\\d{1,2}(?:-\\d{1,2})?)?";
/** As ISO 8601-2 has it, at the levels that citation managers write: signs of doubt, times and open ends are not kept. */
const isoForm = new RegExp(`^(${part})(?:T[\\d:.+Z-]*)?([~?%]?)(?:/(${part})?(?:T[\\d:.+Z-]*)?(\\.\\.|[~?%]?))?$`);

/** A date as people and programs write it in bibliographies. */
export function readWrittenDate(text: string): WrittenDate {
  const written = text.trim().slice(0, 100);
  const iso = isoForm.exec(written.replace(/\s*[–—]+\s*|\s*--+\s*/g, "/"));
  if (iso) {
    const [, from = "", unsure = "", to, open = ""] = iso;
    const both = [from, ...(to === undefined ? [] : [to])].map(padded);
    const date = both.join("/");
    const isWhole = unsure === "" && open === "" && !written.endsWith("/");
    if (isDateOrInterval(date)) return { date, isWhole };
    const [first = ""] = both;
    return isPartialDate(first) ? { date: first, isWhole: false } : year(first);
  }
  const slashed = /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?\/?$/.exec(written);
  if (slashed) {
    const date = padded(slashed.slice(1).filter(Boolean).join("-"));
    return isPartialDate(date) ? { date, isWhole: true } : year(date);
  }
  const guessed = guessDate(written);
  return guessed === undefined ? year(written) : { date: guessed, isWhole: true };
}

/** The only year that a text names. */
function year(text: string): WrittenDate {
  const years = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const [only] = years;
  return only !== undefined && years.length === 1 ? { date: only, isWhole: text === only } : { isWhole: false };
}

/** Joins a year, a month and a day of any of the usual forms. */
export function joinDate(
  yearText: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (yearText === undefined) return undefined;
  const number = monthNumber(month ?? "");
  if (number === undefined || !/^\s*\d{4}\s*$/.test(yearText)) return yearText;
  const date = day ?? /(?<!\d)(\d{1,2})(?!\d)/.exec((month ?? "").replace(/^\s*\d{1,2}\s*$/, ""))?.[1];
  return [yearText.trim(), number, ...(date === undefined || !/^\s*\d{1,2}\s*$/.test(date) ? [] : [date.trim()])]
    .map((one) => one.padStart(2, "0"))
    .join("-");
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(text: string): string | undefined {
  const alone = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (alone !== undefined) return alone;
  const [name = ""] = /[a-z]{3}/i.exec(text) ?? [];
  const at = months.indexOf(name.toLowerCase());
  return at < 0 ? undefined : String(at + 1);
}

function padded(date: string): string {
  return date
    .split("-")
    .map((one) => one.padStart(2, "0"))
    .join("-");
}
