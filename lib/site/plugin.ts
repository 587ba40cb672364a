import { join, resolve } from "node:path";
import type { Naming } from "../core/citation-style/naming.ts";
import { cslItem } from "../core/export/csl-item.ts";
import { evidenceOf, writeEvidence } from "../core/evidence/annotation-collection.ts";
import { evidencePath } from "../core/evidence/annotation-addresses.ts";
import { briefView } from "../core/view/brief-view.ts";
import { besideView } from "../core/view/beside-view.ts";
import { wholeNamingView } from "../core/view/naming-view.ts";
import { formerEvidencePath } from "../core/view/moved-page.ts";
import { sourcePath } from "../core/view/address.ts";
import { sourceView } from "../core/view/source-view.ts";
import { pairOf } from "../core/view/translations.ts";
import { addPages, areSingle, isPincitePage, singleAddresses } from "./add-pages.ts";
import { collectAssets, collectStyles, writeAssets, type Asset } from "./assets.ts";
import { SiteCards } from "./cards/site-cards.ts";
import { ChartDrawer } from "./charts/chart-drawer.ts";
import { addDateFilters } from "./date-filters.ts";
import type { EleventyConfig } from "./eleventy-config.ts";
import { addEvidenceFilters } from "./evidence-filters.ts";
import { feedAddresses, feedLinks } from "./feed-files.ts";
import { addFindingFilters } from "./finding-filters.ts";
import { fitFonts, preparePages } from "./fonts/fit-fonts.ts";
import { checkedHighlighter } from "./highlight.ts";
import { layoutsFolder } from "./layouts-folder.ts";
import { addListFilters } from "./list-filters.ts";
import { addMachineFilters } from "./machine-filters.ts";
import { addMovedFilters } from "./moved-filter.ts";
import { addPageShortcodes } from "./page-shortcodes.ts";
import { ImageMaker } from "./images.ts";
import { briefIndex, briefNamed, sourceNamed } from "./named-documents.ts";
import { isUnattended } from "./open-pages.ts";
import { hasOwnPage, OwnFiles, PageAddresses } from "./own-addresses.ts";
import { readPageTemplates } from "./page-templates.ts";
import { pdfPath } from "./pdf/print-briefs.ts";
import { siteViews, type SiteViews } from "./page-views.ts";
import { hasAssetsHere, illustratedBriefs, pagesToRender } from "./pages-to-render.ts";
import { addPieceFilters } from "./piece-filters.ts";
import { publishedLibrary } from "./published-library.ts";
import { DocumentRenderer } from "./render-document.ts";
import { documentsOf, sessionOf, type ListedPage, type Session } from "./session.ts";
import { searchAssets, searchProvider } from "./search/provider.ts";
import { isSearchedThere, searchedLibraries } from "./searched-libraries.ts";
import { defineSite, type GivenSite } from "./site.ts";
import { SiteFileWriter } from "./site-files.ts";
import { loadInterfaces } from "./strings.ts";
import { templateEnvironment, withPrefix } from "./templates.ts";
import { isListed, WrittenPages } from "./written-pages.ts";

/**
 * Pincite as an Eleventy plugin. It never lets Eleventy read what authors write: briefs
 * and sources are read, checked and parsed once into the catalog, and the pages in
 * `layouts/pages` are paginated over it. With a problem in the catalog nothing is built.
 * The site's own templates, data and collections stay as they are.
 *
 * @param given what the site says of itself; see `defineSite`.
 */
