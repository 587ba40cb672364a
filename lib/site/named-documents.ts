import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { exchanged } from "../core/list/exchanged.ts";
import { patched } from "../core/patched-map.ts";
import { remembered } from "../core/remembered.ts";
import type { Source } from "../core/source/source.ts";

/** @throws where there is none: templates name what a page is made for. */
export function sourceNamed(catalog: Catalog, id: string): Source {
  const source = catalog.library.sources.get(id);
  if (!source) throw new Error(`There is no source "${id}"`);
  return source;
}

interface BySlug {
  readonly briefs: readonly Brief[];
  readonly named: ReadonlyMap<string, Brief>;
}

/** Of the briefs that were asked for last, since hardly one is another after a save. */
let last: BySlug = { briefs: [], named: new Map() };

/** By the briefs of a library: each by its slug, since every page of a brief asks for it several times. */
const bySlug = remembered((briefs: readonly Brief[]): BySlug["named"] => {
  const { gone, come } = exchanged(last.briefs, briefs);
  const named = patched(last.named, [
    ...gone.map(({ name }): [string, undefined] => [name, undefined]),
    ...come.map((brief): [string, Brief] => [brief.name, brief]),
  ]);
  last = { briefs, named };
  return named;
});

/** Undefined where there is none. */
export function findBrief({ library: { briefs } }: Catalog, slug: string): Brief | undefined {
  return bySlug(briefs).get(slug);
}

/** As {@link sourceNamed}. */
export function briefNamed(catalog: Catalog, slug: string): Brief {
  const brief = findBrief(catalog, slug);
  if (!brief) throw new Error(`There is no brief "${slug}"`);
  return brief;
}
