import type { Environment } from "nunjucks";
import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { annotateBody } from "../core/preview/annotate-body.ts";
import { pageFindingsView } from "../core/preview/finding-view.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { sourceView } from "../core/view/source-view.ts";
import { documentsOf, type Session } from "./session.ts";

export interface FindingOptions {
  readonly session: () => Session;
  readonly briefNamed: (catalog: Catalog, slug: string) => Brief;
  readonly sourceNamed: (catalog: Catalog, id: string) => Source;
  /** The site's. */
  readonly language: string;
}

/**
 * `slug | briefFindings` and `id | sourceFindings`: what a preview says on a page;
 * undefined where there is nothing to say, and always in a site that is published.
 */
export function addFindingFilters(environment: Environment, options: FindingOptions): void {
  const { session, briefNamed, sourceNamed, language } = options;
  environment.addFilter("briefFindings", (slug: string) => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    const findings = session().preview?.findings.get(brief.url);
    return findings && pageFindingsView(findings, annotateBody(brief, findings, () => true).top);
  });
  environment.addFilter("sourceFindings", (id: string) => {
    const catalog = documentsOf(session());
    const source = sourceNamed(catalog, id);
    const findings = session().preview?.findings.get(sourcePath(source));
    if (!findings) return undefined;
    const blocks = sourceView(catalog, source, language).blocks;
    const shown = new Set(blocks.map((block) => ("paragraph" in block ? block.paragraph.position : undefined)));
    const top = findings.filter(({ position }) => position === undefined || !shown.has(position));
    return pageFindingsView(findings, top);
  });
}
