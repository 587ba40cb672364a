import { printName } from "../front-matter/name.ts";
import { formatDate } from "../text/date.ts";
import type { CslItem } from "./csl-item.ts";
import { isoDate } from "./iso-date.ts";

/**
 * A work as it is cited where no style is asked for: who, what, where it appeared, who
 * published it, its number, when, and its address. Parts that are not known are left out.
 *
 * @param language of the page that shows it, for the date.
 */
export function plainCitation(item: CslItem, language: string): string[] {
  const parts = [
    item.author?.map(printName).join("; "),
    item.title,
    item["container-title"],
    item.publisher ?? item.authority,
    item.number,
    item.issued && formatDate(isoDate(item.issued), language),
    item.URL ?? (item.DOI === undefined ? undefined : `https://doi.org/${item.DOI}`),
  ];
  const said = parts.flatMap((part) => (part === undefined || part === "" ? [] : [part]));
  return said.filter((part, at) => part !== said[at - 1]);
}
