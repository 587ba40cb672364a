import type { Environment } from "nunjucks";
import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { Naming } from "../core/citation-style/naming.ts";
import { addressWriter } from "../core/evidence/annotation-addresses.ts";
import { evidencePath } from "../core/evidence/annotation-addresses.ts";
import { briefJsonLd, lastChanged } from "../core/export/brief-json-ld.ts";
import { citedWorks } from "../core/export/cited-works.ts";
import { cslItem, cslItemOfBrief } from "../core/export/csl-item.ts";
import { dublinCoreTags } from "../core/export/dublin-core-tags.ts";
import { exportFiles } from "../core/export/export-files.ts";
import { highwireTags, type MetaTag } from "../core/export/highwire-tags.ts";
import { scriptContent } from "../core/export/json-ld-work.ts";
import { schemaType } from "../core/export/schema-type.ts";
import {
  licenseAddress,
  linksetPath,
  linksetType,
  signposts,
  type Signposted,
  type SignpostLink,
} from "../core/export/signposts.ts";
import { sourceJsonLd } from "../core/export/source-json-ld.ts";
import { absoluteAddress } from "../core/site-address.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { citeView } from "../core/view/cite-view.ts";
import { markdownPath } from "../core/markdown-page/markdown-path.ts";
import { pdfPath } from "./pdf/print-briefs.ts";
import { documentsOf, type Session } from "./session.ts";
import type { SiteOptions } from "./site.ts";
import type { InterfaceFor } from "./strings.ts";
import { withPrefix } from "./templates.ts";

export interface MachineOptions {
  readonly site: SiteOptions;
  readonly interfaceFor: InterfaceFor;
  readonly session: () => Session;
  readonly naming: () => Naming;
  /** @throws when there is no such brief or source. */
  readonly briefNamed: (catalog: Catalog, slug: string) => Brief;
  readonly sourceNamed: (catalog: Catalog, id: string) => Source;
}

/** What a page's head tells machines. */
export interface MachineHead {
  readonly tags: readonly MetaTag[];
  readonly links: readonly SignpostLink[];
  /** JSON-LD, fit to stand in a script element. */
  readonly data: string;
}

/**
 * What templates may ask: `slug | briefHead` and `id | sourceHead` for the head of a page,
 * `slug | citeBrief` and `id | citeSource` for what readers copy and take along.
 */
export function addMachineFilters(environment: Environment, options: MachineOptions): void {
  const { site, interfaceFor, session, naming, briefNamed, sourceNamed } = options;
  const href = (path: string) => withPrefix(site, path);
  const inMarkdown = (page: string): SignpostLink => ({
    rel: "alternate",
    href: href(markdownPath(page)),
    type: "text/markdown",
  });
  environment.addFilter("markdownPath", markdownPath);
  environment.addFilter("briefHead", (slug: string): MachineHead => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    const about = briefSignposts(brief, session(), site);
    const pdf = about.pdf === undefined ? undefined : absoluteAddress(site, about.pdf);
    const works = citedWorks(catalog, brief);
    const item = cslItemOfBrief(brief, site);
    const addressOf = addressWriter(site, brief.url);
    return {
      tags: [
        ...highwireTags(item, pdf),
        ...dublinCoreTags(item, { modified: lastChanged(brief), subjects: brief.meta.topics }),
      ],
      links: [
        ...signposts(about, href),
        { rel: "linkset", href: href(linksetPath(brief)), type: linksetType },
        inMarkdown(brief.url),
      ],
      data: scriptContent(briefJsonLd(brief, works, site, { addressOf, pdf: about.pdf })),
    };
  });
  environment.addFilter("sourceHead", (id: string): MachineHead => {
    const catalog = documentsOf(session());
    const source = sourceNamed(catalog, id);
    const item = cslItem(source);
    const path = sourcePath(source);
    return {
      tags: [...highwireTags(item), ...dublinCoreTags(item, { rights: source.meta.license })],
      links: [
        ...signposts(
          {
            page: path,
            schemaType: schemaType(item.type),
            files: exportFiles(path, "source"),
            descriptions: [],
            license: licenseAddress(source.meta.license),
            collection: "/sources/",
          },
          href,
        ),
        inMarkdown(path),
      ],
      data: scriptContent(sourceJsonLd(catalog, source, addressWriter(site, path))),
    };
  });
  environment.addFilter("citeBrief", (slug: string) => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    const { language, url: page } = brief;
    const view = citeView(cslItemOfBrief(brief, site), naming(), { page, stem: "brief", language });
    return citedWorks(catalog, brief).length > 0 ? view : { ...view, sources: [] };
  });
  environment.addFilter("citeSource", (id: string) => {
    const source = sourceNamed(documentsOf(session()), id);
    const { language } = interfaceFor(site.language);
    return citeView(cslItem(source), naming(), { page: sourcePath(source), stem: "source", language });
  });
}

/** What stands beside a brief's page. */
export function briefSignposts(brief: Brief, { printed }: Session, site: SiteOptions): Signposted {
  return {
    page: brief.url,
    citeAs: absoluteAddress(site, brief.url),
    schemaType: "Report",
    files: exportFiles(brief.url, "brief"),
    descriptions: [{ path: evidencePath(brief), type: "application/ld+json" }],
    pdf: printed?.has(brief.name) === true ? pdfPath(brief) : undefined,
    collection: "/briefs/",
  };
}
