/** Whether two lists hold the very same, in the same order. */
export function isSameList(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a === b || (a?.length === b.length && b.every((one, at) => one === a[at]));
}
