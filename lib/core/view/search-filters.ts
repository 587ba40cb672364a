import type { BriefCard } from "./brief-view.ts";
import type { SourceCard } from "./source-card.ts";

/** Names of filters, as the pages tell the search index. */
export type SearchFilter = "kind" | "topic" | "grade" | "publisher" | "year" | "language";

/**
 * By what readers can narrow a search down: that of which a library has two values or more.
 *
 * @returns names in the order in which the search page shows them.
 */
export function searchFilters(briefs: readonly BriefCard[], sources: readonly SourceCard[]): readonly SearchFilter[] {
  const values: Readonly<Record<SearchFilter, readonly string[]>> = {
    kind: [...briefs.map(() => "brief"), ...sources.map(() => "source")],
    topic: briefs.flatMap(({ topics }) => topics.map(({ name }) => name)),
    grade: sources.map(({ grade }) => grade),
    // Briefs are published by whoever publishes the site.
    publisher: [...briefs.map(() => ""), ...sources.map(({ byline }) => byline)],
    year: [...briefs.map(({ year }) => year), ...sources.map(({ issued }) => issued.slice(0, 4)).filter(Boolean)],
    language: [...briefs, ...sources].map(({ language }) => language),
  };
  const names = Object.keys(values) as SearchFilter[];
  return names.filter((name) => new Set(values[name]).size > 1);
}
