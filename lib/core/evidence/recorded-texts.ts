import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";

/** YYYY-MM-DD: when the first and the last of the cited texts was recorded. */
export interface RecordedSpan {
  readonly first: string;
  readonly last: string;
}

/** Undefined where no lock holds anything, as while there is a problem. */
export function recordedSpan(catalog: Catalog, verified: readonly VerifiedCitation[]): RecordedSpan | undefined {
  const dates = verified
    .flatMap(({ source, paragraphs }) => {
      const cited = catalog.locks.get(source.id)?.lock.cited;
      return paragraphs.flatMap(({ label }) => cited?.get(label)?.accepted ?? []);
    })
    .sort();
  const [first] = dates;
  const last = dates.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
