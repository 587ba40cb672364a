import type { UserConfig } from "@11ty/eleventy";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildCatalog, type Catalog } from "../core/catalog/catalog.ts";
import { withoutDrafts } from "../core/catalog/drafts.ts";
import type { Naming } from "../core/citation-style/naming.ts";
import { evidenceOf, writeEvidence } from "../core/evidence/annotation-collection.ts";
import { evidencePath } from "../core/evidence/annotation-addresses.ts";
import { formatProblem, type Problem } from "../core/problem.ts";
import { compareText } from "../core/text/compare.ts";
import { briefView } from "../core/view/brief-view.ts";
import { besideView } from "../core/view/beside-view.ts";
import { wholeNamingView } from "../core/view/naming-view.ts";
import { formerEvidencePath, movedPages } from "../core/view/moved-page.ts";
import { sourcePath } from "../core/view/address.ts";
import { sourceView } from "../core/view/source-view.ts";
import { pairOf } from "../core/view/translations.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { collectAssets, collectStyles, writeAssets } from "./assets.ts";
import { SiteCards } from "./cards/site-cards.ts";
import { ChartDrawer } from "./charts/chart-drawer.ts";
import { openNaming, type OpenNaming } from "./citations/open-naming.ts";
import { circumstancesOf } from "./circumstances.ts";
import { addEvidenceFilters } from "./evidence-filters.ts";
import { feedLinks } from "./feed-files.ts";
import { addFindingFilters } from "./finding-filters.ts";
import { fitFonts } from "./fonts/fit-fonts.ts";
import { checkedHighlighter } from "./highlight.ts";
import { layoutsFolder } from "./layouts-folder.ts";
import { addMachineFilters } from "./machine-filters.ts";
import { addMovedFilters } from "./moved-filter.ts";
import { addPageShortcodes } from "./page-shortcodes.ts";
import { ImageMaker } from "./images.ts";
import { pdfPath } from "./pdf/print-briefs.ts";
import { shownBriefs, siteViews, type SiteViews } from "./page-views.ts";
import { addPieceFilters, chartFiles } from "./piece-filters.ts";
import { DocumentRenderer } from "./render-document.ts";
import { documentsOf, sessionOf, type Session } from "./session.ts";
import { isSearchedThere, searchedLibraries } from "./searched-libraries.ts";
import { librariesOf, type SiteOptions } from "./site.ts";
import { writeSiteFiles } from "./site-files.ts";
import { loadInterfaces } from "./strings.ts";
import { templateEnvironment, withPrefix } from "./templates.ts";

export { layoutsFolder };

/**
 * Pincite as an Eleventy plugin. It never lets Eleventy read what authors write: briefs
 * and sources are read, checked and parsed once into the catalog, and the pages in
 * `layouts/pages` are paginated over it. With a problem in the catalog nothing is built.
 */
