import type { Catalog } from "../catalog/catalog.ts";
import type { Source } from "../source/source.ts";
import { relations, type Relation } from "../tags/relation.ts";

/** How many notes cite a source in one way. */
export interface CitingRelation {
  readonly relation: Relation;
  readonly count: number;
}

/**
 * The ways in which a source is cited, in a fixed order, with the entries under its
 * paragraphs: a note that cites two of them counts twice.
 */
export function citingRelations(catalog: Catalog, source: Source): CitingRelation[] {
  const entries = new Map<Relation, Set<string>>();
  for (const paragraph of source.paragraphs) {
    for (const { document, verified } of catalog.citedBy.get(paragraph) ?? []) {
      const { note, request } = verified.citation;
      const key = JSON.stringify([paragraph.label, document.kind, document.name, note]);
      entries.set(request.relation, (entries.get(request.relation) ?? new Set()).add(key));
    }
  }
  return relations.flatMap((relation) => {
    const count = entries.get(relation)?.size ?? 0;
    return count === 0 ? [] : [{ relation, count }];
  });
}
