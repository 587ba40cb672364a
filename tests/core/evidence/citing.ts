import type { Brief } from "../../../lib/core/brief/brief.ts";
import type { Catalog } from "../../../lib/core/catalog/catalog.ts";
import type { VerifiedCitation } from "../../../lib/core/catalog/check-citation.ts";
import type { Source } from "../../../lib/core/source/source.ts";
import { verifiedCitations } from "../../../lib/core/view/brief-view.ts";
import { briefNamed, catalogOf } from "../support/catalogs.ts";

/** Briefs of these bodies, named a, b, c …, and their citations, checked against the sources. */
export function citing(
  sources: readonly Source[],
  ...bodies: string[]
): { catalog: Catalog; briefs: Brief[]; verified: (readonly VerifiedCitation[])[] } {
  const briefs = bodies.map((body, index) => briefNamed("abc".charAt(index), body));
  const catalog = catalogOf(sources, briefs);
  if (catalog.problems.length > 0) throw new Error(catalog.problems.map(({ message }) => message).join(" "));
  return { catalog, briefs, verified: briefs.map((brief) => verifiedCitations(catalog, brief)) };
}
