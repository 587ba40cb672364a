/**
 * A text that somebody else wrote, short enough to stand in a message: cut with an
 * ellipsis, never inside a character beyond the BMP.
 *
 * @param most characters kept, in UTF-16 code units.
 */
export function shorten(text: string, most = 80): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
