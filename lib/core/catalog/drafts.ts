import type { Catalog } from "./catalog.ts";
import type { CurrentLock } from "./current-locks.ts";

/**
 * What readers get to see of a catalog. A draft leaves no trace: its title is in no list of
 * citing briefs, and what only it cites of an excerpt stays unshown.
 */
export function withoutDrafts(catalog: Catalog): Catalog {
  const { library, verified, citedBy } = catalog;
  const shownCitations = [...citedBy].flatMap(([paragraph, list]) => {
    const shown = list.filter(({ document }) => document.isPublic);
    return shown.length > 0 ? [[paragraph, shown] as const] : [];
  });
  return {
    ...catalog,
    library: { ...library, briefs: library.briefs.filter(({ isPublic }) => isPublic) },
    verified: new Map([...verified].filter(([{ isPublic }]) => isPublic)),
    citedBy: new Map(shownCitations),
    locks: new Map(Array.from(catalog.locks, ([id, current]) => [id, withoutUnpublished(current)])),
  };
}

/** A lock as readers may know it: it does not tell that a paragraph is cited which only drafts cite. */
function withoutUnpublished(current: CurrentLock): CurrentLock {
  const { lock } = current;
  return {
    lock: { ...lock, cited: new Map([...lock.cited].filter(([, { published }]) => published)) },
    get isNew() {
      return current.isNew;
    },
  };
}
