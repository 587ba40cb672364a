import { lastDay } from "../brief/last-day.ts";
import type { Brief } from "../brief/brief.ts";
import type { CitingDocument } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Source } from "../source/source.ts";
import { sourcePath, topicPath } from "../view/address.ts";
import { evidencePagePath } from "../view/evidence-view.ts";

/**
 * When the documents behind each page last changed, by the page's root-relative address:
 * YYYY-MM-DD, from front matter and locks and never from a clock or a file's times. A
 * page that no document dates is left out.
 */
export function pageDays(catalog: Catalog, briefs: readonly Brief[]): Map<string, string> {
  const days = new Map<string, string>();
  const note = (path: string, day: string | undefined) => {
    if (day !== undefined && day > (days.get(path) ?? "")) days.set(path, day);
  };
  const dayOf = new Map<CitingDocument, string>();
  for (const brief of briefs) {
    const day = lastDay(brief);
    dayOf.set(brief, day);
    const lists = ["/", "/briefs/", "/topics/", "/evidence/", ...brief.meta.topics.map(topicPath)];
    for (const path of [brief.url, evidencePagePath(brief), ...lists]) note(path, day);
  }
  for (const source of catalog.library.sources.values()) {
    for (const day of daysOf(catalog, source, dayOf))
      for (const path of [sourcePath(source), "/sources/"]) note(path, day);
  }
  return days;
}

/** A source's page also shows what cites it, and what became of its text. */
function daysOf(catalog: Catalog, source: Source, dayOf: ReadonlyMap<CitingDocument, string>): string[] {
  const citing = source.paragraphs.flatMap((paragraph) => catalog.citedBy.get(paragraph) ?? []);
  return [
    ...citing.flatMap(({ document }) => dayOf.get(document) ?? []),
    ...(catalog.locks.get(source.id)?.lock.history.map(({ date }) => date) ?? []),
  ];
}
