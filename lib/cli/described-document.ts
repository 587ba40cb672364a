import { printName } from "../core/front-matter/fields.ts";
import { cleanLine } from "../core/problem.ts";
import { shorten } from "../core/text/shorten.ts";
import type { BibliographyEntry } from "../importers/bibliography/bibliography.ts";
import type { ImportedMetadata } from "../importers/imported-document.ts";
import type { PreparedDocument } from "../importers/prepare-document.ts";
import type { AddOptions } from "./add-missing.ts";

/** An entry, and the name of the bibliography it stands in. */
export interface ChosenEntry {
  readonly name: string;
  readonly entry: BibliographyEntry;
}

/** A document with all that is known of it, and where two of those who tell it disagree. */
export interface DescribedDocument extends PreparedDocument {
  /** One line each, such as `title: from library.bib; the file says "…"`. */
  readonly conflicts: readonly string[];
}

interface Teller {
  /** As in "from library.bib". */
  readonly from: string;
  /** As in "library.bib says". */
  readonly who: string;
  readonly metadata: ImportedMetadata;
}

/** What a person says goes before the bibliography, and that before the document itself. */
export function describedBy(
  document: PreparedDocument,
  chosen: ChosenEntry | undefined,
  options: AddOptions,
): DescribedDocument {
  const { title, issued, url, language, type } = options;
  const told: ImportedMetadata = {
    ...(title !== undefined && { title }),
    ...(issued !== undefined && { issued }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
    ...(type !== undefined && { type }),
  };
  const tellers: Teller[] = [
    { from: "as you said", who: "you said", metadata: told },
    ...(chosen ? [{ from: `from ${chosen.name}`, who: `${chosen.name} says`, metadata: chosen.entry.metadata }] : []),
    { from: "from the file", who: "the file says", metadata: document.metadata },
  ];
  const doubts = chosen?.entry.doubts.map((doubt) => `${chosen.name}: ${doubt}`) ?? [];
  const left = chosen?.entry.dropped.map((text) => ({ what: `field of ${chosen.name}`, text })) ?? [];
  return {
    ...document,
    metadata: { ...document.metadata, ...chosen?.entry.metadata },
    dropped: [...document.dropped, ...left],
    doubts: [...document.doubts, ...doubts],
    conflicts: keysOf(tellers).flatMap((key) => conflictAbout(key, tellers)),
  };
}

function keysOf(tellers: readonly Teller[]): (keyof ImportedMetadata)[] {
  const keys = new Set(tellers.flatMap(({ metadata }) => Object.keys(metadata)));
  keys.delete("abstract");
  return [...keys] as (keyof ImportedMetadata)[];
}

function conflictAbout(key: keyof ImportedMetadata, tellers: readonly Teller[]): string[] {
  const [first, ...others] = tellers.filter(({ metadata }) => metadata[key] !== undefined && !isVague(key, metadata));
  if (!first) return [];
  const value = plain(shown(first.metadata[key]));
  const different = others.filter(({ metadata }) => !agrees(key, value, plain(shown(metadata[key]))));
  if (different.length === 0) return [];
  const says = different.map(({ who, metadata }) => `${who} "${shorten(shown(metadata[key]), 60)}"`);
  return [cleanLine(`${key}: ${first.from}; ${says.join("; ")}`)];
}

/** What importers write where a document does not tell. */
function isVague(key: keyof ImportedMetadata, { type }: ImportedMetadata): boolean {
  return key === "type" && (type === "webpage" || type === "document");
}

/** A year and a day in it agree, as do names in full and the same shortened. */
function agrees(key: keyof ImportedMetadata, a: string, b: string): boolean {
  return a === b || (["issued", "language"].includes(key) && (a.startsWith(b) || b.startsWith(a)));
}

function shown(value: ImportedMetadata[keyof ImportedMetadata]): string {
  if (typeof value === "string") return value;
  return (value ?? [])
    .map((name) => ("literal" in name ? name.literal : printName({ family: name.family, given: name.given })))
    .join(", ");
}

/** Without what two writings of the same may differ in. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
