import type { Brief } from "../brief/brief.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { exchanged } from "../list/exchanged.ts";
import type { BriefWarnings } from "../warnings/find-warnings.ts";
import { evidenceFigures, type EvidenceFigures } from "./brief-evidence.ts";
import { contestedParagraphs, type ContestedParagraph } from "./contested-paragraphs.ts";
import { disputedClaims, type DisputedClaim } from "./disputed-claims.ts";
import { doubtsOf } from "./doubts.ts";
import { countCitations, inOrderOfReliance, type Reliance, type RelianceCounts } from "./reliance.ts";

/** One brief in the table of all. */
export interface BriefFigures {
  readonly brief: Brief;
  readonly citations: number;
  readonly sources: number;
  readonly disputed: number;
  readonly uncited: number;
  /** Warnings that the author has answered, and those that stand open. */
  readonly answered: number;
  readonly open: number;
}

/** The evidence of all briefs together. */
export interface SiteEvidence extends EvidenceFigures {
  readonly briefs: readonly BriefFigures[];
  readonly reliance: readonly Reliance[];
  readonly disputed: readonly DisputedClaim[];
  readonly contested: readonly ContestedParagraph[];
}

/** A brief with its citations that hold, in the order a reader meets them; another when the warnings about it are others. */
export interface CitingBrief {
  readonly brief: Brief;
  readonly verified: readonly VerifiedCitation[];
}

/**
 * @param briefs those that are shown, in the order in which they are listed.
 * @param before evidence of another state of the library: of the very same of these, what was found is taken again.
 */
export function siteEvidence(catalog: Catalog, briefs: readonly CitingBrief[], before?: SiteEvidence): SiteEvidence {
  const last = before && gathered.get(before);
  const each = briefs.map(
    (one, at) => (last?.briefs[at] === one ? last.each[at] : undefined) ?? evidenceOf(catalog, one),
  );
  const { gone, come } = exchanged(last?.briefs ?? [], briefs);
  const counts = countCitations(last?.counts ?? new Map(), citationsOf(gone), citationsOf(come));
  // Only the pages ask, not whoever wants to know which of them are another.
  let figures: EvidenceFigures | undefined;
  const ofAll = () => (figures ??= evidenceFigures(catalog, citationsOf(briefs)));
  const evidence: SiteEvidence = {
    get summary() {
      return ofAll().summary;
    },
    get ages() {
      return ofAll().ages;
    },
    get recorded() {
      return ofAll().recorded;
    },
    briefs: each.map(({ figures }) => figures),
    reliance: inOrderOfReliance(counts),
    disputed: each.flatMap(({ disputed }) => disputed),
    contested: contestedOf(catalog, briefs),
  };
  gathered.set(evidence, { briefs, each, counts });
  return evidence;
}

/** What evidence was gathered from. */
const gathered = new WeakMap<
  SiteEvidence,
  {
    readonly briefs: readonly CitingBrief[];
    readonly each: readonly OwnEvidence[];
    readonly counts: RelianceCounts;
  }
>();

function citationsOf(briefs: readonly CitingBrief[]): VerifiedCitation[] {
  return briefs.flatMap(({ verified }) => verified);
}

/** What all these briefs name, though only those are looked at that name something contested. */
function contestedOf(catalog: Catalog, briefs: readonly CitingBrief[]): ContestedParagraph[] {
  const { contested } = catalog.found.lists;
  const naming = new Set<unknown>();
  for (const paragraph of contested)
    for (const { document } of catalog.citedBy.get(paragraph) ?? []) naming.add(document);
  return naming.size === 0 ? [] : contestedParagraphs(catalog, citationsOf(briefs.filter(({ brief }) => naming.has(brief)))); // prettier-ignore
}

/** What one brief adds to the evidence of all. */
interface OwnEvidence {
  readonly warnings: BriefWarnings | undefined;
  readonly figures: BriefFigures;
  readonly disputed: readonly DisputedClaim[];
}

/** By its citations, which are a list of their own for each state of a brief and its sources. */
const known = new WeakMap<readonly VerifiedCitation[], OwnEvidence>();

function evidenceOf(catalog: Catalog, one: CitingBrief): OwnEvidence {
  const { brief, verified } = one;
  const warnings = catalog.evidence.get(brief);
  const before = known.get(verified);
  if (before?.warnings === warnings && before?.figures.brief === brief) return before;
  const disputed = disputedClaims(brief, verified);
  const own = { warnings, disputed, figures: briefFigures(catalog, one, disputed.length) };
  known.set(verified, own);
  return own;
}

function briefFigures(catalog: Catalog, { brief, verified }: CitingBrief, disputed: number): BriefFigures {
  const doubts = doubtsOf(catalog, brief, verified);
  const open = doubts.filter(({ reason }) => reason === "").length;
  return {
    brief,
    citations: verified.length,
    sources: new Set(verified.map(({ source }) => source)).size,
    disputed,
    uncited: brief.uncitedParagraphs.length,
    answered: doubts.length - open,
    open,
  };
}
