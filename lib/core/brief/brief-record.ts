import type { ChartMeta } from "../markdown/chart-rule.ts";
import type { Place, Problem } from "../problem.ts";
import { restorePlace, storePlace, type StoredPlace } from "../stored-place.ts";
import { without } from "../without.ts";
import type { Attachments } from "./attachment.ts";
import type { BriefSection } from "./brief-section.ts";
import type { Brief } from "./brief.ts";
import type { WrittenLink } from "./citation.ts";
import { tokensOf } from "./parse-body.ts";
import type { BriefReading } from "./parse-brief.ts";
import { restoreCitations, storeCitations, type StoredCitation } from "./stored-citation.ts";
import type { UncitedParagraph } from "./uncited-paragraphs.ts";
import type { UncitedStatement } from "./uncited-statements.ts";

/** A value whose place is in a brief's own file, as JSON has it. */
type Stored<Placed extends { readonly place: Place }> = Omit<Placed, "place"> & { readonly place: StoredPlace };

/**
 * What a brief was read as, in values that JSON has: with its body's text in place of the
 * tokens that are made of it, and numbers, 0-based, in place of its own sections and citations.
 */
export interface BriefRecord {
  readonly brief: Omit<Brief, "tokens" | (typeof storedApart)[number]>;
  readonly citations: readonly StoredCitation[];
  readonly links: readonly Stored<WrittenLink>[];
  readonly sections: readonly (Omit<Stored<BriefSection>, "citations"> & { readonly citations: readonly number[] })[];
  readonly uncitedStatements: readonly Stored<UncitedStatement>[];
  readonly uncitedParagraphs: readonly (Omit<Stored<UncitedParagraph>, "section"> & { readonly section: number })[];
  /** Of each chart, the rows' values, null where nothing is known. */
  readonly charts: readonly (ChartMeta & { readonly values: readonly (readonly (number | null)[])[] })[];
  readonly text: string;
  /** Relative to the project. */
  readonly folder: string;
  readonly problems: readonly Problem[];
}

const storedApart = ["citations", "links", "sections", "uncitedStatements", "uncitedParagraphs", "charts"] as const;

export function recordBrief({ brief, body: { text, folder }, problems }: BriefReading): BriefRecord {
  const { path, citations, links, sections, uncitedStatements, uncitedParagraphs, charts } = brief;
  const stored = <Placed extends { readonly place: Place }>(placed: Placed) => ({
    ...placed,
    place: storePlace(placed.place, path),
  });
  const numberOf = new Map(citations.map((citation, number) => [citation, number]));
  return {
    brief: without(brief, "tokens", ...storedApart),
    citations: storeCitations(citations, path),
    links: links.map(stored),
    sections: sections.map((section) => ({
      ...stored(section),
      citations: section.citations.map((citation) => numberOf.get(citation) ?? -1),
    })),
    uncitedStatements: uncitedStatements.map(stored),
    uncitedParagraphs: uncitedParagraphs.map((one) => ({ ...stored(one), section: sections.indexOf(one.section) })),
    charts: charts.map((meta) => ({
      ...meta,
      values: meta.chart.rows.map(({ values }) => values.map((value) => value ?? null)),
    })),
    text,
    folder,
    problems,
  };
}

/** The reading that a record was made of. @param attachments the same files as then. */
export function restoreBrief(record: BriefRecord, attachments: Attachments): BriefReading {
  const { brief, text, folder, problems } = record;
  const { path, language } = brief;
  const body = { text, language, folder, attachments };
  const restored = <Placed extends { readonly place: StoredPlace }>(placed: Placed) => ({
    ...placed,
    place: restorePlace(placed.place, path),
  });
  const citations = restoreCitations(record.citations, path);
  const citationAt = (number: number) => {
    const citation = citations[number];
    if (!citation) throw new Error("A section has a citation that its brief has not.");
    return citation;
  };
  const sections = record.sections.map((section) => ({
    ...restored(section),
    citations: section.citations.map(citationAt),
  }));
  const uncitedParagraphs = record.uncitedParagraphs.flatMap(({ section, ...rest }) => {
    const there = sections[section];
    return there ? [{ ...restored(rest), section: there }] : [];
  });
  const charts = record.charts.map(({ chart, figure, values }) => ({
    chart: {
      ...chart,
      rows: chart.rows.map((row, at) => ({ ...row, values: (values[at] ?? []).map((value) => value ?? undefined) })),
    },
    figure,
  }));
  return {
    brief: {
      ...brief,
      tokens: tokensOf(body),
      citations,
      links: record.links.map(restored),
      sections,
      uncitedStatements: record.uncitedStatements.map(restored),
      uncitedParagraphs,
      charts,
    },
    body,
    problems,
  };
}
