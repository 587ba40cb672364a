/** Figures as they stand in tables. */

export function seconds(value: number): string {
  return `${value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1)} s`;
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
}

export function whole(value: number): string {
  return value.toLocaleString("en-GB");
}

export function count(number: number, noun: string): string {
  return `${whole(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** A dash where there is nothing to say. */
export function times(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? "–" : value.toFixed(value < 0.1 ? 3 : 2);
}
