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
  const [hasBrief, hasSource] = [briefs.length > 0, sources.length > 0];
  const has: Readonly<Record<SearchFilter, boolean>> = {
    kind: hasBrief && hasSource,
    topic: haveTwo(briefs, ({ topics }) => topics.map(({ name }) => name)),
    grade: haveTwo(sources, ({ grade }) => [grade]),
    // Briefs are published by whoever publishes the site.
    publisher: haveTwo(sources, ({ byline }) => [byline], hasBrief ? "" : undefined),
    year: haveTwo<BriefCard | SourceCard>([...briefs, ...sources], (card) =>
      "year" in card ? [card.year] : card.issued === "" ? [] : [card.issued.slice(0, 4)],
    ),
    language: haveTwo<BriefCard | SourceCard>([...briefs, ...sources], ({ language }) => [language]),
  };
  return (Object.keys(has) as SearchFilter[]).filter((name) => has[name]);
}

/** Whether there are two values among those of some cards; no more cards are looked at than it takes. */
function haveTwo<Card>(cards: readonly Card[], valuesOf: (card: Card) => readonly string[], first?: string): boolean {
  let known = first;
  return cards.some((card) =>
    valuesOf(card).some((value) => {
      known ??= value;
      return value !== known;
    }),
  );
}
