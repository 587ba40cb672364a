import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";

/** YYYY-MM-DD: when the first and the last of the cited texts was recorded. */
export interface RecordedSpan {
  readonly first: string;
  readonly last: string;
}

/** Undefined where no lock holds anything, as while there is a problem. */
export function recordedSpan(catalog: Catalog, verified: readonly VerifiedCitation[]): RecordedSpan | undefined {
  let span: RecordedSpan | undefined;
  for (const { source, paragraphs } of verified) {
    const cited = catalog.locks.get(source.id)?.lock.cited;
    for (const { label } of paragraphs) {
      const date = cited?.get(label)?.accepted;
      if (date === undefined) continue;
      if (!span) span = { first: date, last: date };
      else if (date < span.first) span = { ...span, first: date };
      else if (date > span.last) span = { ...span, last: date };
    }
  }
  return span;
}
