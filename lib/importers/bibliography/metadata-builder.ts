import { shorten } from "../../core/text/shorten.ts";
import { cleanText } from "../../core/text/invisible.ts";
import { collapseWhiteSpace } from "../../core/text/normal-form.ts";
import type { ImportedMetadata, ImportedName } from "../imported-document.ts";
import { readWebAddress } from "../metadata-values.ts";
import { isCalendarDate } from "../../core/text/date.ts";
import { readLanguage } from "./language-names.ts";
import { readWrittenDate } from "./written-date.ts";

type TextKey = {
  [Key in keyof ImportedMetadata]-?: ImportedMetadata[Key] extends string | undefined ? Key : never;
}[keyof ImportedMetadata];
type NameKey = "author" | "editor" | "translator";

/** The longest text that one field of a record may have, in UTF-16 units. */
export const longestField = 20_000;

/** Gathers what an entry tells, field by field: the first value of a key stays, and what is not fit is said. */
export class MetadataBuilder {
  readonly #values = new Map<keyof ImportedMetadata, string | readonly ImportedName[]>();
  readonly #doubts = new Set<string>();

  has(key: keyof ImportedMetadata): boolean {
    return this.#values.has(key);
  }

  doubt(sentence: string): void {
    this.#doubts.add(sentence);
  }

  text(key: TextKey, value: string | undefined): void {
    const line = collapseWhiteSpace(cleanText(collapseWhiteSpace((value ?? "").replace(/\p{Cc}/gu, " "))));
    if (line === "" || this.has(key)) return;
    if (line.length > longestField) this.doubt(`${key} is longer than ${longestField} characters and was left out.`);
    else this.#values.set(key, line);
  }

  names(key: NameKey, names: readonly ImportedName[]): void {
    if (names.length > 0 && !this.has(key)) this.#values.set(key, names);
  }

  issued(value: string | undefined): void {
    const text = value?.trim() ?? "";
    if (text === "" || this.has("issued")) return;
    const { date, isWhole } = readWrittenDate(text);
    if (date !== undefined) this.text("issued", date);
    if (date === undefined) this.doubt(`The date "${shorten(text, 40)}" could not be read.`);
    else if (!isWhole) this.doubt(`Of the date "${shorten(text, 40)}" only ${date} was taken.`);
  }

  accessed(value: string | undefined): void {
    const { date } = readWrittenDate(value?.trim() ?? "");
    if (date !== undefined && isCalendarDate(date)) this.text("accessed", date);
  }

  address(value: string | undefined): void {
    const text = value?.trim() ?? "";
    const address = readWebAddress(text);
    if (address !== undefined) this.text("URL", address);
    else if (text !== "") this.doubt(`"${shorten(text, 60)}" is not a web address and was left out.`);
  }

  doi(value: string | undefined): void {
    const [doi] = /\b10\.\d{3,9}\/\S+/.exec(value ?? "") ?? [];
    if (doi !== undefined) this.text("DOI", doi);
    else if ((value ?? "").trim() !== "") this.doubt(`"${shorten(value ?? "", 60)}" is not a DOI and was left out.`);
  }

  pages(value: string | undefined): void {
    this.text("page", value?.replace(/\s*(?:--+|–|(?<=\d)-(?=\d))\s*/g, "–"));
  }

  language(value: string | undefined): void {
    const text = value?.trim() ?? "";
    if (text === "" || this.has("language")) return;
    const tag = readLanguage(text);
    if (tag !== undefined) this.text("language", tag);
    else this.doubt(`"${shorten(text, 40)}" is not a language that is known here.`);
  }

  get metadata(): ImportedMetadata {
    return Object.fromEntries(this.#values);
  }

  get doubts(): readonly string[] {
    return [...this.#doubts];
  }
}

/** The marks of emphasis that citation managers put into titles. */
export function withoutTags(text: string): string {
  return text.replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]{0,200})?>/gi, "");
}
