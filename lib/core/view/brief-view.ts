import type { Brief } from "../brief/brief.ts";
import { lastDay } from "../brief/last-day.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { inOrderOfNotes } from "../catalog/citing-lists.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { compareText } from "../text/compare.ts";
import { printName } from "../front-matter/fields.ts";
import type { Heading } from "../markdown/heading-rule.ts";
import { remembered } from "../remembered.ts";
import { formatDate } from "../text/date.ts";
import { directionOf, type Direction } from "../text/language.ts";
import { topicPath } from "./address.ts";
import { briefLife, type BriefLife } from "./brief-life.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

/** What is said of a brief in lists. */
export interface BriefCard {
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly date: string;
  readonly dateText: string;
  readonly year: string;
  readonly topics: readonly { readonly name: string; readonly url: string }[];
  readonly language: string;
  readonly direction: Direction;
  readonly status: Brief["meta"]["status"];
  readonly life: BriefLife;
  readonly citations: number;
  readonly sources: number;
}

export interface BriefView extends BriefCard {
  readonly audience: string;
  readonly evidenceCutoff: string;
  readonly evidenceCutoffText: string;
  /** ISO 8601: the day of its last change. */
  readonly modified: string;
  /** Whole minutes at 220 words a minute, one at the least. */
  readonly minutes: number;
  readonly toc: readonly Heading[];
  readonly notes: number;
  /** Citations whose words were found in the source, set or quoted. */
  readonly quotations: number;
  /** Sources in order of first citation, with how often each is cited. */
  readonly citedSources: readonly (SourceCard & { readonly times: number })[];
}

const wordsPerMinute = 220;

/** In the order a reader meets them; the very same list for as long as none is another. */
export function verifiedCitations(catalog: Catalog, brief: Brief): readonly VerifiedCitation[] {
  const verified = catalog.verified.get(brief);
  return verified ? inReadingOrder(verified) : [];
}

const inReadingOrder = remembered((verified: readonly (VerifiedCitation | undefined)[]) =>
  verified.filter((one) => one !== undefined).sort(inOrderOfNotes),
);

export function briefCard(catalog: Catalog, brief: Brief): BriefCard {
  const { meta } = brief;
  const verified = verifiedCitations(catalog, brief);
  return {
    slug: brief.name,
    url: brief.url,
    title: meta.title,
    question: meta.question ?? "",
    summary: meta.summary,
    authors: meta.authors.map(printName),
    date: meta.date,
    dateText: formatDate(meta.date, brief.language),
    year: meta.date.slice(0, 4),
    topics: meta.topics.map((name) => ({ name, url: topicPath(name) })),
    language: brief.language,
    direction: directionOf(brief.language),
    status: meta.status,
    life: briefLife(brief),
    citations: verified.length,
    sources: new Set(verified.map(({ source }) => source.id)).size,
  };
}

export function briefView(catalog: Catalog, brief: Brief): BriefView {
  const { meta } = brief;
  const verified = verifiedCitations(catalog, brief);
  const times = new Map<string, number>();
  for (const { source } of verified) times.set(source.id, (times.get(source.id) ?? 0) + 1);
  const cited = new Map(verified.map(({ source }) => [source.id, source]));
  return {
    ...briefCard(catalog, brief),
    audience: meta.audience ?? "",
    evidenceCutoff: meta.evidenceCutoff ?? "",
    evidenceCutoffText: meta.evidenceCutoff === undefined ? "" : formatDate(meta.evidenceCutoff, brief.language),
    modified: lastDay(brief),
    minutes: Math.max(1, Math.round(brief.words / wordsPerMinute)),
    toc: brief.headings.filter((heading) => heading.depth === 2),
    notes: brief.notes,
    quotations: verified.filter((one) => one.verification !== "paraphrase" && one.verification !== "digest").length,
    citedSources: [...cited.values()].map((source) => ({
      ...sourceCard(source, brief.language),
      times: times.get(source.id) ?? 0,
    })),
  };
}

/** By what a brief is listed. */
interface Listed {
  readonly name: string;
  readonly meta: Pick<Brief["meta"], "date" | "title">;
}

/** Briefs in lists: newest first, then by title. */
export function newestFirst(a: Listed, b: Listed): number {
  return (
    compareText(b.meta.date, a.meta.date) || compareText(a.meta.title, b.meta.title) || compareText(a.name, b.name)
  );
}
