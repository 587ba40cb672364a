import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCatalog } from "../../lib/core/catalog/catalog.ts";
import { previewLibrary } from "../../lib/core/preview/previewed-library.ts";
import { soundCatalog } from "../../lib/core/preview/sound-catalog.ts";
import { formatProblem, type Problem } from "../../lib/core/problem.ts";
import { ownNaming } from "../../lib/site/citations/open-naming.ts";
import { buildPages } from "../../lib/site/build-pages.ts";
import { readerFor } from "../../lib/site/prepare-site.ts";
import { buildSearchIndex } from "../../lib/site/search-index.ts";
import { fixtureFolder } from "../support/fixture-site.ts";
import type { Direction } from "./component-pages.ts";
import { componentsSite } from "./site.ts";

/** The folder of these files, and the library that the pages are made of. */
export const componentsFolder: string = fileURLToPath(new URL(".", import.meta.url));
export const componentsLibrary: string = fixtureFolder("components");

/** A day after all that the library holds. */
const today = "2026-03-15";

/** Briefs that have problems, which only a preview shows. */
const faulty = new Set(["faults", "faults-ur"]);
const nothing: ReadonlySet<string> = new Set();

/**
 * Render the pages of all components in one direction into a folder: as they would be
 * published, but with drafts, and the faulty briefs as a preview shows them.
 *
 * @param folder absolute path. @throws when anything but the faulty briefs is wrong.
 */
export async function renderComponents(folder: string, direction: Direction): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "pincite-components-")));
  try {
    cpSync(componentsLibrary, root, { recursive: true });
    cpSync(join(componentsFolder, "pages"), join(root, "pages"), { recursive: true });
    const site = componentsSite(direction);
    const circumstances = { frozen: true, today };
    const config = join(componentsFolder, `${direction}.config.ts`);
    const current = buildCatalog(
      await readerFor({ root, dist: folder, config, site, circumstances }).read(),
      circumstances,
    );
    const catalog = soundCatalog(current, undefined, circumstances);
    const unmeant = current.problems.filter(({ place }) => !faulty.has(basename(place.path, ".md")));
    if (!catalog || unmeant.length > 0) throw new Error(describe(unmeant));
    const citing = ownNaming(catalog.library.sources);
    const session = { catalog, root, drafts: true, citing };

    const previewed = join(root, "preview");
    const preview = previewLibrary(current, catalog, site.language);
    const only = { briefs: faulty, sources: nothing, topics: nothing, evidence: nothing, lists: nothing };
    await buildPages({ ...session, preview, only }, config, previewed);
    mkdirSync(folder, { recursive: true });
    for (const name of [...faulty].map((slug) => `briefs/${slug}`).concat("assets"))
      cpSync(join(previewed, name), join(folder, name), { recursive: true });

    await buildPages(session, config, folder);
    cpSync(join(componentsFolder, "components.css"), join(folder, "components.css"));
    await buildSearchIndex(folder, join(root, ".pincite/search"));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function describe(problems: readonly Problem[]): string {
  return ["The library of the components has problems.", ...problems.map(formatProblem)].join("\n");
}
