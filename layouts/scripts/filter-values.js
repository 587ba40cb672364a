// Which values a filter of the search page offers.

/** A longer menu is no longer read: a library may have thousands of publishers. */
export const mostValues = 100;

/**
 * The commonest values, and how many more there are: with a search, those of what it finds.
 *
 * @param entries each value with how much has it, in any order. @param chosen the value that is always among them, if any.
 */
export function offered(entries, chosen, most = mostValues) {
  if (entries.length <= most) return { values: entries, more: 0 };
  const byCount = [...entries].sort(([, a], [, b]) => b - a);
  const values = byCount.filter(([value], at) => at < most || value === chosen);
  return { values, more: entries.length - values.length };
}
