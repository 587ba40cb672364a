import { movedPages } from "../core/view/moved-page.ts";
import { pairOf } from "../core/view/translations.ts";
import { listPaths } from "./list-filters.ts";
import { findBrief, sourceNamed } from "./named-documents.ts";
import { shownBriefs, type SiteViews } from "./page-views.ts";
import { chartFiles } from "./piece-filters.ts";
import { documentsOf, type Session } from "./session.ts";
/** Whether a run makes the social card and the images of a brief: they stand among the assets, which are not kept. */
export function hasAssetsHere({ only, kept, isPart }: Session, slug: string): boolean {
  const isChosen = only === undefined || only.briefs.has(slug) || only.evidence.has(slug);
  return isPart || !kept ? isChosen : !kept.withAssets.has(slug);
}

/** Names over which pages are paginated. */
export function pagesToRender(session: Session, library: SiteViews): Readonly<Record<string, readonly unknown[]>> {
  const { only, preview } = session;
  const isChosen = (slug: string) => only?.briefs.has(slug) ?? true;
  const briefs = preview
    ? preview.catalog.library.briefs.map(({ name }) => name)
    : library.briefs.map(({ slug }) => slug);
  const sources = preview ? [...preview.catalog.library.sources.keys()] : library.sources.map(({ id }) => id);
  // A draft proves nothing yet: what it cites is recorded when it is published.
  const isPublished = (slug: string) => {
    const brief = findBrief(session.catalog, slug);
    return brief !== undefined && brief.meta.status !== "draft";
  };
  const documents = documentsOf(session);
  const chosen = sources.filter((id) => only?.sources.has(id) ?? true);
  const moved = movedPages(shownBriefs(session), session.catalog.library.sources.values());
  return Object.freeze({
    briefs: briefs.filter(isChosen),
    chartFiles: chartFiles(session).filter(({ slug }) => isChosen(slug)),
    glossary: library.glossary.length > 0 && !session.isPart ? ["glossary"] : [],
    evidenceFiles: library.briefs.filter(({ slug }) => isChosen(slug) && isPublished(slug)).map(({ slug }) => slug),
    sources: chosen,
    besides: chosen.filter((id) => pairOf(documents, sourceNamed(documents, id)) !== undefined),
    evidencePages: library.briefs.map(({ slug }) => slug).filter((slug) => only?.evidence.has(slug) ?? true),
    moved: moved.filter(({ section, from }) => only?.[section].has(from) ?? true),
    movedEvidenceFiles: moved.filter(
      ({ section, from, name }) => section === "briefs" && isPublished(name) && (only?.briefs.has(from) ?? true),
    ),
    ...listPaths(session, library),
  });
}
