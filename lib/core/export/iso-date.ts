import type { CslDate } from "./csl-item.ts";

/** A date of CSL as ISO 8601 has it: a year, a month, a day, or two of them with a slash between. */
export function isoDate({ "date-parts": parts }: CslDate): string {
  return parts.map((date) => date.map(padded).join("-")).join("/");
}

/** A year in four digits, a month or a day in two. */
export function padded(number: number, at: number): string {
  return String(number).padStart(at === 0 ? 4 : 2, "0");
}
