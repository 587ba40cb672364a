import { isoDate } from "../../../lib/core/export/iso-date.ts";
import { cslNames, type CslItem } from "../../../lib/core/export/csl-item.ts";
import type { Name } from "../../../lib/core/front-matter/name.ts";

type Format = "BibTeX" | "RIS" | "CSL-JSON";
type Type = CslItem["type"];

/** What a type is read as, where the format has none of its own for it. */
const readTypes: Readonly<Record<Format, Readonly<Partial<Record<Type, Type>>>>> = {
  BibTeX: {
    "article": "article-journal", "bill": "legislation", "broadcast": "motion_picture", "classic": "book",
    "collection": "book", "entry": "entry-encyclopedia", "entry-dictionary": "entry-encyclopedia", "event": "document",
    "hearing": "document", "interview": "document", "map": "document", "post": "webpage", "post-weblog": "webpage",
    "regulation": "legislation", "review-book": "review", "speech": "document",
  },
  RIS: {
    "article": "article-journal", "broadcast": "motion_picture", "collection": "document", "entry": "entry-encyclopedia",
    "event": "document", "interview": "document", "performance": "document", "post": "post-weblog",
    "regulation": "legislation", "review": "article-journal", "review-book": "article-journal", "treaty": "legislation",
  },
  "CSL-JSON": {},
}; // prettier-ignore

/** Variables for which RIS has no tag at all. */
const notInRis = ["event-title", "jurisdiction", "medium", "version", "archive"] as const;

/**
 * A work as the project's own reader gives it back: the same, but for what the format
 * cannot tell. This table and docs/machines.md say the same.
 */
export function readBack(item: CslItem, format: Format): Record<string, unknown> {
  const type = readTypes[format][item.type] ?? item.type;
  const found = new Map<string, unknown>(Object.entries({ ...item, type }));
  const isRis = format === "RIS";
  found.delete("id");
  for (const role of cslNames)
    if (item[role])
      found.set(
        role,
        item[role].map((name) => readName(name, isRis)),
      );
  if (item.issued)
    found.set("issued", isoDate(isRis ? { "date-parts": item.issued["date-parts"].slice(0, 1) } : item.issued));
  if (item.accessed) found.set("accessed", isoDate(item.accessed));
  if (item.page !== undefined) found.set("page", item.page.replace(/(?<=\d)-(?=\d)/, "–"));
  const isLaw = /^(?:legislation|legal_case|bill)$/.test(type);
  if (format === "BibTeX" && !isLaw) found.delete("authority");
  if (isRis) leaveOutOfRis(found, type, isLaw);
  return Object.fromEntries([...found].filter(([, value]) => value !== undefined));
}

const inSeries =
  /^(?:book|classic|report|thesis|map|software|pamphlet|periodical|standard|dataset|musical_score|patent|manuscript)$/;

function leaveOutOfRis(found: Map<string, unknown>, type: string, isLaw: boolean): void {
  for (const name of notInRis) found.delete(name);
  if (isLaw) found.set("authority", found.get("publisher") ?? found.get("authority"));
  found.delete(isLaw ? "publisher" : "authority");
  if (!type.startsWith("article")) found.delete("issue");
  if (inSeries.test(type)) found.delete("container-title");
  if (/^(?:report|standard|patent)$/.test(type) && !found.has("number")) found.set("number", found.get("ISBN"));
  if (!/^(?:book|chapter|paper|entry)/.test(type)) found.delete("ISBN");
}

/** A name of one part is a body's; in RIS a comma would make it a person's. */
function readName({ family, given, literal }: Name, isRis: boolean): Name {
  const plain = (text: string) => (isRis ? text.replace(/,/g, "") : text);
  if (family !== undefined && given !== undefined) return { family: plain(family), given: plain(given) };
  return { literal: plain(literal ?? family ?? "") };
}
