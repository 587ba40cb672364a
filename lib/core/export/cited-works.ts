import type { Brief } from "../brief/brief.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Source } from "../source/source.ts";
import type { Relation } from "../tags/relation.ts";
import { verifiedCitations } from "../view/brief-view.ts";

/** A source that a brief cites, and the ways in which it does. */
export interface CitedWork {
  readonly source: Source;
  readonly relations: ReadonlySet<Relation>;
}

/** In order of first citation. */
export function citedWorks(catalog: Catalog, brief: Brief): CitedWork[] {
  const works = new Map<string, { source: Source; relations: Set<Relation> }>();
  for (const { source, citation } of verifiedCitations(catalog, brief)) {
    const work = works.get(source.id) ?? { source, relations: new Set() };
    work.relations.add(citation.request.relation);
    works.set(source.id, work);
  }
  return [...works.values()];
}
