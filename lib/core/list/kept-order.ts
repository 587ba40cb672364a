import { exchanged } from "./exchanged.ts";

/** A list, and what it holds in some order. */
export interface InOrder<One> {
  readonly all: readonly One[];
  readonly sorted: readonly One[];
}

/**
 * What `all.toSorted(compare)` gives, in less time where little is another than before.
 *
 * @param before in order by the same comparison; each once, as in `all`.
 * @param compare gives 0 for nothing but the very same.
 */
export function keptOrder<One extends object>(
  before: InOrder<One>,
  all: readonly One[],
  compare: (a: One, b: One) => number,
): InOrder<One> {
  const { gone, come } = exchanged(before.all, all);
  if (come.length > all.length / 8) return { all, sorted: all.toSorted(compare) };
  const left = new Set(gone);
  const stayed = left.size === 0 ? before.sorted : before.sorted.filter((one) => !left.has(one));
  return { all, sorted: putInOrder(stayed, come, compare) };
}

/** A list in some order with a few more, likewise. */
export function putInOrder<One>(
  sorted: readonly One[],
  come: readonly One[],
  compare: (a: One, b: One) => number,
): One[] {
  const all = [...sorted];
  for (const one of come) all.splice(placeFor(one, all, compare), 0, one);
  return all;
}

/** How many come before one. */
function placeFor<One>(one: One, sorted: readonly One[], compare: (a: One, b: One) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as One, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
