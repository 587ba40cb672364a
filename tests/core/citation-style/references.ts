import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CslItem } from "../../../lib/core/export/csl-item.ts";

export const referenceStyles = ["chicago", "oscola", "apa"] as const;
export type ReferenceStyle = (typeof referenceStyles)[number];

/** What citeproc makes of an item with an official style, as HTML: see references/record.ts. */
export interface Reference {
  /** Cited first, with paragraph 7. */
  readonly first: string;
  /** Right behind that, with paragraphs 7-9. */
  readonly ibid: string;
  /** Cited first without a paragraph. */
  readonly whole: string;
  /** Later, with paragraph 12; note 3 cited it first. */
  readonly later: string;
  /** In a list of references. */
  readonly entry: string;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "references", name), "utf8"));
}

export const items = read("items.json") as readonly CslItem[];
export const references = read("references.json") as Readonly<
  Record<ReferenceStyle, Readonly<Record<string, Reference>>>
>;

/** A reference as text with italics: entities read, the frame of an entry taken off. */
export function plain(html: string): string {
  return html
    .replace(/^<div class="csl-entry">(.*)<\/div>$/s, "$1")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}
