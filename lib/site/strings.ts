import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { directionOf, type Direction } from "../core/text/language.ts";

/** Words of the interface, by key; groups nest. */
export interface Strings {
  readonly [key: string]: string | Strings;
}

/** What a page says for itself, and in which language. */
export interface Interface {
  /** BCP 47, without a region. */
  readonly language: string;
  readonly direction: Direction;
  readonly strings: Strings;
}

/** For a language, the interface that its readers get. */
export type InterfaceFor = (language: string) => Interface;

/**
 * The interfaces of `layouts/strings`, one file a language. A language that has none gets
 * that of the site, and a site whose language has none gets English.
 */
export function loadInterfaces(layouts: string, siteLanguage: string): InterfaceFor {
  const folder = join(layouts, "strings");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const interfaces = new Map(
    files.map((file): [string, Interface] => {
      const language = basename(file, ".json");
      const strings = JSON.parse(readFileSync(join(folder, file), "utf8")) as Strings;
      return [language, { language, direction: directionOf(language), strings }];
    }),
  );
  const named = (tag: string) => interfaces.get(tag.split("-")[0]?.toLowerCase() ?? "");
  const ofSite = named(siteLanguage) ?? named("en");
  if (!ofSite) throw new Error("layouts/strings has no en.json");
  return (language) => named(language) ?? ofSite;
}

/**
 * The string with a dotted key, its `{name}`s filled in. A key that is not there is a
 * fault of the layouts, not of the content, and stops the build.
 */
export function say(strings: Strings, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const known = found.get(strings) ?? new Map<string, string>();
  found.set(strings, known);
  const string = known.get(key) ?? find(strings, key);
  known.set(key, string);
  return string.includes("{") ? string.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")) : string;
}

/** Strings by dotted key, as far as they were asked for: a page says hundreds of them. */
const found = new WeakMap<Strings, Map<string, string>>();

function find(strings: Strings, key: string): string {
  let at: string | Strings | undefined = strings;
  for (const step of key.split(".")) {
    at = typeof at === "object" && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  if (typeof at !== "string") throw new Error(`layouts/strings has no "${key}"`);
  return at;
}

/** The string for a number: `key.one` or `key.other`, by the language's plural rules. */
export function sayCount({ strings, language }: Interface, key: string, count: number): string {
  const { plural, number } = formattersFor(language);
  const category = plural.select(count) === "one" ? "one" : "other";
  return say(strings, `${key}.${category}`, { count: number.format(count) });
}

/** A number as readers of the interface write it. */
export function sayNumber({ language }: Interface, value: number): string {
  return formattersFor(language).number.format(value);
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
