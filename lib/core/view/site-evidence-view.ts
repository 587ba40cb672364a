import type { EvidencePage } from "../evidence/evidence-page.ts";
import type { BriefFigures, SiteEvidence } from "../evidence/site-evidence.ts";
import { listPagePath, type ListPage } from "../list/list-page.ts";
import { briefName, figuresView, listsView, type BriefName, type EvidenceView } from "./evidence-view.ts";

/** One page of the evidence of all briefs. Its figures are those of all, its lists what of them stands there. */
export interface SiteEvidenceView extends EvidenceView {
  readonly page: EvidencePage;
  readonly briefs: readonly (Omit<BriefFigures, "brief"> & { readonly brief: BriefName })[];
  /** Of each list, how many come after this page, and where; of a list that is whole, 0. */
  readonly after: Readonly<Record<EvidenceListName, number>> & { readonly path: string };
}

type EvidenceListName = "briefs" | "reliance" | "contradictions" | "otherDisputed" | "contested";

/** @param language of the page that shows it, for dates. */
export function siteEvidenceView(evidence: SiteEvidence, page: EvidencePage, language: string): SiteEvidenceView {
  const { briefs, reliance, contradictions, otherDisputed, contested } = page;
  return {
    ...figuresView(evidence, language),
    years: evidence.ages.years,
    ...listsView(
      {
        reliance: reliance.items,
        contradictions: contradictions.items,
        otherDisputed: otherDisputed.items,
        contested: contested.items,
      },
      language,
    ),
    page,
    briefs: briefs.items.map((figures) => ({ ...figures, brief: briefName(figures.brief) })),
    after: {
      path: listPagePath(page.list, page.number + 1),
      briefs: countAfter(briefs),
      reliance: countAfter(reliance),
      contradictions: countAfter(contradictions),
      otherDisputed: countAfter(otherDisputed),
      contested: countAfter(contested),
    },
  };
}

/** How many items come after a page. */
function countAfter({ last, total }: ListPage<unknown>): number {
  return last === 0 ? 0 : total - last;
}
