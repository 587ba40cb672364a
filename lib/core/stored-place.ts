import type { Place } from "./problem.ts";

/** A place in values that JSON has; without its path where that is the one of the file that it is stored with. */
export type StoredPlace = readonly [line: number, column: number, path?: string];

/** @param home path of the file that it is stored with. */
export function storePlace({ line, column, path }: Place, home: string): StoredPlace {
  return path === home ? [line, column] : [line, column, path];
}

export function restorePlace([line, column, path]: StoredPlace, home: string): Place {
  return { path: path ?? home, line, column };
}
