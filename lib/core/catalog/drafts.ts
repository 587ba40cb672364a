import type { CitingDocument } from "../brief/citation.ts";
import type { Catalog } from "./catalog.ts";

/**
 * What readers get to see of a catalog. A draft leaves no trace: its title is in no list of
 * citing briefs, and what only it cites of an excerpt stays unshown.
 */
export function withoutDrafts(catalog: Catalog): Catalog {
  const { library, verified, citedBy } = catalog;
  const drafts = new Set<CitingDocument>(library.briefs.filter(({ meta }) => meta.status === "draft"));
  const shownCitations = [...citedBy].flatMap(([paragraph, list]) => {
    const shown = list.filter(({ document }) => !drafts.has(document));
    return shown.length > 0 ? [[paragraph, shown] as const] : [];
  });
  return {
    ...catalog,
    library: { ...library, briefs: library.briefs.filter((brief) => !drafts.has(brief)) },
    verified: new Map([...verified].filter(([document]) => !drafts.has(document))),
    citedBy: new Map(shownCitations),
  };
}
