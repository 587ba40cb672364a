import { z } from "zod";
import { isCalendarDate, isDateOrInterval } from "../text/date.ts";
import { guessDate } from "../text/guess-date.ts";
import { isLanguageTag } from "../text/language.ts";
import { nearest } from "../text/nearest.ts";
import { shorten } from "../text/shorten.ts";
import { isSlug, slugAdvice, slugFrom } from "../slug.ts";

export { nameField, printName, type Name } from "./name.ts";

/**
 * Fields that briefs and sources share. Each error message says what to write. What only a
 * function can tell is said a second time, as far as a JSON Schema can, for editors.
 */

/** Every value is read as it is typed; an editor takes 2025 for a number. */
export const asTyped = { type: ["string", "number"] } as const;

/** Text of at least one visible character, white space at its ends taken off. */
export function textField(advice: string) {
  return z
    .string({ error: advice })
    .trim()
    .min(1, { error: `is empty. ${advice}` })
    .meta(asTyped);
}

export const dayField = z
  .string({ error: "Write a day as YYYY-MM-DD, such as date: 2026-03-05." })
  .refine(isCalendarDate, {
    error: (issue) => {
      const day = guessDate(String(issue.input));
      return day !== undefined && isCalendarDate(day)
        ? `"${shown(issue.input)}" is not written as YYYY-MM-DD. Write ${day}.`
        : `"${shown(issue.input)}" is not a day that exists. Write YYYY-MM-DD, such as 2026-03-05.`;
    },
  })
  .meta({ format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

export const issuedField = z
  .string({ error: "Write a year, month or day, such as issued: 2026-03-05." })
  .refine(isDateOrInterval, {
    error: (issue) => {
      const date = guessDate(String(issue.input));
      const forms = "YYYY, YYYY-MM, YYYY-MM-DD, or an interval of two such as 2025-04-19/2025-06-30";
      return `"${shown(issue.input)}" is not a date. Write ${date ?? forms}.`;
    },
  })
  .meta({ ...asTyped, pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4}(-\\d{2}(-\\d{2})?)?)?$" });

export const languageField = z
  .string({ error: "Write a language tag, such as language: en." })
  .refine(isLanguageTag, {
    error: (issue) => `"${shown(issue.input)}" is not a language tag. Write one such as en, ur or fa-AF.`,
  })
  .meta({ pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$" });

/** An http or https address. */
export const webAddressField = z
  .string({ error: "Write an address, such as https://example.org/report." })
  .refine(isWebAddress, {
    error: (issue) => `"${shown(issue.input)}" is not a web address. Write one that begins with https://.`,
  })
  .meta({ format: "uri", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" });

export const slugField = z
  .string({ error: `Write ${slugAdvice}.` })
  .refine(isSlug, {
    error: (issue) =>
      `"${shown(issue.input)}" cannot be used in an address. Write ${slugFrom(String(issue.input)) ?? slugAdvice}.`,
  })
  .meta({ ...asTyped, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 80 });

/** One of a few words, with the nearest offered when another is written. */
export function choiceField<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices, {
    error: (issue) => {
      const list = `Write one of ${choices.join(", ")}.`;
      if (typeof issue.input !== "string") return list;
      const [near] = nearest(issue.input, choices);
      return `"${shown(issue.input)}" is not known. ${near === undefined ? list : `Write ${near}.`}`;
    },
  });
}

export function listOf<Item extends z.ZodType>(item: Item, example: string) {
  return z.array(item, { error: `Write a list, such as ${example}.` });
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

function shown(input: unknown): string {
  return typeof input === "string" ? shorten(input) : "this";
}
