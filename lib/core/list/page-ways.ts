import { listPagePath, type ListPage } from "./list-page.ts";

/** From a page of a list to the others. Addresses are root-relative. */
export interface PageWays {
  /** The pages before and after it; empty at the ends. */
  readonly previous: string;
  readonly next: string;
  /**
   * The first page, the last, its own and its neighbours; where one page alone would be left
   * out between two, that as well. None where the list has one page.
   */
  readonly links: readonly PageLink[];
}

/** A page that is linked to, or what stands for those between two links. */
export type PageLink =
  { readonly kind: "page"; readonly number: number; readonly path: string } | { readonly kind: "gap" };

export function pageWays({ list, number, count }: Pick<ListPage<unknown>, "list" | "number" | "count">): PageWays {
  const linked = [1, number - 1, number, number + 1, count].filter((one) => one >= 1 && one <= count);
  const numbers = [...new Set(linked)].sort((a, b) => a - b);
  const page = (at: number): PageLink => ({ kind: "page", number: at, path: listPagePath(list, at) });
  const links = numbers.flatMap((one, index): PageLink[] => {
    const missing = one - (numbers[index - 1] ?? 0) - 1;
    if (missing === 0) return [page(one)];
    return [missing === 1 ? page(one - 1) : { kind: "gap" }, page(one)];
  });
  return {
    previous: number > 1 ? listPagePath(list, number - 1) : "",
    next: number < count ? listPagePath(list, number + 1) : "",
    links: count > 1 ? links : [],
  };
}
