import type { BibliographyEntry } from "../importers/bibliography/bibliography.ts";
import { idForKey, type AddOptions } from "./add-missing.ts";

/** What can become of one entry. */
export type PlannedEntry = {
  readonly entry: BibliographyEntry;
  /** The id its source gets, or would get. */
  readonly id: string;
  /** What the entry does not tell and readers would look for, such as "author". */
  readonly missing: readonly string[];
} & (
  | { readonly state: "new" }
  /** It is there already, or cannot be brought in; the reason is one sentence. */
  | { readonly state: "there" | "unfit"; readonly reason: string }
);

/** Why no source of an id can be written; undefined when it can. */
export type PlaceFinder = (id: string) => { readonly state: "there" | "unfit"; readonly reason: string } | undefined;

/** What each entry would be called, in the order of the file; no two are called the same. */
export function planEntries(
  entries: readonly BibliographyEntry[],
  options: Pick<AddOptions, "id" | "title">,
  placeFor: PlaceFinder,
): PlannedEntry[] {
  const taken = new Set<string>();
  return entries.map((entry): PlannedEntry => {
    const title = options.title ?? entry.metadata.title;
    const missing = missingFromEntry(entry, title);
    const wanted = options.id ?? idForKey(entry.key, title);
    const unfit = (reason: string): PlannedEntry => ({ entry, id: wanted ?? "", missing, state: "unfit", reason });
    if (wanted === undefined) return unfit(`No id can be made of its key. Bring it in by its --key, with --id.`);
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted.slice(0, 76)}-${number}`;
    taken.add(id);
    if (title === undefined) return unfit("It has no title. Give it one, or bring it in by its --key, with --title.");
    const place = placeFor(id);
    return { entry, id, missing, ...(place ?? { state: "new" }) };
  });
}

function missingFromEntry({ metadata }: BibliographyEntry, title: string | undefined): string[] {
  const has: readonly (readonly [string, unknown])[] = [
    ["title", title],
    ["author", metadata.author ?? metadata.editor ?? metadata.publisher ?? metadata["container-title"]],
    ["date", metadata.issued],
    ["language", metadata.language],
  ];
  return has.flatMap(([name, value]) => (value === undefined ? [name] : []));
}
