import { compareText } from "./compare.ts";

/** In UTF-16 units: no name that an author could have meant is longer. */
const longestWord = 100;

/**
 * The candidates closest to what was written, best first, for "did you mean".
 *
 * Distance is Damerau–Levenshtein (optimal string alignment), ignoring case; a
 * candidate further off than a third of the word, two edits at the least, is not
 * offered. Suggestions are only ever shown: nothing is accepted for being near.
 */
export function nearest(word: string, candidates: Iterable<string>, most = 1): string[] {
  if (word.length > longestWord) return [];
  const wanted = word.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= limit && distance < candidate.length) scored.push({ candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate));
  return scored.slice(0, most).map(({ candidate }) => candidate);
}

/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, in UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(beforePrevious, j - 2) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
