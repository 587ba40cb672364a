import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { evidencePages, type EvidencePage } from "../core/evidence/evidence-page.ts";
import { siteEvidence, type CitingBrief, type SiteEvidence } from "../core/evidence/site-evidence.ts";
import { differingKeys } from "../core/patched-map.ts";
import { verifiedCitations } from "../core/view/brief-view.ts";
import { shownBriefs } from "./page-views.ts";
import type { Session } from "./session.ts";

/** The evidence of all briefs, and the pages of its lists. */
export interface SiteEvidencePages {
  readonly evidence: SiteEvidence;
  /** One at the least. */
  readonly pages: readonly EvidencePage[];
}

/** Gathered once for each catalog, which never changes: with drafts, and without. */
const known = new WeakMap<Catalog, Map<boolean, SiteEvidencePages>>();

export function siteEvidencePages(session: Session): SiteEvidencePages {
  const { catalog, drafts } = session;
  const ofCatalog = known.get(catalog) ?? new Map<boolean, SiteEvidencePages>();
  known.set(catalog, ofCatalog);
  const made = ofCatalog.get(drafts) ?? gather(session);
  ofCatalog.set(drafts, made);
  return made;
}

/** What was gathered last, with drafts and without: after a save most of it holds. */
const last = new Map<boolean, Gathered>();

interface Gathered {
  readonly catalog: Catalog;
  readonly briefs: readonly CitingBrief[];
  readonly evidence: SiteEvidence;
}

function gather(session: Session): SiteEvidencePages {
  const { catalog, drafts } = session;
  const before = last.get(drafts);
  const touched = before && [
    differingKeys(before.catalog.verified, catalog.verified),
    differingKeys<object, unknown>(before.catalog.evidence, catalog.evidence),
  ];
  const isSame = (brief: Brief) => touched?.every((briefs) => !briefs.has(brief)) === true;
  const briefs = shownBriefs(session).map((brief, at) => {
    const one = before?.briefs[at];
    return one?.brief === brief && isSame(brief) ? one : { brief, verified: verifiedCitations(catalog, brief) };
  });
  const evidence = siteEvidence(catalog, briefs, before?.evidence);
  last.set(drafts, { catalog, briefs, evidence });
  return { evidence, pages: evidencePages("/evidence/", evidence) };
}
