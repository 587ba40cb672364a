import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildCatalog, type Catalog, type Library } from "../core/catalog/catalog.ts";
import { differingKeys } from "../core/patched-map.ts";
import { previewLibrary } from "../core/preview/previewed-library.ts";
import { showProblems, type ShownProblem } from "../core/preview/shown-problem.ts";
import { soundCatalog } from "../core/preview/sound-catalog.ts";
import type { LibraryReader } from "../files/library-reader.ts";
import { compareLists, listIngredients, type ListIngredients } from "./affected-lists.ts";
import { bothOf, comparePages, folderOf, type Ingredients } from "./affected.ts";
import { openNaming, ownNaming, type NamingOutcome } from "./citations/open-naming.ts";
import { layoutsFolder } from "./layouts-folder.ts";
import { findBrief } from "./named-documents.ts";
import { siteViews } from "./page-views.ts";
import { readerFor } from "./prepare-site.ts";
import { nextIngredients, type KnownIngredients } from "./next-ingredients.ts";
import { PreviewPages } from "./preview-pages.ts";
import type { Project } from "./project.ts";
import { indexSite } from "./search-index.ts";
import { documentsOf, type PageSelection, type Session } from "./session.ts";
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
 * own. A save touches the pages made of what was saved, in both directions: a source's
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
  readonly #pages: PreviewPages;
  #naming: { readonly sources: Library["sources"]; readonly asked: NamingOutcome } | undefined;
  #shown: KnownIngredients | undefined;
  #files: KnownIngredients | undefined;
  #lists: ListIngredients = new Map();

  constructor(project: Project) {
    this.#project = project;
    this.#reader = readerFor(project);
    const { language } = project.site;
    this.#language = loadInterfaces(layoutsFolder, language)(language).language;
    this.folder = join(project.root, ".pincite", "preview");
    this.#pages = new PreviewPages(project.config, this.folder);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  /**
   * Read what changed and find what it touches; everything when `all` is set, as after a change
   * of layouts. What is touched is rendered when it is asked for, or else by `finish`.
   *
   * @param saved absolute paths of all files that may be others, where none came and none went.
   */
  async update(all = false, saved?: ReadonlySet<string>): Promise<PreviewUpdate> {
    const { circumstances, root, site } = this.#project;
    const options = { ...circumstances, frozen: false };
    const current = buildCatalog(await this.#reader.read(saved), options, this.#current);
    this.#current = current;
    this.#sound = soundCatalog(current, this.#sound, options);
    const catalog = this.#sound ?? buildCatalog(emptyLibrary, options);
    const preview = previewLibrary(current, catalog, site.language, this.#shown?.session.preview);
    const asked = await this.#openNaming(preview.catalog.library.sources);
    const problems = asked.problem ? [asked.problem] : [];
    // A style that cannot be used stops a build; a preview shows its pages in Pincite's own.
    const citing = asked.naming ? asked : ownNaming(preview.catalog.library.sources);
    const session = { catalog, root, drafts: true, preview, citing };
    const shown = nextIngredients(session, this.#shown);
    const { changed, gone } = comparePages(of(this.#shown, all), shown.ingredients);
    // The files beside a page are made of documents as they last were without a problem.
    const files = nextIngredients({ catalog, root, drafts: true, citing }, this.#files);
    const more = comparePages(of(this.#files, all), files.ingredients).changed;
    const listed = listIngredients(session, siteViews(session, this.#language));
    const lists = compareLists(all ? new Map() : this.#lists, listed);
    const only = { ...bothOf(changed, more), lists: lists.changed };
    // Names of pages are slugs, so these paths stay inside the folder.
    const emptied = [...gone, ...lists.gone, ...leftBehind(only, session)];
    for (const page of emptied) removePage(join(this.folder, page));
    await this.#pages.take({ ...session, only }, emptied, all);
    this.#shown = shown;
    this.#files = files;
    this.#lists = listed;
    return {
      problems: showProblems([...problems, ...current.problems], preview),
      hasLists: this.#sound !== undefined,
      rendered: changed.briefs.size + changed.sources.size + changed.topics.size,
    };
  }

  /** A style of Pincite's own names the very same sources as it did; a file may be another. */
  async #openNaming(sources: Library["sources"]): Promise<NamingOutcome> {
    const { root, site } = this.#project;
    const known = this.#naming;
    const isSame = known && differingKeys(known.sources, sources).size === 0;
    if (isSame && !(site.citations?.style ?? "").endsWith(".csl")) return known.asked;
    const asked = await openNaming(site, root, sources);
    this.#naming = { sources, asked };
    return asked;
  }

  /** Make what stands at an address as it is now, unless it is. @param path of a request, without the site's path prefix. */
  async make(path: string): Promise<void> {
    await this.#pages.make(path);
  }

  /** Make all that is not as it is now, in the order in which it is likely to be looked at, until the next update. @returns whether all is made. */
  async finish(): Promise<boolean> {
    return this.#pages.finish();
  }

  /** Bring the search index up to date; seconds on a large site, so not part of an update. */
  async index(): Promise<void> {
    await indexSite(this.#project.site, this.folder, this.#project.root, "preview");
  }
}

/** The folders of pages that stay, but not what stands beside them: those of a former name, and of what is a draft now. */
function leftBehind(only: PageSelection, session: Session): string[] {
  const documents = documentsOf(session);
  const isWhole = {
    briefs: (name: string) => findBrief(documents, name)?.isPublic === true,
    sources: (name: string) => documents.library.sources.has(name),
  };
  return (["briefs", "sources"] as const).flatMap((kind) =>
    [...only[kind]].filter((name) => !isWhole[kind](name)).map((name) => folderOf(kind, name)),
  );
}

/** What is compared with: nothing where everything is to be made. */
function of(known: KnownIngredients | undefined, all: boolean): Ingredients {
  return all || !known ? nothing : known.ingredients;
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
