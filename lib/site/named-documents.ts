import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { remembered } from "../core/remembered.ts";
import type { Source } from "../core/source/source.ts";

/** @throws where there is none: templates name what a page is made for. */
export function sourceNamed(catalog: Catalog, id: string): Source {
  const source = catalog.library.sources.get(id);
  if (!source) throw new Error(`There is no source "${id}"`);
  return source;
}

/** By the briefs of a library: each by its slug, since every page of a brief asks for it several times. */
const bySlug = remembered((briefs: readonly Brief[]) => new Map(briefs.map((brief) => [brief.name, brief])));

/** As {@link sourceNamed}. */
export function briefNamed({ library: { briefs } }: Catalog, slug: string): Brief {
  const brief = bySlug(briefs).get(slug);
  if (!brief) throw new Error(`There is no brief "${slug}"`);
  return brief;
}
