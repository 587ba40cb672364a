/**
 * The opening of a text, whole words only, with an ellipsis when something follows.
 *
 * @param length most characters wanted, in UTF-16 code units.
 */
export function openingWords(text: string, length: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length + 1);
  const words = /\s/.test(cut) ? cut.replace(/\s+\S*$/, "") : flat.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
  return `${words.replace(/[\s,;:–—-]+$/, "")}…`;
}
