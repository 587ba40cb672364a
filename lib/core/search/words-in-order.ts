import type { IndexedWord } from "./pagefind-files.ts";

/** Words of several indexes, each in its order, as one: what is said of the same word stands together. */
export function* inOrder(indexes: readonly Iterator<IndexedWord, undefined>[]): Generator<IndexedWord[]> {
  const next = indexes.map((words) => words.next().value);
  for (;;) {
    let least: string | undefined;
    for (const one of next)
      if (one && (least === undefined || compareCodePoints(one.word, least) < 0)) least = one.word;
    if (least === undefined) return;
    const same: IndexedWord[] = [];
    for (const [at, one] of next.entries()) {
      if (one?.word !== least) continue;
      same.push(one);
      const following = indexes[at]?.next().value;
      if (following && compareCodePoints(following.word, least) <= 0)
        throw new RangeError(`"${following.word}" stands behind "${least}" in an index`);
      next[at] = following;
    }
    yield same;
  }
}

/** The order of UTF-8, in which Pagefind looks words up: that of JavaScript differs beyond U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x === y) continue;
    return isWide(x) === isWide(y) ? x - y : isWide(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isWide(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
