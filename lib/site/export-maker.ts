import type { Catalog } from "../core/catalog/catalog.ts";
import type { Brief } from "../core/brief/brief.ts";
import { citedWorks } from "../core/export/cited-works.ts";
import { cslItem, cslItemOfBrief, type CslItem } from "../core/export/csl-item.ts";
import { exportFiles, type ExportFile } from "../core/export/export-files.ts";
import { addressWriter } from "../core/evidence/annotation-addresses.ts";
import { linksetPath, writeLinkset } from "../core/export/signposts.ts";
import { briefSignposts } from "./machine-filters.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { shownBriefs } from "./page-views.ts";
import { isChosen, type Session } from "./session.ts";
import type { FilesBeside, SiteFile } from "./site-files.ts";

/** Briefs that are there for everybody, machines too; a draft is none, not even in a preview. */
export function publicBriefs(session: Session): Brief[] {
  return shownBriefs(session).filter(({ isPublic }) => isPublic);
}

/** Those of them whose files are made. */
export function chosenBriefs(session: Session): Brief[] {
  return publicBriefs(session).filter(({ name }) => isChosen(session, "briefs", name));
}

/** The sources whose files are made. */
export function chosenSources(session: Session): Source[] {
  return [...session.catalog.library.sources.values()].filter(({ id }) => isChosen(session, "sources", id));
}

/** BibTeX, RIS and CSL-JSON of a brief, and of what it cites. */
export const briefExports: FilesBeside<Brief> = function* ({ session: { catalog }, site }, brief) {
  yield* filled(exportFiles(brief.url, "brief"), [cslItemOfBrief(brief, site)]);
  yield* filled(exportFiles(brief.url, "sources"), worksOf(catalog, brief));
};

/** The same of a source. */
export const sourceExports: FilesBeside<Source> = (_, source) =>
  filled(exportFiles(sourcePath(source), "source"), [cslItem(source)]);

function worksOf(catalog: Catalog, brief: Brief): CslItem[] {
  return citedWorks(catalog, brief).map(({ source }) => cslItem(source));
}

/** The typed links of a brief's page, as a file. */
export const briefLinkset: FilesBeside<Brief> = function* ({ session, site }, brief) {
  const path = linksetPath(brief);
  yield { path: path.slice(1), content: writeLinkset(briefSignposts(brief, session, site), addressWriter(site, path)) };
};

/** None for no works: BibTeX and RIS have no empty file. */
function* filled(files: readonly ExportFile[], items: readonly CslItem[]): Generator<SiteFile> {
  if (items.length === 0) return;
  for (const { path, format } of files) yield { path: path.slice(1), content: format.write(items) };
}
