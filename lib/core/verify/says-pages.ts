/**
 * Whether what is shown, such as "pp. 12–13", names the pages recorded, and nothing else but
 * one word for "page"; nothing is shown where none are recorded.
 *
 * @param pages of what is cited, in order, such as "12".
 */
export function saysPages(shown: string | undefined, pages: readonly string[]): boolean {
  if (shown === undefined || pages.length === 0) return shown === undefined && pages.length === 0;
  const words = shown.split(/[\s,،–]+/).filter((word) => word !== "");
  const others = words.filter((word) => !pages.includes(word));
  return others.length <= 1 && [pages[0], pages.at(-1)].every((page) => page !== undefined && words.includes(page));
}
