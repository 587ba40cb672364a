const characters: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
]);

/**
 * The text content that a paragraph's element has in a browser's document, to the character.
 *
 * @param html of a paragraph of a source: made by Pincite, so that a tag holds no `>` but
 * its own and no character is written as an entity but those of `escapeHtml`.
 */
export function textContentOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters.get(entity) ?? entity);
}
