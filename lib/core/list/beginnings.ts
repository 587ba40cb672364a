import { withFragment } from "../view/address.ts";
import type { ListPage } from "./list-page.ts";

/** Where the items of one year or letter begin. */
export interface Beginning {
  /** As readers see it: "2026", "B". Without white space. */
  readonly name: string;
  /** Of the first such item, with its page. */
  readonly url: string;
  /** BCP 47, of the title that a letter is taken from; absent for a year. */
  readonly language?: string;
}

/** A page of a list with ways to where each year or letter begins. */
export interface MarkedPage<Item> extends ListPage<Item> {
  /** The same on all pages of a list; none where it has one page, or one mark only. */
  readonly beginnings: readonly Beginning[];
  /** For each item the id of what begins with it; empty for most. */
  readonly ids: readonly string[];
}

/**
 * Mark where in a list each year or letter begins.
 *
 * @param pages of one list. @param markOf of an item; items of one mark follow each other, or else the first of them counts.
 * @param languageOf what an item's mark is taken from.
 */
export function markBeginnings<Item>(
  pages: readonly ListPage<Item>[],
  markOf: (item: Item) => string,
  languageOf?: (item: Item) => string,
): MarkedPage<Item>[] {
  const beginnings: Beginning[] = [];
  const known = new Set<string>();
  const ids = pages.map(({ path, items }) =>
    items.map((item) => {
      const mark = markOf(item);
      if (known.has(mark)) return "";
      known.add(mark);
      const id = `from-${mark}`;
      const url = withFragment(path, id);
      beginnings.push({ name: mark, url, ...(languageOf && { language: languageOf(item) }) });
      return id;
    }),
  );
  const isMarked = pages.length > 1 && beginnings.length > 1;
  return pages.map((page, index) => ({
    ...page,
    beginnings: isMarked ? beginnings : [],
    ids: isMarked ? (ids[index] ?? []) : page.items.map(() => ""),
  }));
}
