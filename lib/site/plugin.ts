import { join, resolve } from "node:path";
import type { Naming } from "../core/citation-style/naming.ts";
import { addPages, areSingle, isPincitePage, singleAddresses } from "./add-pages.ts";
import { collectAssets, collectStyles, writeAssets, type Asset } from "./assets.ts";
import { SiteCards } from "./cards/site-cards.ts";
import { ChartDrawer } from "./charts/chart-drawer.ts";
import { addDateFilters } from "./date-filters.ts";
import { addDocumentFilters } from "./document-filters.ts";
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
import { PageNotes } from "./page-notes.ts";
import { siteViews, type SiteViews } from "./page-views.ts";
import { hasAssetsHere, illustratedBriefs, pagesToRender } from "./pages-to-render.ts";
import { addPieceFilters } from "./piece-filters.ts";
import { publishedLibrary } from "./published-library.ts";
import { DocumentRenderer } from "./render-document.ts";
import { documentsOf, sessionOf, type ListedPage, type Session } from "./session.ts";
import { searchAssets, searchProvider } from "./search/provider.ts";
import { searchedLibraries } from "./searched-libraries.ts";
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
  let notes: PageNotes | undefined;
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
    await take(await readLibrary(), directories.output);
    // A preview loads whole fonts, since what is written next may have any character, and follows no links.
    notes = isPreview ? undefined : new PageNotes(site, assets, session().isFollowed === true);
    written.begin(directories.output, notes);
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
    const context = { session: session(), site, naming: theNaming(), interfaceFor, keptIn: kept && directories.output };
    const isOwnFile = (path: string) => ownFiles.has(path);
    const files = new SiteFileWriter(directories.output, isOwnFile);
    const ofMany = isOpen() ? singlePages().filter(({ isOfMany }) => isOfMany) : [];
    const single = await written.writeEach(ofMany, (url) => {
      files.writeBesidePage(context, url);
    });
    const pages = results.flatMap((one): ListedPage[] => {
      const { inputPath, url } = one;
      if (url === false || !isPincitePage(inputPath)) return [];
      return [written.pageAt(url) ?? { url, isListed: isListed(one.content) }];
    });
    pages.push(...single);
    const fitted = notes && {
      notes,
      folder: directories.output,
      assets,
      addressOf: ({ path }: Asset) => withPrefix(site, path),
    };
    // While others are still at their part.
    await files.writeBeside(context);
    if (isPart) {
      if (fitted) onMade?.({ pages, ...preparePages(fitted), links: fitted.notes.links });
    } else {
      session().citing.save();
      writeAssets(assets, directories.output);
      await kept?.ready();
    }
    if (fitted && !isPart) {
      const made = await fitFonts({
        ...fitted,
        cache: join(root, ".pincite/cache/fonts"),
        styles: collectStyles(layoutsFolder),
        more: kept?.characters ?? "",
      });
      onMade?.({ pages, ...made, links: fitted.notes.links });
      kept?.place(made.addresses);
    }
    await files.writeOfSite({ ...context, pages: [...pages, ...(kept?.pages ?? [])] });
    if (!isAlone() || results.some(({ inputPath }) => !isPincitePage(inputPath))) return;
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
  // Nothing but Pincite has a part in its pages. A preview asks for them one by one.
  const isOpen = () => handed !== undefined && !isPreview && isAlone();
  const isAlone = () => site.layout === "" && areSingle(templates) && written.isAlone && isUnattended(config);
  const singlePages = addPages(config, {
    templates,
    environment,
    layout: site.layout,
    addresses,
    write: (html, page) => written.write(html, page),
    lists: () => pagesToRender(session(), library()),
    hasSinglePages: () => !session().isPart,
    isOpen,
  });

  environment.addGlobal("site", site);
  environment.addGlobal("searchKind", provider.kind);
  addDateFilters(environment);
  environment.addGlobal("preview", isPreview);
  environment.addFilter("cardOf", (slug: string | undefined) => cards.of(slug));
  environment.addGlobal("feedLinks", () =>
    feedLinks(session(), site).filter(({ atom }) => addresses.pageAt(atom) !== false),
  );
  environment.addFilter("briefBody", (slug: string) => {
    const catalog = documentsOf(session());
    const brief = briefNamed(catalog, slug);
    // Eleventy's highlighting plugin leaves its function here.
    const highlight = checkedHighlighter((code, language) => config.markdownHighlighter?.(code, language) ?? "");
    return renderer.brief(catalog, brief, highlight, session().preview?.findings.get(brief.url));
  });
  addDocumentFilters(environment, { site, interfaceFor, session, naming: theNaming });
  addPieceFilters(environment, { session, briefNamed, interfaceFor });
  addMovedFilters(environment);
  addMachineFilters(environment, { site, interfaceFor, session, naming: theNaming, briefNamed, sourceNamed });
  addEvidenceFilters(environment, {
    site,
    interfaceFor,
    session,
    drawer,
    briefNamed,
  });
  addFindingFilters(environment, { session, briefNamed, sourceNamed, language: site.language });
  addListFilters(environment, library);
  addPageShortcodes(environment, () => session().catalog, renderer);
  site.extendNunjucks?.(environment);
}
