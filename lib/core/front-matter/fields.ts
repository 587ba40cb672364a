import { z } from "zod";
import { isCalendarDate, isDateOrInterval } from "../text/date.ts";
import { isLanguageTag } from "../text/language.ts";
import { nearest } from "../text/nearest.ts";
import { isSlug, slugAdvice } from "../slug.ts";

/** Fields that briefs and sources share. Each error message says what to write. */

/** Text of at least one visible character, white space at its ends taken off. */
export function textField(advice: string) {
  return z
    .string({ error: advice })
    .trim()
    .min(1, { error: `is empty. ${advice}` });
}

export const dayField = z
  .string({ error: "Write a day as YYYY-MM-DD, such as date: 2026-03-05." })
  .refine(isCalendarDate, {
    error: (issue) => `"${shown(issue.input)}" is not a day that exists. Write YYYY-MM-DD, such as 2026-03-05.`,
  });

export const issuedField = z
  .string({ error: "Write a year, month or day, such as issued: 2026-03-05." })
  .refine(isDateOrInterval, {
    error: (issue) =>
      `"${shown(issue.input)}" is not a date. Write YYYY, YYYY-MM, YYYY-MM-DD, or an interval of two such as 2025-04-19/2025-06-30.`,
  });

export const languageField = z.string({ error: "Write a language tag, such as language: en." }).refine(isLanguageTag, {
  error: (issue) => `"${shown(issue.input)}" is not a language tag. Write one such as en, ur or fa-AF.`,
});

/** An http or https address. */
export const webAddressField = z
  .string({ error: "Write an address, such as https://example.org/report." })
  .refine(isWebAddress, {
    error: (issue) => `"${shown(issue.input)}" is not a web address. Write one that begins with https://.`,
  });

export const slugField = z
  .string({ error: `Write ${slugAdvice}.` })
  .refine(isSlug, { error: (issue) => `"${shown(issue.input)}" cannot be used in an address. Write ${slugAdvice}.` });

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

const nameParts = z.string({ error: "Write a name." }).trim().min(1, { error: "is empty. Write a name." });

/** A person or body, as CSL has it: `{ family, given }` or `{ literal }`. */
export const nameField = z
  .strictObject(
    { family: nameParts.optional(), given: nameParts.optional(), literal: nameParts.optional() },
    {
      error: (issue) =>
        issue.code === "invalid_type" ? "Write { family: …, given: … } or { literal: … }." : undefined,
    },
  )
  .refine((name) => (name.literal !== undefined) !== (name.family !== undefined), {
    error: "A name is either { family: …, given: … } or { literal: … }.",
  });

export type Name = z.output<typeof nameField>;

export function listOf<Item extends z.ZodType>(item: Item, example: string) {
  return z.array(item, { error: `Write a list, such as ${example}.` });
}

/** A name as it is printed: given name first. */
export function printName(name: Name): string {
  return name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(" ");
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

function shown(input: unknown): string {
  return typeof input === "string" ? input : "this";
}
