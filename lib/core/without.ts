/** A copy of an object, some keys left out. */
export function without<Value extends object, Key extends keyof Value>(
  value: Value,
  ...keys: readonly Key[]
): Omit<Value, Key> {
  const entries = Object.entries(value).filter(([key]) => !keys.some((one) => one === key));
  return Object.fromEntries(entries) as Omit<Value, Key>;
}
