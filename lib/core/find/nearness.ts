/**
 * How many words lie between the first and the last of some terms where they stand closest
 * together, the terms themselves left out; 0 for one term.
 *
 * @param haystack words with a space before and behind each; every needle occurs in it.
 */
export function wordsBetween(haystack: string, needles: readonly string[]): number {
  if (needles.length < 2) return 0;
  const found = needles.flatMap((needle, term) => placesOf(haystack, needle).map((at) => ({ at, term })));
  found.sort((a, b) => a.at - b.at || a.term - b.term);
  const inside = needles.map(() => 0);
  let covered = 0;
  let first = 0;
  let best = Number.POSITIVE_INFINITY;
  for (const { at, term } of found) {
    if ((inside[term] = (inside[term] ?? 0) + 1) === 1) covered += 1;
    while (covered === needles.length) {
      const opened = found[first];
      if (!opened) break;
      best = Math.min(best, countSpaces(haystack, opened.at, at));
      if ((inside[opened.term] = (inside[opened.term] ?? 0) - 1) === 0) covered -= 1;
      first += 1;
    }
  }
  return Math.max(0, best - needles.length + 1);
}

function placesOf(haystack: string, needle: string): number[] {
  const places: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) places.push(at);
  return places;
}

function countSpaces(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(" ", from); at >= 0 && at < to; at = text.indexOf(" ", at + 1)) count += 1;
  return count;
}
