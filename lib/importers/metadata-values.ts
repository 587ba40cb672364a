import { isPartialDate } from "../core/text/date.ts";
import type { ImportedName } from "./imported-document.ts";

/** YYYY, YYYY-MM or YYYY-MM-DD of what a document gives as a date and perhaps a time; undefined for anything else. */
export function readDate(text: string | undefined): string | undefined {
  const match = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[T\s])/.exec(text ?? "");
  if (!match) return undefined;
  const date = match
    .slice(1)
    .flatMap((part: string | undefined) => (part === undefined ? [] : [part.padStart(2, "0")]))
    .join("-");
  return isPartialDate(date) ? date : undefined;
}

/** "Shah, Amina" in its parts; a name without a comma as it is. */
export function readPersonalName(text: string): ImportedName {
  const match = /^([^,]+),\s*([^,]+)$/.exec(text.trim());
  return match ? { family: match[1]?.trim() ?? "", given: match[2]?.trim() ?? "" } : { literal: text.trim() };
}

/** An http or https address, and nothing else. */
export function readWebAddress(text: string | undefined): string | undefined {
  const address = text?.trim() ?? "";
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) ? address : undefined;
}

/** The DOI in a text: alone, behind `doi:`, or in an address. */
export function readDoi(text: string | undefined): string | undefined {
  return /\b10\.\d{3,9}\/[^\s?#]+/.exec(text ?? "")?.[0];
}

/** An object without the keys whose value is undefined. */
export function definedOnly<Shape extends object>(values: {
  readonly [Key in keyof Shape]: Shape[Key] | undefined;
}): Shape {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Shape;
}
