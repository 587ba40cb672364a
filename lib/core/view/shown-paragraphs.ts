import type { Catalog } from "../catalog/catalog.ts";
import type { Paragraph, Source } from "../source/source.ts";

/** Whether the words of a source's paragraph may be shown: of an excerpt, those cited and their neighbours. */
export function shownParagraphs(catalog: Catalog, source: Source): (paragraph: Paragraph) => boolean {
  if (source.meta.rights === "metadata-only") return () => false;
  if (source.meta.rights !== "excerpt") return () => true;
  const cited = source.paragraphs.filter((paragraph) => catalog.citedBy.has(paragraph));
  const { neighbours } = source.meta;
  const positions = new Set<number>();
  for (const { position } of cited) {
    for (let near = position - neighbours; near <= position + neighbours; near++) positions.add(near);
  }
  return (paragraph) => positions.has(paragraph.position);
}