export function pincite(config: UserConfig, site: SiteOptions): void {
  const interfaceFor = loadInterfaces(layoutsFolder, site.language);
  let current = sessionOf(config);
  const isPreview = current?.preview !== undefined;
  const assets = collectAssets(layoutsFolder, isPreview);
  const environment = templateEnvironment({ layouts: layoutsFolder, site, interfaceFor, assets });
  const images = new ImageMaker();
  const cards = new SiteCards();
  const renderer = new DocumentRenderer(
    environment,
    site,
    interfaceFor,
    () => theDrawer(),
    images,
    () => theNaming(),
  );
  let views: SiteViews | undefined;
  const session = (): Session => {
    if (!current) throw new Error("The library was asked for before it was read");
    return current;
  };
  let citing: OpenNaming | undefined;
  const theNaming = (): Naming => {
    if (!citing) throw new Error("A source was to be named before rendering began");
    return citing.naming;
  };
  let drawer: ChartDrawer | undefined;
  const theDrawer = (): ChartDrawer => {
    if (!drawer) throw new Error("A chart was asked for before rendering began");
    return drawer;
  };
  const library = (): SiteViews => (views ??= siteViews(session(), interfaceFor(site.language).language));

  config.setUseGitIgnore(false);
  config.setLibrary("njk", environment);
  config.on("eleventy.before", async ({ directories }) => {
    current ??= { catalog: await readCatalog(site), root: process.cwd(), drafts: false };
    drawer ??= await ChartDrawer.load();
    citing ??= await citingOf(current, site);
    environment.addGlobal("library", library());
    environment.addGlobal("searchedLibraries", searchedLibraries(site, documentsOf(current).library.sources.values()));
    const { only } = current;
    const rendered = documentsOf(current).library.briefs.filter(({ name }) => only?.briefs.has(name) ?? true);
    await images.make(rendered, current.root, directories.output);
    if (!isPreview) await cards.make(library(), { site, interfaceFor, root: current.root }, directories.output);
  });
  config.on("eleventy.after", async ({ directories, results }) => {
    citing?.save();
    writeAssets(assets, directories.output);
    // Previews load whole fonts: what is written next may have any character.
    if (!isPreview) {
      await fitFonts({
        folder: directories.output,
        cache: join(session().root, ".pincite/cache/fonts"),
        styles: collectStyles(layoutsFolder),
        assets,
        addressOf: ({ path }) => withPrefix(site, path),
      });
    }
    const pages = results.flatMap(({ url, content }) => (url === false ? [] : [{ url, html: content }]));
    await writeSiteFiles({ session: session(), site, naming: theNaming(), interfaceFor, pages }, directories.output);
  });
  const held = current?.preview?.heldPages ?? new Set();
  for (const { name, text } of ownPages(current?.root ?? process.cwd(), site))
    if (!held.has(basename(name, ".njk"))) config.addTemplate(name, text);
  config.addGlobalData("pages", () => pagesToRender(session(), library()));

  environment.addGlobal("site", site);
  environment.addGlobal("preview", isPreview);
  environment.addFilter("cardOf", (slug: string | undefined) => cards.of(slug));
  environment.addGlobal("feedLinks", () => feedLinks(session(), site));
  environment.addFilter("brief", (slug: string) => {
    const catalog = documentsOf(session());
    return briefView(catalog, briefNamed(catalog, slug));
  });
  environment.addFilter("briefBody", (slug: string) => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    // Eleventy's highlighting plugin leaves its function here.
    const highlight = checkedHighlighter((code, language) => config.markdownHighlighter?.(code, language) ?? "");
    return renderer.brief(catalog, brief, highlight, session().preview?.findings.get(brief.url));
  });
  addPieceFilters(environment, { session, briefNamed, interfaceFor });
  environment.addFilter("evidenceJson", (slug: string, former?: string) => {
    const { catalog } = session();
    const brief = briefNamed(catalog, slug);
    const path = former === undefined ? evidencePath(brief) : formerEvidencePath(former);
    return writeEvidence(evidenceOf(catalog, brief, site, path)).trimEnd();
  });
  environment.addFilter("pdfOf", (brief: { readonly slug: string; readonly url: string }) =>
    session().printed?.has(brief.slug) === true ? pdfPath({ name: brief.slug, url: brief.url }) : undefined,
  );
  environment.addFilter("namingOfSource", (id: string) => {
    const source = sourceNamed(documentsOf(session()), id);
    return wholeNamingView(source, theNaming().formsOf(source, interfaceFor(site.language).language));
  });
  addMovedFilters(environment);
  addMachineFilters(environment, { site, interfaceFor, session, briefNamed, sourceNamed });
  addEvidenceFilters(environment, {
    site,
    interfaceFor,
    session,
    drawer: theDrawer,
    briefNamed,
  });
  environment.addFilter("isSearchedThere", (id: string) => isSearchedThere(site, id));
  environment.addFilter("sourcePath", (id: string) => sourcePath({ id }));
  environment.addFilter("source", (id: string) => {
    const catalog = documentsOf(session());
    return sourceView(catalog, sourceNamed(catalog, id), interfaceFor(site.language).language);
  });
  environment.addFilter("beside", (id: string) => {
    const catalog = documentsOf(session());
    const pair = pairOf(catalog, sourceNamed(catalog, id));
    if (!pair) throw new Error(`The source "${id}" stands beside no other`);
    return besideView(catalog, pair, interfaceFor(site.language).language);
  });
  addFindingFilters(environment, { session, briefNamed, sourceNamed, language: site.language });
  environment.addFilter("topic", (name: string) => library().topics.find((topic) => topic.name === name));
  addPageShortcodes(config, () => session().catalog, renderer);
}

