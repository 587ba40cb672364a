import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCatalog } from "../core/catalog/catalog.ts";
import { withoutDrafts } from "../core/catalog/drafts.ts";
import { formatProblem } from "../core/problem.ts";
import { checkSiteUrl } from "../core/site-address.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { openNaming } from "./citations/open-naming.ts";
import { circumstancesOf } from "./circumstances.ts";
import { findConfig } from "./config-file.ts";
import type { Session } from "./session.ts";
import { librariesOf, type SiteOptions } from "./site.ts";

/**
 * For a bare `eleventy` run: the project is the folder it runs in, and what would be
 * published is shown. Files that stay as they are, are read once.
 *
 * @returns what reads it, as it is now; that throws with every problem, one a line.
 */
export function publishedLibrary(site: SiteOptions): () => Promise<Session> {
  const root = process.cwd();
  const config = findConfig(root);
  const text = config === undefined ? "" : readFileSync(join(root, config), "utf8");
  const configuration = checkSiteUrl(site.url, config ?? "the Eleventy configuration", text);
  const { pages, language } = site;
  const reader = new LibraryReader({ root, pages, language, configuration, libraries: librariesOf(site) });
  return async () => {
    const catalog = buildCatalog(await reader.read(), circumstancesOf(process.env));
    const citing = await openNaming(site, root, catalog.library.sources);
    const problems = [...catalog.problems, ...(citing.problem ? [citing.problem] : [])];
    if (!citing.naming || problems.length > 0) {
      const error = new Error(`Nothing was built.\n${problems.map(formatProblem).join("\n")}`);
      // Eleventy's own stack says nothing of a problem in a brief.
      throw Object.assign(error, { skipOriginalStack: true });
    }
    return { catalog: withoutDrafts(catalog), root, drafts: false, citing };
  };
}
