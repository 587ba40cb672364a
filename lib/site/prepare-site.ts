import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { buildCatalog, type Catalog } from "../core/catalog/catalog.ts";
import type { VerifiedCitation } from "../core/catalog/check-citation.ts";
import { withoutDrafts } from "../core/catalog/drafts.ts";
import { sortProblems, type Problem } from "../core/problem.ts";
import { checkSiteUrl } from "../core/site-address.ts";
import { KeptReadings } from "../files/kept-readings.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { openNaming } from "./citations/open-naming.ts";
import type { PartProcesses } from "./parts/part-processes.ts";
import type { Project } from "./project.ts";
import { siteUnits, type SiteUnit } from "./reuse/site-units.ts";
import { codeStamp } from "./reuse/surroundings.ts";
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

export interface PrepareOptions {
  readonly strict: boolean;
  readonly surroundings: string;
  readonly parts?: Pick<PartProcesses, "parse"> | undefined;
}

export function readerFor(project: Project): LibraryReader {
  const folders = {
    root: project.root,
    pages: project.site.pages,
    language: project.site.language,
    configuration: checkSiteUrl(project.site.url, basename(project.config), readFileSync(project.config, "utf8")),
    libraries: librariesOf(project.site),
  };
  return new LibraryReader(folders, undefined, new KeptReadings(readingsFolder(project.root), codeStamp()));
}

/** Have every file parsed anew, whatever earlier processes kept. @param root absolute path of a project. */
export function forgetReadings(root: string): void {
  rmSync(readingsFolder(root), { recursive: true, force: true });
}

function readingsFolder(root: string): string {
  return join(root, ".pincite", "readings");
}

/**
 * Read and verify a library.
 *
 * @param parts processes that parse files beside this one; none when absent.
 * @param strict whether warnings are problems, too. @param surroundings see `surroundingsStamp`.
 * @param time called when it is read, and when it is verified.
 */
export async function prepareSite(
  project: Project,
  { strict, surroundings, parts }: PrepareOptions,
  time: (stage: "read" | "verify", detail: string) => void = () => undefined,
): Promise<Preparation> {
  const reader = readerFor(project);
  await parts?.parse((share) => {
    reader.readAhead(share);
  });
  const library = await reader.read();
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
