import type { VerifiedCitation } from "../../../lib/core/catalog/check-citation.ts";
import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { findWarnings, type BriefWarnings } from "../../../lib/core/warnings/find-warnings.ts";
import { briefOf, sourceFrom } from "../support/documents.ts";

/** Seven lines when `keys` adds none, as those of `briefHead`; `keys` are whole lines. */
export function briefWith(body: string, ...keys: string[]): Brief {
  const lines = [
    "title: A brief",
    "summary: What it says.",
    "authors: [{ given: Amina, family: Shah }]",
    "date: 2026-03-05",
    "status: published",
    ...keys,
  ];
  const { brief, problems } = briefOf(["---", ...lines, "---", body].join("\n"));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(" "));
  return brief;
}

export function sourceOf(id: string, keys: Record<string, string> = {}): Source {
  return sourceFrom("One.", keys, id).source;
}

/** The citations of those sources, taken to hold. */
export function verifiedIn(brief: Brief, sources: readonly Source[]): VerifiedCitation[] {
  return brief.citations.flatMap((citation) => {
    const source = sources.find(({ id }) => id === citation.request.sourceId);
    if (!source) return [];
    return [{ citation, source, parts: [], paragraphs: source.paragraphs, verification: "paraphrase" as const }];
  });
}

export function warningsOf(brief: Brief, ...sources: Source[]): BriefWarnings {
  return findWarnings(brief, verifiedIn(brief, sources));
}

/** Each open warning as `line:column rule`. */
export function openIn(brief: Brief, ...sources: Source[]): string[] {
  return warningsOf(brief, ...sources).open.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`);
}
