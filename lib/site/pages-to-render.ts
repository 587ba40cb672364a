import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { movedPages } from "../core/view/moved-page.ts";
import { pairOf } from "../core/view/translations.ts";
import { listPaths } from "./list-filters.ts";
import { briefIndex, findBrief, sourceNamed } from "./named-documents.ts";
import { shownBriefs, type SiteViews } from "./page-views.ts";
import { chartFiles } from "./piece-filters.ts";
import { documentsOf, type Session } from "./session.ts";

/** Whether a run makes the social card and the images of a brief: they stand among the assets, which are not kept. */
export function hasAssetsHere({ only, kept, isPart }: Session, slug: string): boolean {
  const isChosen = only === undefined || only.briefs.has(slug) || only.evidence.has(slug);
  return isPart || !kept ? isChosen : !kept.withAssets.has(slug);
}

/** The briefs of which a run makes the images. */
export function illustratedBriefs(session: Session): readonly Brief[] {
  const { only, kept } = session;
  const documents = documentsOf(session);
  if (!only || kept) return documents.library.briefs.filter(({ name }) => hasAssetsHere(session, name));
  return [...new Set([...only.briefs, ...only.evidence])].flatMap((slug) => findBrief(documents, slug) ?? []);
}

/** Names over which pages are paginated. */
export function pagesToRender(session: Session, library: SiteViews): Readonly<Record<string, readonly unknown[]>> {
  const { only, preview } = session;
  const isChosen = (slug: string) => only?.briefs.has(slug) ?? true;
  const documents = documentsOf(session);
  // After a save few pages are chosen, and looked up: to look at every brief takes as long as to make a page.
  const few = preview && only;
  const chosenOf = (kind: "briefs" | "evidence", catalog: Catalog, all: readonly { readonly slug: string }[]) =>
    few ? [...few[kind]].filter((slug) => findBrief(catalog, slug)) : all.map(({ slug }) => slug).filter((slug) => only?.[kind].has(slug) ?? true); // prettier-ignore
  // A draft proves nothing yet: what it cites is recorded when it is published.
  const isPublished = (slug: string) => {
    const brief = findBrief(session.catalog, slug);
    return brief !== undefined && brief.meta.status !== "draft";
  };
  const sources = preview ? [...documents.library.sources.keys()] : library.sources.map(({ id }) => id);
  const chosen = sources.filter((id) => only?.sources.has(id) ?? true);
  const renamed = few ? briefIndex(session.catalog.library.briefs).renamed : shownBriefs(session);
  const moved = movedPages(renamed, session.catalog.library.sources.values());
  return Object.freeze({
    briefs: chosenOf("briefs", documents, preview && !few ? slugsOf(documents) : library.briefs),
    chartFiles: chartFiles(session).filter(({ slug }) => isChosen(slug)),
    glossary: library.glossary.length > 0 && !session.isPart ? ["glossary"] : [],
    evidenceFiles: chosenOf("briefs", session.catalog, library.briefs).filter(isPublished),
    sources: chosen,
    besides: chosen.filter((id) => pairOf(documents, sourceNamed(documents, id)) !== undefined),
    evidencePages: chosenOf("evidence", session.catalog, library.briefs),
    moved: moved.filter(({ section, from }) => only?.[section].has(from) ?? true),
    movedEvidenceFiles: moved.filter(
      ({ section, from, name }) => section === "briefs" && isPublished(name) && (only?.briefs.has(from) ?? true),
    ),
    ...listPaths(session, library),
  });
}

function slugsOf({ library: { briefs } }: Catalog): { readonly slug: string }[] {
  return briefs.map(({ name }) => ({ slug: name }));
}
