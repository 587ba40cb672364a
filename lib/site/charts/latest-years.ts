/** Columns of single years that a narrow screen has room for, beside those of what is earlier or undated. */
const shownYears = 7;

/**
 * The last years up to the newest one that has any, those without any between them too,
 * and how many there are before them.
 *
 * @param counts by year, earliest first.
 */
export function latestYears(counts: ReadonlyMap<number, number>): {
  readonly earlier: number;
  readonly latest: readonly (readonly [year: number, count: number])[];
} {
  const known = [...counts.keys()];
  const newest = known.at(-1);
  if (newest === undefined) return { earlier: 0, latest: [] };
  const first = Math.max(newest - shownYears + 1, known[0] ?? newest);
  const latest = Array.from({ length: newest - first + 1 }, (_, index) => {
    const year = first + index;
    return [year, counts.get(year) ?? 0] as const;
  });
  const earlier = [...counts].reduce((sum, [year, count]) => (year < first ? sum + count : sum), 0);
  return { earlier, latest };
}
