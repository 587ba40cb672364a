import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Words of the interface, by key; groups nest. */
export interface Strings {
  readonly [key: string]: string | Strings;
}

export function loadStrings(layouts: string, language: string): Strings {
  const file = join(layouts, "strings", `${language.split("-")[0] ?? language}.json`);
  return JSON.parse(readFileSync(file, "utf8")) as Strings;
}

/**
 * The string with a dotted key, its `{name}`s filled in. A key that is not there is a
 * fault of the layouts, not of the content, and stops the build.
 */
export function say(strings: Strings, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  let found: string | Strings | undefined = strings;
  for (const step of key.split(".")) {
    found = typeof found === "object" && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  if (typeof found !== "string") throw new Error(`layouts/strings has no "${key}"`);
  return found.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The string for a number: `key.one` or `key.other`, by the language's plural rules. */
export function sayCount(strings: Strings, key: string, count: number, language: string): string {
  const { plural, number } = formattersFor(language);
  const category = plural.select(count) === "one" ? "one" : "other";
  return say(strings, `${key}.${category}`, { count: number.format(count) });
}

interface Formatters {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

/** Costly to make and the same for every page. */
const formatters = new Map<string, Formatters>();

function formattersFor(language: string): Formatters {
  const known = formatters.get(language);
  if (known) return known;
  const locale = language === "en" ? "en-GB" : language;
  const made = { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) };
  formatters.set(language, made);
  return made;
}
