import { basename } from "node:path";
import { readFileSync } from "node:fs";
import { buildCatalog, type Catalog } from "../core/catalog/catalog.ts";
import type { VerifiedCitation } from "../core/catalog/check-citation.ts";
import { withoutDrafts } from "../core/catalog/drafts.ts";
import { sortProblems, type Problem } from "../core/problem.ts";
import { checkSiteUrl } from "../core/site-address.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { openNaming } from "./citations/open-naming.ts";
import type { Project } from "./project.ts";
import { siteUnits, type SiteUnit } from "./reuse/site-units.ts";
import type { Session } from "./session.ts";
import { librariesOf } from "./site.ts";

/** A library that was read and verified, and may be published. */
export interface PreparedSite {
  readonly catalog: Catalog;
  readonly verified: readonly VerifiedCitation[];
  readonly session: Session;
  readonly units: readonly SiteUnit[];
  readonly problems?: undefined;
}

export type Preparation = PreparedSite | { readonly problems: readonly Problem[] };

export function readerFor(project: Project): LibraryReader {
  return new LibraryReader({
    root: project.root,
    pages: project.site.pages,
    language: project.site.language,
    configuration: checkSiteUrl(project.site.url, basename(project.config), readFileSync(project.config, "utf8")),
    libraries: librariesOf(project.site),
  });
}

/**
 * Read and verify a library.
 *
 * @param strict whether warnings are problems, too. @param surroundings see `surroundingsStamp`.
 * @param time called when it is read, and when it is verified.
 */
export async function prepareSite(
  project: Project,
  { strict, surroundings }: { readonly strict: boolean; readonly surroundings: string },
  time: (stage: "read" | "verify", detail: string) => void = () => undefined,
): Promise<Preparation> {
  const library = await readerFor(project).read();
  time("read", "briefs, sources and pages");
  const catalog = buildCatalog(library, project.circumstances);
  const verified = [...catalog.verified.values()].flat().filter((one) => one !== undefined);
  time("verify", `${verified.length} citations`);
  const citing = await openNaming(project.site, project.root, library.sources);
  const found = [...catalog.problems, ...(citing.problem ? [citing.problem] : [])];
  const problems = sortProblems(strict ? [...found, ...catalog.warnings] : found);
  if (!citing.naming || problems.length > 0) return { problems };
  const session = { catalog: withoutDrafts(catalog), root: project.root, drafts: false, citing };
  return { catalog, verified, session, units: siteUnits(session, project.site, surroundings) };
}

/** Read and check everything; build nothing. */
export async function checkProject(project: Project): Promise<Catalog> {
  const catalog = buildCatalog(await readerFor(project).read(), project.circumstances);
  const { problem } = await openNaming(project.site, project.root, catalog.library.sources);
  return problem ? { ...catalog, problems: sortProblems([...catalog.problems, problem]) } : catalog;
}