/** The site's own pages, which join those of layouts/pages. */
function ownPages(root: string, site: SiteOptions): { name: string; text: string }[] {
  if (site.pages === "") return [];
  const folder = join(root, site.pages);
  const files = readdirSync(folder).filter((name) => name.endsWith(".njk"));
  return files.sort(compareText).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Names over which pages are paginated. */
function pagesToRender(session: Session, library: SiteViews) {
  const { only, preview } = session;
  const isChosen = (slug: string) => only?.briefs.has(slug) ?? true;
  const briefs = preview
    ? preview.catalog.library.briefs.map(({ name }) => name)
    : library.briefs.map(({ slug }) => slug);
  const sources = preview ? [...preview.catalog.library.sources.keys()] : library.sources.map(({ id }) => id);
  // A draft proves nothing yet: what it cites is recorded when it is published.
  const published = new Set(library.briefs.filter(({ status }) => status !== "draft").map(({ slug }) => slug));
  const documents = documentsOf(session);
  const besides = sources.filter((id) => pairOf(documents, sourceNamed(documents, id)) !== undefined);
  const moved = movedPages(shownBriefs(session), session.catalog.library.sources.values());
  return Object.freeze({
    briefs: briefs.filter(isChosen),
    chartFiles: chartFiles(session).filter(({ slug }) => isChosen(slug)),
    glossary: library.glossary.length > 0 ? ["glossary"] : [],
    evidenceFiles: [...published].filter(isChosen),
    sources: sources.filter((id) => only?.sources.has(id) ?? true),
    besides: besides.filter((id) => only?.sources.has(id) ?? true),
    evidencePages: library.briefs.map(({ slug }) => slug).filter((slug) => only?.evidence.has(slug) ?? true),
    moved: moved.filter(({ section, from }) => only?.[section].has(from) ?? true),
    movedEvidenceFiles: moved.filter(
      ({ section, from, name }) => section === "briefs" && published.has(name) && (only?.briefs.has(from) ?? true),
    ),
    topics: library.topics.map(({ name }) => name).filter((name) => only?.topics.has(name) ?? true),
  });
}

function sourceNamed(catalog: Catalog, id: string) {
  const source = catalog.library.sources.get(id);
  if (!source) throw new Error(`There is no source "${id}"`);
  return source;
}

function briefNamed(catalog: Catalog, slug: string) {
  const brief = catalog.library.briefs.find((one) => one.name === slug);
  if (!brief) throw new Error(`There is no brief "${slug}"`);
  return brief;
}

/** What the session brings, or for a bare `eleventy` run what the site asks for. */
async function citingOf(session: Session, site: SiteOptions): Promise<OpenNaming> {
  const outcome = session.citing ?? (await openNaming(site, session.root, documentsOf(session).library.sources));
  if (outcome.naming) return outcome;
  throw refusal([outcome.problem]);
}

function refusal(problems: readonly Problem[]): Error {
  const error = new Error(`Nothing was built.\n${problems.map(formatProblem).join("\n")}`);
  return Object.assign(error, { skipOriginalStack: true });
}

/** For a bare `eleventy` run: the project is the folder it runs in. */
async function readCatalog(site: SiteOptions): Promise<Catalog> {
  const folders = { root: process.cwd(), pages: site.pages, language: site.language, libraries: librariesOf(site) };
  const catalog = buildCatalog(await new LibraryReader(folders).read(), circumstancesOf(process.env));
  if (catalog.problems.length > 0) throw refusal(catalog.problems);
  return withoutDrafts(catalog);
}
