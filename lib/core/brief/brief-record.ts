import type { ChartMeta } from "../markdown/chart-rule.ts";
import type { Problem } from "../problem.ts";
import { without } from "../without.ts";
import type { Attachments } from "./attachment.ts";
import type { BriefSection } from "./brief-section.ts";
import type { Brief } from "./brief.ts";
import { tokensOf } from "./parse-body.ts";
import type { BriefReading } from "./parse-brief.ts";
import type { UncitedParagraph } from "./uncited-paragraphs.ts";

/**
 * What a brief was read as, in values that JSON has: with its body's text in place of the
 * tokens that are made of it, and numbers, 0-based, in place of its own sections and citations.
 */
export interface BriefRecord {
  readonly brief: Omit<Brief, "tokens" | "sections" | "uncitedParagraphs" | "charts">;
  readonly sections: readonly (Omit<BriefSection, "citations"> & { readonly citations: readonly number[] })[];
  readonly uncitedParagraphs: readonly (Omit<UncitedParagraph, "section"> & { readonly section: number })[];
  /** Of each chart, the rows' values, null where nothing is known. */
  readonly charts: readonly (ChartMeta & { readonly values: readonly (readonly (number | null)[])[] })[];
  readonly text: string;
  /** Relative to the project. */
  readonly folder: string;
  readonly problems: readonly Problem[];
}

export function recordBrief({ brief, body: { text, folder }, problems }: BriefReading): BriefRecord {
  const { sections, uncitedParagraphs, charts } = brief;
  const numberOf = new Map(brief.citations.map((citation, number) => [citation, number]));
  return {
    brief: without(brief, "tokens", "sections", "uncitedParagraphs", "charts"),
    sections: sections.map((section) => ({
      ...section,
      citations: section.citations.map((citation) => numberOf.get(citation) ?? -1),
    })),
    uncitedParagraphs: uncitedParagraphs.map((one) => ({ ...one, section: sections.indexOf(one.section) })),
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
  const body = { text, language: brief.language, folder, attachments };
  const sections = record.sections.map((section) => ({
    ...section,
    citations: section.citations.flatMap((number) => brief.citations[number] ?? []),
  }));
  const uncitedParagraphs = record.uncitedParagraphs.flatMap(({ section, ...rest }) => {
    const there = sections[section];
    return there ? [{ ...rest, section: there }] : [];
  });
  const charts = record.charts.map(({ chart, figure, values }) => ({
    chart: {
      ...chart,
      rows: chart.rows.map((row, at) => ({ ...row, values: (values[at] ?? []).map((value) => value ?? undefined) })),
    },
    figure,
  }));
  return { brief: { ...brief, tokens: tokensOf(body), sections, uncitedParagraphs, charts }, body, problems };
}
