import type { Catalog } from "../core/catalog/catalog.ts";
import { evidencePages, type EvidencePage } from "../core/evidence/evidence-page.ts";
import { siteEvidence, type SiteEvidence } from "../core/evidence/site-evidence.ts";
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

function gather(session: Session): SiteEvidencePages {
  const { catalog } = session;
  const briefs = shownBriefs(session).map((brief) => ({ brief, verified: verifiedCitations(catalog, brief) }));
  const evidence = siteEvidence(catalog, briefs);
  return { evidence, pages: evidencePages("/evidence/", evidence) };
}
