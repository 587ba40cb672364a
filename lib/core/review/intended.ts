import type { Citation, CitingDocument } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { CitedToday } from "../catalog/current-locks.ts";
import { resolvePinpoint } from "../catalog/resolve.ts";
import type { PinpointPart } from "../tags/pinpoint.ts";
import type { CitedPart } from "./cited-parts.ts";
import type { Meaning } from "./meaning.ts";

/** A citation after all that was decided of its source: what each part of its pinpoint names. */
export interface IntendedCitation {
  readonly document: CitingDocument;
  readonly citation: Citation;
  /** As the pinpoint is written, part by part. */
  readonly parts: readonly { readonly cited: CitedPart; readonly meaning: Meaning }[];
}

export function intendedCitations(
  parts: readonly CitedPart[],
  meaningOf: (part: CitedPart) => Meaning,
): IntendedCitation[] {
  const citations = new Map<Citation, IntendedCitation & { parts: { cited: CitedPart; meaning: Meaning }[] }>();
  for (const cited of parts) {
    const { document, citation } = cited;
    const entry = citations.get(citation) ?? { document, citation, parts: [] };
    entry.parts.push({ cited, meaning: meaningOf(cited) });
    citations.set(citation, entry);
  }
  return [...citations.values()];
}

/**
 * What the lock is to hold of a citation. What is cited for the first time, and has a
 * problem of its own, is left for the build that finds it mended.
 *
 * @returns undefined for nothing.
 */
export function citedToday({ document, citation, parts }: IntendedCitation, catalog: Catalog): CitedToday | undefined {
  const isVerified = catalog.verified.get(document)?.[document.citations.indexOf(citation)] !== undefined;
  const isKnown = isVerified || parts.some(({ cited }) => cited.reading !== "new");
  const { sourceId } = citation.request;
  const pinpoint = parts
    .flatMap(({ meaning }): PinpointPart[] => (isKnown && meaning.kind === "is" ? [meaning.part] : []))
    .filter((part) => resolvePinpoint(sourceId, [part], catalog.library.sources).kind === "resolved");
  if (pinpoint.length === 0) return undefined;
  const resolution = resolvePinpoint(sourceId, pinpoint, catalog.library.sources);
  return resolution.kind === "resolved" ? { document, verified: { citation, ...resolution } } : undefined;
}
