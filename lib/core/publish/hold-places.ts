import { escapeHtml } from "../text/escape.ts";

/**
 * A page that also has places which it does not have itself: for as long as other pages may
 * lead to them. They are empty, hidden, and stand at the end of its main part.
 *
 * @param ids none of which the page has. @returns the page as it is when there are none.
 */
export function holdPlaces(html: string, ids: readonly string[]): string {
  if (ids.length === 0) return html;
  const held = ids.map((id) => `<span id="${escapeHtml(id)}" hidden></span>`).join("");
  const at = ["</main>", "</body>"].map((end) => html.lastIndexOf(end)).find((place) => place >= 0) ?? html.length;
  return `${html.slice(0, at)}${held}\n${html.slice(at)}`;
}
