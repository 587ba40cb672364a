import { z } from "zod";
import { nameField } from "../core/front-matter/name.ts";
import type { Dropped, ImportedMetadata } from "./imported-document.ts";
import { readDate, readWebAddress } from "./metadata-values.ts";

const texts = [
  "title", "publisher", "container-title", "abstract", "DOI", "ISBN", "number", "volume", "issue", "page", "language",
  "type",
] as const; // prettier-ignore

/** Bibliographic data under CSL names; a key that is not one of them, or has no fit value, is listed as dropped. */
export function readJsonMetadata(data: Readonly<Record<string, unknown>>): {
  metadata: ImportedMetadata;
  dropped: Dropped[];
} {
  const values = new Map(Object.entries(data));
  const metadata = new Map<string, unknown>();
  for (const key of texts) {
    const value = values.get(key);
    if (typeof value === "string" && value.trim() !== "") metadata.set(key, value.trim());
  }
  const names = z.array(nameField).min(1).safeParse(values.get("author"));
  if (names.success) metadata.set("author", names.data);
  const issued = readDate(asText(values.get("issued")));
  if (issued !== undefined) metadata.set("issued", issued);
  const address = readWebAddress(asText(values.get("URL")));
  if (address !== undefined) metadata.set("URL", address);
  const left = [...values.keys()].filter((key) => !metadata.has(key));
  return {
    metadata: Object.fromEntries(metadata),
    dropped: left.map((key) => ({ what: "key of the metadata", text: key })),
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
