import { buildCatalog, type Catalog, type CatalogOptions, type Library } from "../catalog/catalog.ts";
import { exchanged } from "../list/exchanged.ts";
import { isSameList } from "../list/same-list.ts";
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
  const library = withoutFaults(catalog, before?.library);
  if (before && isSame(before.library, library)) return before;
  const nearest = buildCatalog(library, options, before ?? catalog);
  return nearest.problems.length === 0 ? nearest : before;
}

function withoutFaults(catalog: Catalog, before: Library | undefined): Library {
  const { library, problems } = catalog;
  const paths = new Set(problems.map(({ place }) => place.path));
  const drifted = driftsOfSources(catalog).map(({ source }) => source.id);
  const faulty = new Set([...drifted, ...[...paths].flatMap((path) => sourceOf(path) ?? [])]);
  const isFaulty = ({ path }: { readonly path: string }) => paths.has(path);
  const ofSources = <One extends object>(now: ReadonlyMap<string, One>, then?: ReadonlyMap<string, One>) =>
    patched(
      now,
      Array.from(faulty, (id): [string, One | undefined] => [id, then?.get(id)]),
    );
  // What of a glossary can be read explains its terms, whatever else is wrong with it.
  const glossary = library.glossary ?? before?.glossary;
  return {
    ...(glossary && { glossary }),
    briefs: withoutFaulty(library.briefs, before?.briefs, isFaulty),
    pages: withoutFaulty(library.pages, before?.pages, isFaulty),
    sources: ofSources(library.sources, before?.sources),
    records: ofSources(library.records, before?.records),
    ...(library.missing && { missing: library.missing }),
    problems: [],
  };
}

/** Documents in their places, those with a fault as they were before; what was the very same then is so in any case. */
function withoutFaulty<One extends { readonly path: string }>(
  now: readonly One[],
  then: readonly One[] = [],
  isFaulty: (one: One) => boolean,
): readonly One[] {
  const { gone, come } = exchanged(then, now);
  const faulty = come.filter(isFaulty);
  const sound = new Map(gone.filter(isFaulty).map((one) => [one.path, one]));
  const all: (One | undefined)[] = [...now];
  for (const one of faulty) {
    all[now.indexOf(one)] = sound.get(one.path);
    sound.delete(one.path);
  }
  const known = [...all.filter((one) => one !== undefined), ...sound.values()];
  return isSameList(then, known) ? then : known;
}

/** Whether two libraries without a problem hold the very same. */
function isSame(a: Library, b: Library): boolean {
  const parts = (
    ["briefs", "pages", "sources", "records", "glossary", "missing", "originals", "warnings"] as const
  ).map((key) => a[key] === b[key]);
  return parts.every((isOne) => isOne) && a.problems.length === 0;
}

function sourceOf(path: string): string | undefined {
  const page = pageOfFile(path);
  return page?.kind === "source" ? page.name : undefined;
}
