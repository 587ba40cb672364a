import type { Name } from "../front-matter/name.ts";
import type { CslItem } from "./csl-item.ts";
import type { MetaTag } from "./highwire-tags.ts";
import { isoDate } from "./iso-date.ts";
import { zoteroType } from "./zotero-type.ts";

/** What Dublin Core says beside the bibliographic record. */
export interface DublinCoreExtras {
  /** YYYY-MM-DD: when it was last changed. */
  readonly modified?: string | undefined;
  readonly subjects?: readonly string[];
  /** The licence of the text, as it is written. */
  readonly rights?: string | undefined;
}

/**
 * Dublin Core in `<meta>` elements (DCMI, "Expressing Dublin Core metadata using HTML").
 * DC.type is left out: Zotero would show it as the kind of report. Its own vocabulary has
 * `z:itemType`, which goes before all that it guesses.
 */
export function dublinCoreTags(item: CslItem, extras: DublinCoreExtras = {}): MetaTag[] {
  const tags: readonly (readonly [name: string, content: string | undefined])[] = [
    ["z:itemType", zoteroType(item.type)],
    ["DC.title", item.title],
    ...(item.author ?? []).map((name) => ["DC.creator", catalogName(name)] as const),
    ...[...(item.editor ?? []), ...(item.translator ?? [])].map(
      (name) => ["DC.contributor", catalogName(name)] as const,
    ),
    ["DC.publisher", item.publisher],
    ["DC.date", item.issued && isoDate(item.issued)],
    ["DC.source", item["container-title"]],
    ["DC.language", item.language],
    ["DC.identifier", item.URL],
    ["DC.identifier", item.DOI === undefined ? undefined : `https://doi.org/${item.DOI}`],
    ...(extras.subjects ?? []).map((subject) => ["DC.subject", subject] as const),
    ["DC.rights", extras.rights],
    ["DCTERMS.abstract", item.abstract],
    ["DCTERMS.modified", extras.modified],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

/** As catalogs sort it: family name first. */
function catalogName({ family, given, literal }: Name): string {
  return literal ?? [family, given].filter((part) => part !== undefined).join(", ");
}
