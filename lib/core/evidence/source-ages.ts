import type { Source } from "../source/source.ts";
import { compareText } from "../text/compare.ts";

/** How old the sources of a brief, or of a site, are. */
export interface SourceAges {
  /** The source whose date ends last, and the one whose date begins first; of equals the first given. */
  readonly freshest: Source | undefined;
  readonly oldest: Source | undefined;
  readonly undated: readonly Source[];
  /** How many sources there are of each year, earliest first; a source is as old as the end of its date. */
  readonly years: ReadonlyMap<number, number>;
}

/** @param sources each once. Dates are ISO 8601: a year, month or day, or an interval of two. */
export function sourceAges(sources: readonly Source[]): SourceAges {
  const dated = sources.flatMap((source) =>
    source.meta.issued === undefined ? [] : [datesOf(source, source.meta.issued)],
  );
  const years = new Map<number, number>();
  for (const { last } of dated.toSorted((a, b) => compareText(a.last, b.last))) {
    const year = Number(last.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return {
    freshest: dated.toSorted((a, b) => compareText(b.last, a.last))[0]?.source,
    oldest: dated.toSorted((a, b) => compareText(a.first, b.first))[0]?.source,
    undated: sources.filter(({ meta }) => meta.issued === undefined),
    years,
  };
}

/** For comparing only: every month has 31 days. */
function datesOf(source: Source, issued: string) {
  const [from = "", to = from] = issued.split("/");
  return { source, first: from + "-01-01".slice(from.length - 4), last: to + "-12-31".slice(to.length - 4) };
}