export function pincite(config: EleventyConfig, given: GivenSite): void {
  const site = defineSite(given);
  const interfaceFor = loadInterfaces(layoutsFolder, site.language);
  const handed = sessionOf(config);
  const readLibrary = handed ? () => Promise.resolve(handed) : publishedLibrary(site);
  let current = handed;
  const isPreview = current?.preview !== undefined;
  const provider = searchProvider(site);
  const isSearched = provider.kind !== "none";
  const assets = searchAssets(provider, current?.root ?? process.cwd(), collectAssets(layoutsFolder, isPreview));
  const environment = templateEnvironment({ layouts: layoutsFolder, site, interfaceFor, assets });
  const images = new ImageMaker();
  const cards = new SiteCards();
  const drawer = new ChartDrawer();
  const renderer = new DocumentRenderer(environment, site, interfaceFor, drawer, images, () => theNaming());
  let views: SiteViews | undefined;
  const session = (): Session => {
    if (!current) throw new Error("The library was asked for before it was read");
    return current;
  };
  const theNaming = (): Naming => session().citing.naming;
  const library = (): SiteViews => (views ??= siteViews(session(), interfaceFor(site.language).language));

  for (const folder of ["briefs", "sources"]) {
    // Eleventy must not take what authors write for templates, and yet see that it was saved.
    config.ignores.add(`./${folder}/**`);
    config.addWatchTarget(`./${folder}/`);
  }
  const addresses = new PageAddresses();
  const ownFiles = new OwnFiles();
  environment.addFilter("href", (path: string) => withPrefix(site, addresses.link(path)));
  let formats: readonly string[] = [];
  const written = new WrittenPages();
  config.on("eleventy.config", (whole) => {
    formats = whole.getConfig().templateFormats;
    if (handed) written.settle(config, whole);
  });
  config.events.prependListener("eleventy.after", (event) => {
    written.tell(event);
  });
  config.on("eleventy.before", async ({ directories }) => {
    const ownSite = { input: directories.input, formats };
    const isOwn = (address: string) => site.ownPages.includes(address) || hasOwnPage(ownSite, address);
    addresses.settle([...singleAddresses(templates), ...feedAddresses], isOwn);
    ownFiles.begin(directories.output, isOwn);
    written.begin();
    await take(await readLibrary(), directories.output);
    const { root } = session();
    const isWanted = (slug: string) => hasAssetsHere(session(), slug);
    if (!isPreview) await cards.make(library(), { site, interfaceFor, root, isWanted }, directories.output);
  });
  const take = async (next: Session, output: string): Promise<void> => {
    current = next;
    views = undefined;
    if (briefIndex(documentsOf(next).library.briefs).charted.length > 0) await drawer.load();
    environment.addGlobal("library", library());
    environment.addGlobal("searchedLibraries", searchedLibraries(site, documentsOf(next).library.sources.values()));
    await images.make(illustratedBriefs(next), next.root, output);
  };
  config.on("eleventy.after", async ({ directories, results }) => {
    const { root, kept, onMade, onOpen, isPart } = session();
    const pages = results.flatMap((one): ListedPage[] => {
      const { inputPath, url } = one;
      if (url === false || !isPincitePage(inputPath)) return [];
      return [written.pageAt(url) ?? { url, isListed: isListed(one.content) }];
    });
    const fitted = {
      folder: directories.output,
      assets,
      addressOf: ({ path }: Asset) => withPrefix(site, path),
    };
    const isOwnFile = (path: string) => ownFiles.has(path);
    const keptIn = kept && directories.output;
    const context = { session: session(), site, naming: theNaming(), interfaceFor, keptIn };
    const files = new SiteFileWriter(directories.output, isOwnFile);
    // While others are still at their part.
    await files.writeBeside(context);
    if (isPart) onMade?.({ pages, ...preparePages(fitted) });
    else {
      session().citing.save();
      writeAssets(assets, directories.output);
      await kept?.ready();
    }
    // Previews load whole fonts: what is written next may have any character.
    if (!isPreview && !isPart) {
      const made = await fitFonts({
        ...fitted,
        cache: join(root, ".pincite/cache/fonts"),
        styles: collectStyles(layoutsFolder),
        more: kept?.characters ?? "",
      });
      onMade?.({ pages, ...made });
      kept?.place(made.addresses);
    }
    await files.writeOfSite({ ...context, pages: [...pages, ...(kept?.pages ?? [])] });
    const isAlone = site.layout === "" && results.every(({ inputPath }) => isPincitePage(inputPath));
    if (!isAlone || !areSingle(templates) || !written.isAlone || !isUnattended(config)) return;
    const output = resolve(directories.output);
    onOpen?.({
      take: async (next) => {
        await take(next, output);
        return singlePages();
      },
      writeBeside: async (chosen, between) => {
        const again = new SiteFileWriter(output, isOwnFile);
        const next = { ...context, session: chosen, naming: theNaming(), pages: [] };
        if (await again.writeBeside(next, between)) await again.writeOfSite(next, between);
      },
    });
  });
  const held = handed?.preview?.heldPages ?? new Set();
  const ownFolder = site.pages === "" ? undefined : join(handed?.root ?? process.cwd(), site.pages);
  const own = ownFolder === undefined ? [] : readPageTemplates(ownFolder).filter(({ name }) => !held.has(name));
  const pages = readPageTemplates(join(layoutsFolder, "pages")).filter(({ name }) => isSearched || name !== "search");
  const templates = [...pages, ...own];
  const singlePages = addPages(config, {
    templates,
    environment,
    layout: site.layout,
    addresses,
    write: (html, page) => written.write(html, page),
    lists: () => pagesToRender(session(), library()),
    hasSinglePages: () => !session().isPart,
  });

  environment.addGlobal("site", site);
  environment.addGlobal("searchKind", provider.kind);
  addDateFilters(environment);
  environment.addGlobal("preview", isPreview);
  environment.addFilter("cardOf", (slug: string | undefined) => cards.of(slug));
  environment.addGlobal("feedLinks", () =>
    feedLinks(session(), site).filter(({ atom }) => addresses.pageAt(atom) !== false),
  );
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
    const { language } = interfaceFor(site.language);
    const alone = theNaming().aloneOf(cslItem(source), language);
    return wholeNamingView(theNaming().formsOf(source, language), alone, source.direction);
  });
  addMovedFilters(environment);
  addMachineFilters(environment, { site, interfaceFor, session, naming: theNaming, briefNamed, sourceNamed });
  addEvidenceFilters(environment, {
    site,
    interfaceFor,
    session,
    drawer,
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
  addListFilters(environment, library);
  addPageShortcodes(environment, () => session().catalog, renderer);
  site.extendNunjucks?.(environment);
}
