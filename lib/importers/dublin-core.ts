import type { ParentNode } from "domhandler";
import { isPartialDate } from "../core/text/date.ts";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import type { ImportedMetadata, ImportedName } from "./imported-document.ts";
import { charactersOf, elementsOf } from "./xml.ts";

/** What the file formats of office programs and e-books say of themselves in the terms of Dublin Core. */
export function readDublinCore(root: ParentNode): ImportedMetadata {
  const all = (name: string) =>
    elementsOf(root, `dc:${name}`)
      .map((element) => collapseWhiteSpace(charactersOf(element)))
      .filter((text) => text !== "");
  const names = all("creator").flatMap(readNames);
  const [title] = all("title");
  const [publisher] = all("publisher");
  const [abstract] = all("description");
  const [language] = all("language").filter(isLanguageTag);
  const identifiers = all("identifier");
  const doi = firstMatch(identifiers, /\b(10\.\d{4,9}\/\S+)/);
  const isbn = firstMatch(identifiers, /(?:^|isbn:?\s*)((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])$/i);
  const url = firstMatch(identifiers, /^(https?:\/\/\S+)$/);
  return {
    ...(title !== undefined && { title }),
    ...(names.length > 0 && { author: names }),
    ...(publisher !== undefined && { publisher }),
    ...(abstract !== undefined && { abstract }),
    ...(language !== undefined && { language }),
    ...(doi !== undefined && { DOI: doi }),
    ...(isbn !== undefined && { ISBN: isbn }),
    ...(url !== undefined && doi === undefined && { URL: url }),
  };
}

/** Names as one line gives them, such as "Amina Shah; Some Institute": as they are written, not taken apart. */
export function readNames(line: string): ImportedName[] {
  return line
    .split(";")
    .map(collapseWhiteSpace)
    .filter((name) => name !== "")
    .map((literal) => ({ literal }));
}

/** The day, month or year with which an ISO 8601 date or time begins. */
export function readDay(text: string | undefined): string | undefined {
  const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=T|$)/.exec(text?.trim() ?? "")?.[0];
  return day !== undefined && isPartialDate(day) ? day : undefined;
}

/** Word processors keep the day on which a file was begun, which is no more than a hint. */
export function doubtOfDay(day: string): string {
  return `The date ${day} is the one on which the file was made: look up when the document was published.`;
}

export function isLanguageTag(text: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text);
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.map((text) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
}
