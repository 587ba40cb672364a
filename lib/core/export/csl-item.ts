import type { Brief } from "../brief/brief.ts";
import type { Name } from "../front-matter/name.ts";
import { remembered } from "../remembered.ts";
import { absoluteAddress, type PublishedAt } from "../site-address.ts";
import type { SourceMeta } from "../source/source-schema.ts";
import type { Source } from "../source/source.ts";

/** A date of CSL-JSON: a year, a month or a day in numbers, all 1-based, or the first and last of a span. */
export interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/** Variables of CSL that hold text, in the order in which they are written. */
export const cslTexts = [
  "title", "title-short", "container-title", "collection-title", "event-title", "publisher", "publisher-place",
  "authority", "jurisdiction", "genre", "medium", "edition", "version", "volume", "issue", "number", "section", "page",
  "archive", "DOI", "ISBN", "URL", "language", "status", "abstract",
] as const; // prettier-ignore
export type CslText = (typeof cslTexts)[number];

export const cslNames = ["author", "editor", "translator"] as const;

/**
 * One work as CSL-JSON 1.0.2 has it: what citation managers and citeproc take. Names have
 * their particles in the family's or the given name, as they are spoken.
 */
export interface CslItem extends Partial<Readonly<Record<CslText, string>>> {
  /** A source's id or a brief's name. */
  readonly id: string;
  readonly type: SourceMeta["type"];
  readonly title: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly translator?: readonly Name[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
}

/** What of a site is part of how its briefs are cited. */
export interface PublishingSite extends PublishedAt {
  readonly title: string;
  /** Empty for none: then the site's title stands for it. */
  readonly publisher: string;
}

/**
 * A source as an item of CSL-JSON. Its front matter has CSL's names already; what says how
 * this site uses it is left out. An abstract is somebody's text: it is given only where the
 * whole text may be shown.
 */
export const cslItem: (source: Pick<Source, "id" | "meta">) => CslItem = remembered(({ id, meta }) => {
  const { type, title, issued, accessed } = meta;
  const given = new Map<string, unknown>(Object.entries(meta));
  if (meta.rights !== "full-text") given.delete("abstract");
  const keep = (names: readonly string[]) =>
    names.flatMap((name) => (has(given.get(name)) ? [[name, given.get(name)] as const] : []));
  return {
    id,
    type,
    ...(Object.fromEntries(keep(cslNames)) as Pick<CslItem, (typeof cslNames)[number]>),
    ...(issued !== undefined && { issued: cslDate(issued) }),
    ...(accessed !== undefined && { accessed: cslDate(accessed) }),
    ...(Object.fromEntries(keep(cslTexts.filter((name) => name !== "status"))) as Partial<Record<CslText, string>>),
    title,
  };
});

/**
 * A brief as an item of CSL-JSON: a report of the site's publisher. It has an address only
 * where the site's public one is known.
 */
export function cslItemOfBrief({ name, url, language, meta }: Brief, site: PublishingSite): CslItem {
  const publisher = site.publisher === "" ? site.title : site.publisher;
  const address = absoluteAddress(site, url);
  return {
    id: name,
    type: "report",
    author: meta.authors,
    issued: cslDate(meta.date),
    title: meta.title,
    publisher,
    ...(address !== undefined && { URL: address }),
    language,
    ...(meta.status === "withdrawn" && { status: "withdrawn" }),
    abstract: meta.summary,
  };
}

/** @param date ISO 8601: a year, a month, a day, or an interval of two, `from/to`. */
export function cslDate(date: string): CslDate {
  return { "date-parts": date.split("/").map((part) => part.split("-").map(Number)) };
}

function has(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
