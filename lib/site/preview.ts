import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildCatalog, type Catalog, type Library } from "../core/catalog/catalog.ts";
import { previewLibrary } from "../core/preview/previewed-library.ts";
import { showProblems, type ShownProblem } from "../core/preview/shown-problem.ts";
import { soundCatalog } from "../core/preview/sound-catalog.ts";
import type { LibraryReader } from "../files/library-reader.ts";
import { compareLists, listIngredients, type ListIngredients } from "./affected-lists.ts";
import { bothOf, comparePages, ingredientsOf, type Ingredients } from "./affected.ts";
import { openNaming, ownNaming } from "./citations/open-naming.ts";
import { buildPages } from "./build-pages.ts";
import { layoutsFolder } from "./layouts-folder.ts";
import { siteViews } from "./page-views.ts";
import { readerFor } from "./prepare-site.ts";
import type { Project } from "./project.ts";
import { indexSite } from "./search-index.ts";
import { loadInterfaces } from "./strings.ts";

export interface PreviewUpdate {
  /** Each with the address that shows it; empty when a build would publish. */
  readonly problems: readonly ShownProblem[];
  /** Whether there was ever anything to make pages of that are not those of one brief or source. */
  readonly hasLists: boolean;
  /** How many briefs, sources and topics were rendered; pages of which there is one always are. */
  readonly rendered: number;
}

const emptyLibrary: Library = { briefs: [], pages: [], sources: new Map(), records: new Map(), problems: [] };
const nothing: Ingredients = { briefs: new Map(), sources: new Map(), topics: new Map(), evidence: new Map() };

/**
 * The site as it would be published, drafts included, kept up to date in a folder of its
 * own. A save renders the pages made of what was saved, in both directions: a source's
 * briefs, a brief's sources. The page of a brief or source with problems shows them in it;
 * all other pages are made of each document as it last was without one.
 */
export class Preview {
  /** Absolute path of the folder that is served. */
  readonly folder: string;
  readonly #project: Project;
  readonly #reader: LibraryReader;
  /** Of the site's interface. */
  readonly #language: string;
  /** The last catalog, whatever is wrong in it. */
  #current: Catalog | undefined;
  /** The last catalog without a problem. */
  #sound: Catalog | undefined;
  #shown = nothing;
  #files = nothing;
  #lists: ListIngredients = new Map();

  constructor(project: Project) {
    this.#project = project;
    this.#reader = readerFor(project);
    const { language } = project.site;
    this.#language = loadInterfaces(layoutsFolder, language)(language).language;
    this.folder = join(project.root, ".pincite", "preview");
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  /** Read what changed and render what it touches; everything when `all` is set, as after a change of layouts. */
  async update(all = false): Promise<PreviewUpdate> {
    const { circumstances, root, site } = this.#project;
    const options = { ...circumstances, frozen: false };
    const current = buildCatalog(await this.#reader.read(), options, this.#current);
    this.#current = current;
    this.#sound = soundCatalog(current, this.#sound, options);
    const catalog = this.#sound ?? buildCatalog(emptyLibrary, options);
    const preview = previewLibrary(current, catalog, site.language);
    const asked = await openNaming(site, root, preview.catalog.library.sources);
    const problems = asked.problem ? [asked.problem] : [];
    // A style that cannot be used stops a build; a preview shows its pages in Pincite's own.
    const citing = asked.naming ? asked : ownNaming(preview.catalog.library.sources);
    const session = { catalog, root, drafts: true, preview, citing };
    const ingredients = ingredientsOf(session);
    const { changed, gone } = comparePages(all ? nothing : this.#shown, ingredients);
    // The files beside a page are made of documents as they last were without a problem.
    const files = ingredientsOf({ catalog, root, drafts: true, citing });
    const more = comparePages(all ? nothing : this.#files, files).changed;
    const listed = listIngredients(session, siteViews(session, this.#language));
    const lists = compareLists(all ? new Map() : this.#lists, listed);
    const only = { ...bothOf(changed, more), lists: lists.changed };
    await buildPages({ ...session, only }, this.#project.config, this.folder);
    // Names of pages are slugs, so these paths stay inside the folder.
    for (const page of [...gone, ...lists.gone]) removePage(join(this.folder, page));
    this.#shown = ingredients;
    this.#files = files;
    this.#lists = listed;
    return {
      problems: showProblems([...problems, ...current.problems], preview),
      hasLists: this.#sound !== undefined,
      rendered: changed.briefs.size + changed.sources.size + changed.topics.size,
    };
  }

  /** Bring the search index up to date; seconds on a large site, so not part of an update. */
  async index(): Promise<void> {
    await indexSite(this.#project.site, this.folder, this.#project.root, "preview");
  }
}

/** Remove a page and what lies beside and below it, but for numbers: below a brief called "page" lie the pages of a list. */
function removePage(folder: string): void {
  if (!existsSync(folder)) return;
  const left = readdirSync(folder).filter((name) => {
    if (/^\d+$/.test(name)) return true;
    rmSync(join(folder, name), { recursive: true });
    return false;
  });
  if (left.length === 0) rmdirSync(folder);
}
