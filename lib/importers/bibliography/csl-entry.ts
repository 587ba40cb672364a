import { z } from "zod";
import { cslTypes } from "../../core/source/source-schema.ts";
import type { ImportedName } from "../imported-document.ts";
import type { BibliographyEntry } from "./bibliography.ts";
import { makeName } from "./make-name.ts";
import { MetadataBuilder, withoutTags } from "./metadata-builder.ts";

const texts = [
  "title", "title-short", "container-title", "collection-title", "event-title", "publisher", "publisher-place",
  "authority", "jurisdiction", "number", "volume", "issue", "section", "edition", "version", "genre", "medium",
  "archive", "ISBN", "abstract",
] as const; // prettier-ignore

/** Older names of variables, and those of which a source has a wider one. */
const otherNames: ReadonlyMap<(typeof texts)[number], readonly string[]> = new Map([
  ["title-short", ["shortTitle"]],
  ["container-title", ["container-title-short", "journalAbbreviation"]],
  ["event-title", ["event"]],
  ["section", ["chapter-number"]],
]);

const quiet = new Set([
  "id",
  "type",
  "citation-key",
  "categories",
  "keyword",
  "author",
  "editor",
  "translator",
  "issued",
  "accessed",
]);

const part = z.string().nullish();
const nameShape = z.object({
  family: part,
  given: part,
  literal: part,
  suffix: part,
  "dropping-particle": part,
  "non-dropping-particle": part,
});
const number = z.union([z.string(), z.number()]).transform(String);
const dateShape = z.object({
  "date-parts": z.array(z.array(number.nullable()).max(3)).max(2).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
});

/** The work that an item of CSL-JSON describes. */
export function describeCsl(
  item: ReadonlyMap<string, unknown>,
): Pick<BibliographyEntry, "metadata" | "doubts" | "dropped"> {
  const made = new MetadataBuilder();
  const used = new Set<string>();
  const text = (...names: readonly string[]) => {
    for (const name of names) used.add(name);
    const value = names.map((name) => item.get(name)).find((one) => typeof one === "string" || typeof one === "number");
    return value === undefined ? undefined : withoutTags(String(value));
  };
  const type = text("type");
  const known = cslTypes.find((one) => one === type);
  made.text("type", known ?? "document");
  if (type !== undefined && known === undefined)
    made.doubt(`"${type.slice(0, 40)}" is not a type of CSL; it is called a document.`);
  for (const key of texts) made.text(key, text(key, ...(otherNames.get(key) ?? [])));
  for (const role of ["author", "editor", "translator"] as const) {
    const names = z.array(z.unknown()).safeParse(item.get(role));
    const read = (names.data ?? []).map((one) => nameShape.safeParse(one));
    made.names(
      role,
      read.flatMap((one) => (one.success ? readName(one.data) : [])),
    );
    if ((item.has(role) && !names.success) || read.some((one) => !one.success))
      made.doubt(`${role}: what is no name was left out.`);
  }
  made.issued(dateOf(item.get("issued")));
  made.accessed(dateOf(item.get("accessed")));
  made.pages(text("page"));
  made.doi(text("DOI"));
  made.address(text("URL"));
  made.language(text("language"));
  const dropped = [...item.keys()].filter((name) => !used.has(name) && !quiet.has(name));
  return { metadata: made.metadata, doubts: made.doubts, dropped };
}

function readName(name: z.output<typeof nameShape>): ImportedName[] {
  const spoken = (...parts: (string | null | undefined)[]) => parts.filter((one) => one != null).join(" ");
  return makeName({
    literal: name.literal ?? "",
    family: spoken(name["non-dropping-particle"], name.family),
    given: spoken(name.given, name["dropping-particle"]),
    suffix: name.suffix ?? "",
  });
}

/** A date of CSL as one text. */
function dateOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const read = dateShape.safeParse(value);
  if (!read.success) return undefined;
  const parts = (read.data["date-parts"] ?? [])
    .map((date) => date.filter((one) => one !== null && one !== "" && one !== "0"))
    .filter((date) => date.length > 0);
  if (parts.length === 0) return read.data.raw ?? read.data.literal;
  return parts.map((date) => date.map((one, at) => (one ?? "").padStart(at === 0 ? 4 : 2, "0")).join("-")).join("/");
}
