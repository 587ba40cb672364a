/** Matches a year, a month or a day of ISO 8601: `2026`, `2026-03`, `2026-03-05`. */
const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether `text` is a day that exists, written YYYY-MM-DD (proleptic Gregorian, no time zone). */
export function isCalendarDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** Whether `text` is an existing year, month or day: YYYY, YYYY-MM or YYYY-MM-DD. */
export function isPartialDate(text: string): boolean {
  const match = partialDate.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  if (day === undefined) return true;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Whether `text` is a partial date or an interval of two, `from/to` (ISO 8601-2, level 0), in order. */
export function isDateOrInterval(text: string): boolean {
  const [from = "", to, ...rest] = text.split("/");
  if (rest.length > 0 || !isPartialDate(from)) return false;
  return to === undefined || (isPartialDate(to) && from <= to);
}

/**
 * A date as a reader of `language` writes it: `5 March 2026`, `March 2026`, `2026`;
 * an interval has an en dash. Always Gregorian and UTC, so it is the same on every machine.
 */
export function formatDate(text: string, language: string): string {
  return text
    .split("/")
    .map((part) => formatPart(part, language))
    .join(" – ");
}

function formatPart(text: string, language: string): string {
  const match = partialDate.exec(text);
  if (!match) return text;
  const [, year, month, day] = match;
  const { format, written } = formatterFor(
    language,
    day === undefined ? (month === undefined ? "year" : "month") : "day",
  );
  const known = written.get(text);
  if (known !== undefined) return known;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const shown = format.format(date);
  written.set(text, shown);
  return shown;
}

type Precision = "year" | "month" | "day";

interface Formatter {
  readonly format: Intl.DateTimeFormat;
  /** What it has written, by date: every note has one, and most have the same few. */
  readonly written: Map<string, string>;
}

/** Costly to make, and few: one a language and precision. */
const formatters = new Map<string, Formatter>();

function formatterFor(language: string, precision: Precision): Formatter {
  const key = `${language} ${precision}`;
  const known = formatters.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    calendar: "gregory",
    timeZone: "UTC",
    year: "numeric",
    ...(precision !== "year" && { month: "long" }),
    ...(precision === "day" && { day: "numeric" }),
  });
  const made = { format, written: new Map<string, string>() };
  formatters.set(key, made);
  return made;
}
