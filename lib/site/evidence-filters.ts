import type { Environment } from "nunjucks";
import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { briefEvidence, evidenceFigures } from "../core/evidence/brief-evidence.ts";
import { verifiedCitations } from "../core/view/brief-view.ts";
import { briefEvidenceView, briefName, figuresView, type BriefEvidenceView } from "../core/view/evidence-view.ts";
import { siteEvidenceView, type SiteEvidenceView } from "../core/view/site-evidence-view.ts";
import type { ChartContent } from "./charts/chart.ts";
import type { ChartDrawer } from "./charts/chart-drawer.ts";
import { evidenceCharts } from "./charts/evidence-charts.ts";
import { siteEvidencePages } from "./site-evidence-pages.ts";
import { documentsOf, type Session } from "./session.ts";
import type { SiteOptions } from "./site.ts";
import type { InterfaceFor } from "./strings.ts";

/** What evidence pages are made with. The session is there once rendering begins. */
export interface EvidenceOptions {
  readonly site: SiteOptions;
  readonly interfaceFor: InterfaceFor;
  readonly session: () => Session;
  readonly drawer: ChartDrawer;
  /** @throws when the catalog has no such brief. */
  readonly briefNamed: (catalog: Catalog, slug: string) => Brief;
}

/**
 * What templates may ask of the evidence: `slug | evidenceFigures` for the box on a
 * brief's page, `slug | briefEvidence` and `path | siteEvidence` for the evidence pages.
 */
export function addEvidenceFilters(environment: Environment, options: EvidenceOptions): void {
  const { site, interfaceFor, session, drawer, briefNamed } = options;
  const { language, direction, strings } = interfaceFor(site.language);
  const withCharts = <View extends BriefEvidenceView | SiteEvidenceView>(view: View) => {
    const charts = evidenceCharts(view, strings, direction);
    const drawn = (chart: ChartContent) => ({ ...chart, svg: drawer.draw(chart) });
    return {
      ...view,
      charts:
        charts &&
        Object.fromEntries(Object.entries(charts).map(([name, chart]) => [name, drawn(chart as ChartContent)])),
    };
  };
  environment.addFilter("evidenceFigures", (slug: string) => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    const figures = evidenceFigures(catalog, verifiedCitations(catalog, brief));
    return {
      ...figuresView(figures, interfaceFor(brief.language).language),
      brief: briefName(brief),
      confidence: brief.confidence,
    };
  });
  environment.addFilter("briefEvidence", (slug: string) => {
    const { catalog } = session();
    const brief = briefNamed(catalog, slug);
    return withCharts(briefEvidenceView(briefEvidence(catalog, brief, verifiedCitations(catalog, brief)), language));
  });
  environment.addFilter("siteEvidence", (path: string) => {
    const { evidence, pages } = siteEvidencePages(session());
    const page = pages.find((one) => one.path === path);
    if (!page) throw new Error(`The evidence of all briefs has no page ${path}`);
    const view = siteEvidenceView(evidence, page, language);
    return page.number === 1 ? withCharts(view) : view;
  });
}
