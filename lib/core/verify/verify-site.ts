import type { Hash } from "../anchoring/fingerprint.ts";
import type { BuiltSite } from "./built-site.ts";
import { sortFaults, type Fault } from "./fault.ts";
import { verifyBrief } from "./verify-brief.ts";
import { movedPageOf, verifyMoved } from "./verify-moved.ts";

/** What was proved; a note with a fault counts for nothing but its brief. */
export interface VerifyCounts {
  readonly briefs: number;
  readonly notes: number;
  /** Marks in the text: a note that is mentioned twice is two. */
  readonly citations: number;
  /** Paragraphs of sources, each once. */
  readonly paragraphs: number;
  /** Notes whose words were found in the source, quoted or set. */
  readonly quotations: number;
  /** Paragraphs whose words the site may not show: not provable from it. */
  readonly withheld: number;
}

export interface VerifyReport {
  readonly counts: VerifyCounts;
  /** Sorted. */
  readonly faults: readonly Fault[];
}

/** Prove every citation of a built site again, from its pages and their evidence alone. */
export function verifySite(site: BuiltSite, hash: Hash): VerifyReport {
  const moved: Fault[] = [];
  const verified = site.briefs.flatMap((slug) => {
    const page = movedPageOf(slug, site);
    if (!page) return [verifyBrief(slug, site, hash)];
    moved.push(...verifyMoved(slug, page, site));
    return [];
  });
  const proofs = verified.flatMap((brief) => brief.proofs);
  return {
    counts: {
      briefs: verified.length,
      notes: proofs.length,
      citations: proofs.reduce((sum, { citations }) => sum + citations, 0),
      paragraphs: new Set(proofs.flatMap(({ proved }) => proved)).size,
      quotations: proofs.filter(({ isQuotation }) => isQuotation).length,
      withheld: new Set(proofs.flatMap(({ withheld }) => withheld)).size,
    },
    faults: sortFaults([...moved, ...verified.flatMap((brief) => brief.faults)]),
  };
}
