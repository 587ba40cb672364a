import type { UserConfig } from "@11ty/eleventy";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCatalog, type Catalog } from "../core/catalog/catalog.ts";
import { withoutDrafts } from "../core/catalog/drafts.ts";
import { evidenceOf, writeEvidence } from "../core/evidence/annotation-collection.ts";
import { evidencePath } from "../core/evidence/annotation-addresses.ts";
import { formatProblem } from "../core/problem.ts";
import { compareText } from "../core/text/compare.ts";
import { briefView } from "../core/view/brief-view.ts";
import { besideView } from "../core/view/beside-view.ts";
import { formerEvidencePath, movedPages } from "../core/view/moved-page.ts";
import { sourceView } from "../core/view/source-view.ts";
import { pairOf } from "../core/view/translations.ts";
import { LibraryReader } from "../files/library-reader.ts";
import { collectAssets, writeAssets } from "./assets.ts";
import { SiteCards } from "./cards/site-cards.ts";
import { ChartDrawer } from "./charts/chart-drawer.ts";
import { circumstancesOf } from "./circumstances.ts";
import { addEvidenceFilters } from "./evidence-filters.ts";
import { feedLinks } from "./feed-files.ts";
import { addFindingFilters } from "./finding-filters.ts";
import { checkedHighlighter } from "./highlight.ts";
import { addMovedFilters } from "./moved-filter.ts";
import { addPageShortcodes } from "./page-shortcodes.ts";
import { ImageMaker } from "./images.ts";
import { pdfPath } from "./pdf/print-briefs.ts";
import { shownBriefs, siteViews, type SiteViews } from "./page-views.ts";
import { addPieceFilters, chartFiles } from "./piece-filters.ts";
import { DocumentRenderer } from "./render-document.ts";
import { documentsOf, sessionOf, type Session } from "./session.ts";
import type { SiteOptions } from "./site.ts";
import { writeSiteFiles } from "./site-files.ts";
import { loadInterfaces } from "./strings.ts";
import { templateEnvironment } from "./templates.ts";

/** Where Pincite's own layouts are. */
export const layoutsFolder: string = fileURLToPath(new URL("../../layouts", import.meta.url));

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
  const renderer = new DocumentRenderer(environment, site, interfaceFor, () => theDrawer(), images);
  let views: SiteViews | undefined;
  const session = (): Session => {
    if (!current) throw new Error("The library was asked for before it was read");
    return current;
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
    environment.addGlobal("library", library());
    const { only } = current;
    const rendered = documentsOf(current).library.briefs.filter(({ name }) => only?.briefs.has(name) ?? true);
    await images.make(rendered, current.root, directories.output);
    if (!isPreview) await cards.make(library(), { site, interfaceFor, root: current.root }, directories.output);
  });
  config.on("eleventy.after", async ({ directories, results }) => {
    writeAssets(assets, directories.output);
    const pages = results.flatMap(({ url, content }) => (url === false ? [] : [{ url, html: content }]));
    await writeSiteFiles({ session: session(), site, interfaceFor, pages }, directories.output);
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
  addMovedFilters(environment);
  addEvidenceFilters(environment, {
    site,
    interfaceFor,
    session,
    drawer: theDrawer,
    briefNamed,
  });
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

/** For a bare `eleventy` run: the project is the folder it runs in. */
async function readCatalog(site: SiteOptions): Promise<Catalog> {
  const folders = { root: process.cwd(), pages: site.pages, language: site.language };
  const catalog = buildCatalog(await new LibraryReader(folders).read(), circumstancesOf(process.env));
  if (catalog.problems.length > 0) {
    const error = new Error(`Nothing was built.\n${catalog.problems.map(formatProblem).join("\n")}`);
    throw Object.assign(error, { skipOriginalStack: true });
  }
  return withoutDrafts(catalog);
}
