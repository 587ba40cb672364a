import { inject } from "vitest";
import type { CitingDocument } from "../../lib/core/brief/citation.ts";
import type { Catalog } from "../../lib/core/catalog/catalog.ts";
import type { VerifiedCitation } from "../../lib/core/catalog/check-citation.ts";
import { checkProject } from "../../lib/site/prepare-site.ts";
import { openProject } from "../../lib/site/project.ts";

export interface PublishedCitation {
  readonly document: CitingDocument;
  readonly verified: VerifiedCitation;
}

/** What the built example site was made of, read again from the same files. */
export async function readExampleCatalog(): Promise<Catalog> {
  const { root, dist } = inject("exampleSite");
  return checkProject(await openProject(root, dist));
}

/** The citations that readers get to see: those of drafts are left out. */
export function publishedCitations(catalog: Catalog): PublishedCitation[] {
  const drafts = new Set<CitingDocument>(catalog.library.briefs.filter(({ meta }) => meta.status === "draft"));
  return [...catalog.verified].flatMap(([document, citations]) =>
    drafts.has(document) ? [] : citations.flatMap((verified) => (verified ? [{ document, verified }] : [])),
  );
}
