import type { Environment } from "nunjucks";
import type { Naming } from "../core/citation-style/naming.ts";
import { evidencePath } from "../core/evidence/annotation-addresses.ts";
import { evidenceOf, writeEvidence } from "../core/evidence/annotation-collection.ts";
import { cslItem } from "../core/export/csl-item.ts";
import { sourcePath } from "../core/view/address.ts";
import { besideView } from "../core/view/beside-view.ts";
import { briefView } from "../core/view/brief-view.ts";
import { formerEvidencePath } from "../core/view/moved-page.ts";
import { wholeNamingView } from "../core/view/naming-view.ts";
import { sourceView } from "../core/view/source-view.ts";
import { pairOf } from "../core/view/translations.ts";
import { briefNamed, sourceNamed } from "./named-documents.ts";
import { pdfPath } from "./pdf/print-briefs.ts";
import { isSearchedThere } from "./searched-libraries.ts";
import { documentsOf, type Session } from "./session.ts";
import type { SiteOptions } from "./site.ts";
import type { InterfaceFor } from "./strings.ts";

export interface DocumentOptions {
  readonly site: SiteOptions;
  readonly interfaceFor: InterfaceFor;
  readonly session: () => Session;
  readonly naming: () => Naming;
}

/** What templates may ask of a brief by its slug, and of a source by its id; they throw where there is none. */
export function addDocumentFilters(
  environment: Environment,
  { site, interfaceFor, session, naming }: DocumentOptions,
): void {
  const language = () => interfaceFor(site.language).language;
  environment.addFilter("brief", (slug: string) => {
    const catalog = documentsOf(session());
    return briefView(catalog, briefNamed(catalog, slug));
  });
  environment.addFilter("evidenceJson", (slug: string, former?: string) => {
    const { catalog } = session();
    const brief = briefNamed(catalog, slug);
    const path = former === undefined ? evidencePath(brief) : formerEvidencePath(former);
    return writeEvidence(evidenceOf(catalog, brief, site, path)).trimEnd();
  });
  environment.addFilter("pdfOf", (brief: { readonly slug: string; readonly url: string }) =>
    session().printed?.has(brief.slug) === true ? pdfPath({ name: brief.slug, url: brief.url }) : undefined,
  );
  environment.addFilter("namingOfSource", (id: string) => {
    const source = sourceNamed(documentsOf(session()), id);
    const alone = naming().aloneOf(cslItem(source), language());
    return wholeNamingView(naming().formsOf(source, language()), alone, source.direction);
  });
  environment.addFilter("isSearchedThere", (id: string) => isSearchedThere(site, id));
  environment.addFilter("sourcePath", (id: string) => sourcePath({ id }));
  environment.addFilter("source", (id: string) => {
    const catalog = documentsOf(session());
    return sourceView(catalog, sourceNamed(catalog, id), language());
  });
  environment.addFilter("beside", (id: string) => {
    const catalog = documentsOf(session());
    const pair = pairOf(catalog, sourceNamed(catalog, id));
    if (!pair) throw new Error(`The source "${id}" stands beside no other`);
    return besideView(catalog, pair, language());
  });
}
