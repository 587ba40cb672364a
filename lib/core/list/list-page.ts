/**
 * How many items a page of a list holds. A card of a brief has four lines and is read; a line
 * of a source is looked up: so many of either make a page of some sixty kilobytes, a tenth of
 * that on its way, and some ten screens. A library of the size that one desk writes has whole lists.
 */
export const pageLengths = { briefs: 50, sources: 100, topics: 200 } as const;

/** One page of a list that is cut into pages. */
export interface ListPage<Item> {
  /** Root-relative address of this page. */
  readonly path: string;
  /** The same of the list, which is its first page. */
  readonly list: string;
  /** 1-based, and how many pages the list has: one at the least. */
  readonly number: number;
  readonly count: number;
  readonly items: readonly Item[];
  /** Places of its first and last item in the whole list, 1-based, and the length of that; all 0 of an empty list. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Where a page of a list stands: the first at the list's own address. @param number 1-based. */
export function listPagePath(list: string, number: number): string {
  return number === 1 ? list : `${list}page/${number}/`;
}

/** The address of the list that a page belongs to, which is its own for whatever is no further page of one. */
export function listOf(path: string): string {
  return path.replace(/(?<=\/)page\/(?:[2-9]|[1-9]\d+)\/$/, "");
}

/** Cut a list into pages, in order; an empty one has one page. @param list its root-relative address, with a slash at the end. */
export function cutList<Item>(list: string, items: readonly Item[], length: number): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / length));
  return Array.from({ length: count }, (_, index) => {
    const from = index * length;
    const own = items.slice(from, from + length);
    return {
      path: listPagePath(list, index + 1),
      list,
      number: index + 1,
      count,
      items: own,
      first: own.length === 0 ? 0 : from + 1,
      last: from + own.length,
      total: items.length,
    };
  });
}
