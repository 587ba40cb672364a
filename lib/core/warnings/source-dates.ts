import type { Brief } from "../brief/brief.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import type { Source } from "../source/source.ts";
import { formatDate } from "../text/date.ts";
import type { Warning } from "./warning.ts";

/**
 * Sources older than the brief's `evidenceHorizon`, each at its first citation that is
 * not for context only. A source is as old as the end of its date; one that was never
 * dated, as the day it was read.
 */
export function oldSources(brief: Brief, verified: readonly VerifiedCitation[]): Warning[] {
  const { evidenceHorizon: horizon } = brief.meta;
  if (horizon === undefined) return [];
  const telling = verified.filter(({ citation }) => citation.request.relation !== "context");
  return firstCitations(telling).flatMap(({ citation, source }) => {
    const { issued, accessed } = source.meta;
    const date = issued ?? accessed;
    if (date === undefined || lastDay(date) >= horizon) return [];
    const when = `${issued === undefined ? "was read" : "was issued"} ${written(date)}`;
    const message = `"${source.id}" ${when}, before the brief's evidenceHorizon ${horizon}. Cite something newer, write as="context", or say under answers: in the front matter why it still holds.`;
    return [{ place: citation.sourcePlace, rule: "evidence-fresh", message, about: aboutSource(source) }];
  });
}

/** Sources issued after the brief's `evidenceCutoff`, each at its first citation. A source begins with its date. */
export function lateSources(brief: Brief, verified: readonly VerifiedCitation[]): Warning[] {
  const { evidenceCutoff: cutoff } = brief.meta;
  if (cutoff === undefined) return [];
  return firstCitations(verified).flatMap(({ citation, source }) => {
    const { issued } = source.meta;
    if (issued === undefined || firstDay(issued) <= cutoff) return [];
    const message = `"${source.id}" was issued ${written(issued)}, after the brief's evidenceCutoff ${cutoff}. Move the cutoff if later evidence was looked at, or take the citation out.`;
    return [{ place: citation.sourcePlace, rule: "evidence-before-cutoff", message, about: aboutSource(source) }];
  });
}

/** The first citation of each source, as the file has them. */
function firstCitations(verified: readonly VerifiedCitation[]): VerifiedCitation[] {
  const first = new Map<Source, VerifiedCitation>();
  for (const one of verified) {
    const known = first.get(one.source);
    if (!known || standsBefore(one, known)) first.set(one.source, one);
  }
  return [...first.values()];
}

function standsBefore({ citation: { sourcePlace: a } }: VerifiedCitation, other: VerifiedCitation): boolean {
  const b = other.citation.sourcePlace;
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** YYYY-MM-DD, of a date or interval of ISO 8601 that may leave out the day or month. */
function firstDay(date: string): string {
  const [from = ""] = date.split("/");
  return from + "-01-01".slice(from.length - 4);
}

/** YYYY-MM-DD for comparing only: every month has 31 days. */
function lastDay(date: string): string {
  const to = date.split("/").at(-1) ?? "";
  return to + "-12-31".slice(to.length - 4);
}

function written(date: string): string {
  return formatDate(date, "en");
}

function aboutSource({ id }: Source): Warning["about"] {
  return { words: "", sourceId: id };
}
