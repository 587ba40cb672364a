/** A date or figure that a text states: its words, and their 0-based offset in the text. */
export interface Stated {
  readonly words: string;
  readonly offset: number;
}

const searches = new Map<string, RegExp>();

/**
 * The first day or month that a text states: 5 March 2026, March 5, 30 June, March 2026,
 * 2026-03-05, 5.3.2026. A year or a month alone is none. Months are known in English and
 * in the text's own language, digits in every script.
 *
 * @param language BCP 47.
 */
export function firstDate(text: string, language: string): Stated | undefined {
  const [match] = text.matchAll(searchOf(language));
  return match && { words: match[0], offset: match.index };
}

/** The text with its dates blanked, so that every offset holds. */
export function withoutDates(text: string, language: string): string {
  // A comma stays, so that what stands before a date is not taken for a part of what follows it.
  return text.replace(searchOf(language), (date) => `,${" ".repeat(date.length - 1)}`);
}

function searchOf(language: string): RegExp {
  const known = searches.get(language);
  if (known) return known;
  const made = searchFor(language);
  searches.set(language, made);
  return made;
}

const shortMonths = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

function searchFor(language: string): RegExp {
  const months = monthNames(language).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const month = `(?:(?:${shortMonths})\\.?|${months.sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{M}])`;
  const number = "\\p{Nd}{1,2}";
  const day = `${number}(?:st|nd|rd|th|er|º|\\.)?`;
  const days = `${day}(?:\\s?[–-]\\s?${day})?`;
  const of = "(?:\\s(?:of|de|del))?\\s";
  const year = "\\p{Nd}{4}";
  const forms = [
    `${days}${of}${month}(?:[,،]?${of}${year})?`,
    `${month}[,،]?${of}${year}`,
    `${month}\\s${days}(?:[,،]?\\s${year})?`,
    `${year}-\\p{Nd}{2}-\\p{Nd}{2}`,
    `${number}([./])${number}\\1${year}`,
  ];
  const chinese = `(?<!\\p{N})${year}\\s?年\\s?${number}\\s?月(?:\\s?${number}\\s?日)?`;
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${forms.join("|")})(?!\\p{N})|${chinese}`, "gu");
}

/** As they are written alone and behind a day, in English and in `language`, also of its own calendar. */
function monthNames(language: string): string[] {
  const calendars = /^(?:fa|ps|ckb)(?:-|$)/.test(language) ? ["gregory", "persian"] : ["gregory"];
  const forms = ["en", language].flatMap((locale) =>
    calendars.flatMap((calendar) =>
      [{}, { day: "numeric" } as const].map(
        (day) => new Intl.DateTimeFormat(locale, { calendar, timeZone: "UTC", month: "long", ...day }),
      ),
    ),
  );
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2025, month, 28));
  const parts = forms.flatMap((form) => days.flatMap((day) => form.formatToParts(day)));
  const names = parts.flatMap(({ type, value }) => (type === "month" ? [value] : []));
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name) && !/\p{Nd}/u.test(name));
}
