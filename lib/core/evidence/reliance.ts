import type { Brief } from "../brief/brief.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import type { Source } from "../source/source.ts";
import { compareText } from "../text/compare.ts";
import { sectionEvidence } from "../warnings/section-evidence.ts";

/**
 * How much rests on one source. What is cited in dispute, as opinion or for context
 * carries nothing, however often it is cited.
 */
export interface Reliance {
  readonly source: Source;
  /** Citations in support, and of any relation. */
  readonly supporting: number;
  readonly citations: number;
  /** Of all citations in support, from 0 to 1. */
  readonly share: number;
}

/** A section of a brief in which every citation names the same source. */
export interface OneSourceSection {
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  /** The heading's id on the brief's page; empty likewise. */
  readonly id: string;
  readonly source: Source;
  readonly citations: number;
}

/** How often each source is cited, and how often in support. */
export type RelianceCounts = ReadonlyMap<Source, Pick<Reliance, "supporting" | "citations">>;

/** What each cited source carries: what supports most first, then what is cited most, then by id. */
export function reliance(verified: readonly VerifiedCitation[]): Reliance[] {
  return inOrderOfReliance(countCitations(new Map(), [], verified));
}

/** Counts after some citations have gone and others come. */
export function countCitations(
  before: RelianceCounts,
  gone: readonly VerifiedCitation[],
  come: readonly VerifiedCitation[],
): RelianceCounts {
  const counts = new Map(before);
  const add = ({ source, citation }: VerifiedCitation, one: 1 | -1) => {
    const { supporting, citations } = counts.get(source) ?? { supporting: 0, citations: 0 };
    const isSupport = citation.request.relation === "supports";
    counts.set(source, { supporting: supporting + (isSupport ? one : 0), citations: citations + one });
  };
  for (const one of come) add(one, 1);
  for (const one of gone) add(one, -1);
  for (const { source } of gone) if (counts.get(source)?.citations === 0) counts.delete(source);
  return counts;
}

/** As {@link reliance}. */
export function inOrderOfReliance(counts: RelianceCounts): Reliance[] {
  const all = [...counts.values()].reduce((sum, { supporting }) => sum + supporting, 0);
  return [...counts]
    .map(([source, count]) => ({ source, ...count, share: all === 0 ? 0 : count.supporting / all }))
    .sort((a, b) => b.supporting - a.supporting || b.citations - a.citations || compareText(a.source.id, b.source.id));
}

/** The sections that cite one source only, in reading order; a translation counts as its original. */
export function oneSourceSections(brief: Brief, verified: readonly VerifiedCitation[]): OneSourceSection[] {
  return sectionEvidence(brief, verified).flatMap(({ heading, id, citations }) => {
    const [first] = citations;
    if (!first) return [];
    const original = originalOf(first.source);
    if (citations.some(({ source }) => originalOf(source) !== original)) return [];
    return [{ heading, id, source: first.source, citations: citations.length }];
  });
}

function originalOf({ id, meta }: Source): string {
  return meta.translationOf ?? id;
}
