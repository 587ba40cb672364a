import { buildCatalog, type Catalog, type CatalogOptions, type Library } from "../catalog/catalog.ts";
import { patched } from "../patched-map.ts";
import { pageOfFile } from "./document-pages.ts";
import { driftsOfSources } from "./source-drifts.ts";

/**
 * The catalog without a problem that comes nearest to one with problems: each document
 * that has one is taken as it was in `before`, or left out where it was not in it. Where
 * that has problems, too, as when a source is gone, it is `before` as a whole.
 *
 * @param before the last catalog without a problem. @returns undefined when there is none.
 */
export function soundCatalog(
  catalog: Catalog,
  before: Catalog | undefined,
  options: CatalogOptions,
): Catalog | undefined {
  if (catalog.problems.length === 0) return catalog;
  const nearest = buildCatalog(withoutFaults(catalog, before?.library), options, before ?? catalog);
  return nearest.problems.length === 0 ? nearest : before;
}

function withoutFaults(catalog: Catalog, before: Library | undefined): Library {
  const { library, problems } = catalog;
  const paths = new Set(problems.map(({ place }) => place.path));
  const drifted = driftsOfSources(catalog).map(({ source }) => source.id);
  const faulty = new Set([...drifted, ...[...paths].flatMap((path) => sourceOf(path) ?? [])]);
  // Each stands where it does, so that hardly anything is another after the next save.
  const good = <One extends { readonly path: string }>(
    now: readonly One[],
    then: readonly One[] = [],
  ): readonly One[] => {
    const sound = new Map(then.filter(({ path }) => paths.has(path)).map((one) => [one.path, one]));
    const placed = now.flatMap((one) => (paths.has(one.path) ? (sound.get(one.path) ?? []) : [one]));
    for (const { path } of now) sound.delete(path);
    return [...placed, ...sound.values()];
  };
  const ofSources = <One extends object>(now: ReadonlyMap<string, One>, then?: ReadonlyMap<string, One>) =>
    patched(
      now,
      Array.from(faulty, (id): [string, One | undefined] => [id, then?.get(id)]),
    );
  // What of a glossary can be read explains its terms, whatever else is wrong with it.
  const glossary = library.glossary ?? before?.glossary;
  return {
    ...(glossary && { glossary }),
    briefs: good(library.briefs, before?.briefs),
    pages: good(library.pages, before?.pages),
    sources: ofSources(library.sources, before?.sources),
    records: ofSources(library.records, before?.records),
    ...(library.missing && { missing: library.missing }),
    problems: [],
  };
}

function sourceOf(path: string): string | undefined {
  const page = pageOfFile(path);
  return page?.kind === "source" ? page.name : undefined;
}
