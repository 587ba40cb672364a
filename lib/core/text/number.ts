/** Costly to make, and few: one a language. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A figure as a reader of `language` writes it: `148,200`, `1.5`. At most six decimals. */
export function formatNumber(value: number, language: string): string {
  const known = formatters.get(language);
  const formatter =
    known ?? new Intl.NumberFormat(language === "en" ? "en-GB" : language, { maximumFractionDigits: 6 });
  formatters.set(language, formatter);
  return formatter.format(value);
}
