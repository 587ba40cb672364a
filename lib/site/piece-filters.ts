import type { Environment } from "nunjucks";
import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { chartFile, chartPath } from "../core/view/chart-view.ts";
import { termsOf } from "../core/view/glossary-view.ts";
import { briefIndex } from "./named-documents.ts";
import { documentsOf, type Session } from "./session.ts";
import type { InterfaceFor } from "./strings.ts";

export interface PieceOptions {
  readonly session: () => Session;
  /** @throws when there is no such brief. */
  readonly briefNamed: (catalog: Catalog, slug: string) => Brief;
  readonly interfaceFor: InterfaceFor;
}

/** The file of a chart's figures. */
export interface ChartFile {
  readonly slug: string;
  /** Of the figure, 1-based. */
  readonly number: number;
  readonly url: string;
}

/**
 * What templates may ask of the pieces of a brief: `slug | briefTerms` for the terms it
 * refers to, `file | chartCsv` for the figures of a chart.
 */
export function addPieceFilters(environment: Environment, { session, briefNamed, interfaceFor }: PieceOptions): void {
  environment.addFilter("briefTerms", (slug: string) => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    return termsOf(catalog.library.glossary, brief, interfaceFor(brief.language).language);
  });
  environment.addFilter("chartCsv", ({ slug, number }: ChartFile) => {
    const { charts } = briefNamed(documentsOf(session()), slug);
    const meta = charts.find(({ figure }) => figure.number === number);
    return meta ? chartFile(meta).trimEnd() : "";
  });
}

/** The files of all charts that pages may show. */
export function chartFiles(session: Session): ChartFile[] {
  return briefIndex(documentsOf(session).library.briefs).charted.flatMap(({ name, charts }) =>
    charts.map(({ figure: { number } }): ChartFile => ({ slug: name, number, url: chartPath(name, number) })),
  );
}
