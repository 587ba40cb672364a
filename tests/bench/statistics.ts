/** What several measurements of one thing come to. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @param values not empty. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/**
 * The power of the size with which a time grows: 1 when it grows as the size does, 2
 * when ten times the size takes a hundred times as long.
 */
export function growthPower(timeRatio: number, sizeRatio: number): number {
  return Math.log(timeRatio) / Math.log(sizeRatio);
}
