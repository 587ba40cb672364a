import type { Catalog } from "../core/catalog/catalog.ts";
import type { SharedEntry } from "../core/libraries/shared-schema.ts";
import { formatProblem } from "../core/problem.ts";
import type { Source } from "../core/source/source.ts";
import { nearest } from "../core/text/nearest.ts";
import { ForeignReader } from "../files/foreign-reader.ts";
import type { Project } from "../site/project.ts";
import { librariesOf } from "../site/site.ts";

/** What of other sites can be cited, beside what is cited already; or one sentence for why it is not known. */
export type Offered<What> =
  { readonly offered: What; readonly remarks: readonly string[] } | { readonly refusal: string };

/** What a library's catalog says of its sources, in its order: nothing else is fetched. */
export async function offeredSources(project: Project, library: string): Promise<Offered<readonly SharedEntry[]>> {
  const libraries = librariesOf(project.site);
  if (!libraries.has(library)) return { refusal: unknownLibrary(library, libraries.keys()) };
  const shelf = await new ForeignReader(project.root, libraries).catalogOf(library);
  if (shelf.kind === "shut") return { refusal: `The library "${library}" cannot be read. ${shelf.reason}` };
  const remarks = shelf.asOf ? [`${shelf.asOf.reason} What was fetched on ${shelf.asOf.day} is listed.`] : [];
  return { offered: shelf.catalog.sources, remarks };
}

/**
 * Sources of other sites with their paragraphs; those that are cited as the project has them.
 *
 * @param ids such as `library:udhr`.
 */
export async function fetchSources(
  project: Project,
  { library: { sources } }: Catalog,
  ids: readonly string[],
): Promise<Offered<readonly Source[]>> {
  const reader = new ForeignReader(project.root, librariesOf(project.site));
  const reading = await reader.read(new Set(ids));
  const fetched = new Map(reading.sources.map(({ source }) => [source.id, source]));
  const offered = ids.flatMap((id) => sources.get(id) ?? fetched.get(id) ?? []);
  const missing = Array.from(reading.missing.values(), ({ message }) => message);
  const [why] = missing;
  if (offered.length === 0 && why !== undefined) return { refusal: why };
  return { offered, remarks: [...reading.warnings.map(formatProblem), ...missing] };
}

function unknownLibrary(library: string, names: Iterable<string>): string {
  const [near] = nearest(library, names);
  const fix =
    near === undefined
      ? `Add libraries: { "…": { url: "https://…/" } } to defineSite in .eleventy.ts.`
      : `Write --library ${near}.`;
  return `There is no library "${library}" in .eleventy.ts. ${fix}`;
}
