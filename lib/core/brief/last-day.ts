import type { Brief } from "./brief.ts";

/** The day of a brief, or the last on which it was changed or withdrawn: YYYY-MM-DD. */
export function lastDay({ meta }: Pick<Brief, "meta">): string {
  const days = [meta.date, ...meta.changes.map(({ date }) => date), meta.withdrawn?.date ?? meta.date];
  return days.sort().at(-1) ?? meta.date;
}
