import type { Brief } from "../brief/brief.ts";
import { printName, type Name } from "../front-matter/name.ts";
import { compareText } from "../text/compare.ts";

/** What the briefs of a project offer to the next one. */
export interface UsedBefore {
  /** Those of the newest brief first, nobody twice. */
  readonly authors: readonly Name[];
  /** The one that most briefs have first. */
  readonly topics: readonly string[];
}

export function usedBefore(briefs: readonly Brief[]): UsedBefore {
  const newest = [...briefs].sort((a, b) => compareText(b.meta.date, a.meta.date) || compareText(a.name, b.name));
  const authors = new Map<string, Name>();
  const times = new Map<string, number>();
  for (const { meta } of newest) {
    for (const author of meta.authors) if (!authors.has(printName(author))) authors.set(printName(author), author);
    for (const topic of new Set(meta.topics)) times.set(topic, (times.get(topic) ?? 0) + 1);
  }
  const topics = [...times].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([topic]) => topic);
  return { authors: [...authors.values()], topics };
}

/** The slug itself when it is free, or else the first of `slug-2`, `slug-3`, … that is. */
export function nextFree(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  const stem = slug.slice(0, 70).replace(/-+$/, "");
  for (let number = 2; ; number++) if (!isTaken(`${stem}-${number}`)) return `${stem}-${number}`;
}
