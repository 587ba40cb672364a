import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildCatalog } from "../core/catalog/catalog.ts";
import type { Problem } from "../core/problem.ts";
import type { LibraryReader } from "../files/library-reader.ts";
import { comparePages, ingredientsOf, type Ingredients } from "./affected.ts";
import { buildPages } from "./build-pages.ts";
import { readerFor, type Project } from "./build-site.ts";
import { buildSearchIndex } from "./search-index.ts";

export interface PreviewUpdate {
  /** Empty when the preview shows the files as they are. */
  readonly problems: readonly Problem[];
  /** How many briefs, sources and topics were rendered; lists always are. */
  readonly rendered: number;
}

const nothing: Ingredients = { briefs: new Map(), sources: new Map(), topics: new Map(), evidence: new Map() };

/**
 * The site as it would be published, drafts included, kept up to date in a folder of its
 * own. A save renders the pages made of what was saved, in both directions: a source's
 * briefs, a brief's sources. With problems the last good pages stay.
 */
export class Preview {
  /** Absolute path of the folder that is served. */
  readonly folder: string;
  readonly #project: Project;
  readonly #reader: LibraryReader;
  #shown = nothing;

  constructor(project: Project) {
    this.#project = project;
    this.#reader = readerFor(project);
    this.folder = join(project.root, ".pincite", "preview");
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  /** Read what changed and render what it touches; everything when `all` is set, as after a change of layouts. */
  async update(all = false): Promise<PreviewUpdate> {
    const catalog = buildCatalog(await this.#reader.read(), { ...this.#project.circumstances, frozen: false });
    if (catalog.problems.length > 0) return { problems: catalog.problems, rendered: 0 };
    const session = { catalog, root: this.#project.root, drafts: true };
    const ingredients = ingredientsOf(session);
    const { changed, gone } = comparePages(all ? nothing : this.#shown, ingredients);
    await buildPages({ ...session, only: changed }, this.#project.config, this.folder);
    // Names of pages are slugs, so these paths stay inside the folder.
    for (const page of gone) rmSync(join(this.folder, page), { recursive: true, force: true });
    this.#shown = ingredients;
    return { problems: [], rendered: changed.briefs.size + changed.sources.size + changed.topics.size };
  }

  /** Bring the search index up to date; seconds on a large site, so not part of an update. */
  async index(): Promise<void> {
    await buildSearchIndex(this.folder);
  }
}
