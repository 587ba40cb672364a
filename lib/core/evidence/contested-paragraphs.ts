import type { Catalog } from "../catalog/catalog.ts";
import type { CitedBy } from "../catalog/citing-lists.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import type { Paragraph, Source } from "../source/source.ts";

/**
 * A paragraph that is cited in support of one claim and in dispute of another. The
 * claims may be each other's opposite, so that this is no contradiction in itself: it
 * is where one has to look for one.
 */
export interface ContestedParagraph {
  readonly source: Source;
  readonly paragraph: Paragraph;
  /** Neither is empty; by document in the catalog's order, then by note. */
  readonly supporting: readonly CitedBy[];
  readonly disputing: readonly CitedBy[];
}

/**
 * The contested ones among the paragraphs that these citations name, in the order in
 * which they are named. What other documents make of the paragraph counts too.
 */
export function contestedParagraphs(catalog: Catalog, verified: readonly VerifiedCitation[]): ContestedParagraph[] {
  const { contested } = catalog.found.lists;
  const sources = new Map<Paragraph, Source>();
  if (contested.size > 0)
    for (const { source, paragraphs } of verified)
      for (const paragraph of paragraphs) if (contested.has(paragraph)) sources.set(paragraph, source);
  return [...sources].flatMap(([paragraph, source]) => {
    const citedBy = catalog.citedBy.get(paragraph) ?? [];
    const relating = (relation: string) =>
      citedBy.filter(({ verified: one }) => one.citation.request.relation === relation);
    const disputing = relating("disputes");
    // Most paragraphs are cited in dispute of nothing.
    const supporting = disputing.length > 0 ? relating("supports") : [];
    return supporting.length > 0 && disputing.length > 0 ? [{ source, paragraph, supporting, disputing }] : [];
  });
}
