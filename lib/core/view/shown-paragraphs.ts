import type { Catalog } from "../catalog/catalog.ts";
import type { Paragraph, Source } from "../source/source.ts";

/** Whether the words of a source's paragraph may be shown: of an excerpt, those cited and their neighbours. */
export function shownParagraphs(catalog: Catalog, source: Source): (paragraph: Paragraph) => boolean {
  if (source.meta.rights === "metadata-only") return () => false;
  // Of another site's source, what is cited here; all of it is there.
  if (source.elsewhere) return (paragraph) => paragraph.elsewhere?.hasText === true && catalog.citedBy.has(paragraph);
  if (source.meta.rights !== "excerpt") return () => true;
  const cited = source.paragraphs.filter((paragraph) => catalog.citedBy.has(paragraph));
  const { neighbours } = source.meta;
  const positions = new Set<number>();
  for (const { position } of cited) {
    for (let near = position - neighbours; near <= position + neighbours; near++) positions.add(near);
  }
  return (paragraph) => positions.has(paragraph.position);
}

/**
 * Whether a paragraph has a place on its source's page. One that is or was cited keeps its
 * address even when its words may not be shown.
 */
export function paragraphsOnPage(catalog: Catalog, source: Source): (paragraph: Paragraph) => boolean {
  const isShown = shownParagraphs(catalog, source);
  const cited = catalog.locks.get(source.id)?.lock.cited;
  return (paragraph) =>
    isShown(paragraph) || (cited?.has(paragraph.label) ?? (catalog.citedBy.get(paragraph) ?? []).length > 0);
}
