/**
 * The opening of a text, whole words only, with an ellipsis when something follows.
 *
 * @param length most characters wanted, in UTF-16 code units.
 */
export function openingWords(text: string, length: number): string {
  // Of a long text its beginning tells, unless that is white space above all.
  const beginning = text.length > 2 * length ? flatten(text.slice(0, 2 * length)) : "";
  return cutBehindWord(beginning.length > length + 1 ? beginning : flatten(text), length);
}

function cutBehindWord(flat: string, length: number): string {
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length + 1);
  const words = /\s/.test(cut) ? cut.replace(/\s+\S*$/, "") : flat.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
  return `${words.replace(/[\s,;:–—-]+$/, "")}…`;
}

function flatten(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
