import type { Bibliography, BibliographyEntry } from "../../../lib/importers/bibliography/bibliography.ts";
import { readBibliography } from "../../../lib/importers/bibliography/read-bibliography.ts";

/** Read a bibliography that is one. */
export async function read(content: string | Uint8Array, name = "library.bib"): Promise<Bibliography> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const outcome = await readBibliography(bytes, name);
  if (outcome.kind === "refused") throw new Error(`${name} ${outcome.reason}`);
  return outcome.bibliography;
}

/** The only entry of a bibliography in which nothing is wrong. */
export async function readOne(content: string, name?: string): Promise<BibliographyEntry> {
  const { entries, problems } = await read(content, name);
  const [entry] = entries;
  if (!entry || entries.length > 1 || problems.length > 0)
    throw new Error(`${entries.length} entries; ${problems.map((problem) => problem.message).join(" ")}`);
  return entry;
}
