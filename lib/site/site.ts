import type { PublishTargetOptions } from "../core/publish/target.ts";
import { readSiteUrl } from "../core/site-address.ts";
import type { LibraryOptions } from "../core/libraries/library-address.ts";
import type { Paper } from "./pdf/paper.ts";
import type { SearchOptions } from "./search/search-options.ts";

/** The style in which a site cites. */
export interface CitationOptions {
  /** "pincite", "chicago", "oscola" or "apa", or a .csl file, relative to the project. */
  readonly style: string;
  /** BCP 47, of the style's own words; absent: those of the page's language where there are any. */
  readonly locale?: string;
}

/** The Nunjucks of a site's pages, as far as a site may add to it. */
export interface PageEnvironment {
  addFilter(name: string, filter: (...values: never[]) => unknown): unknown;
  addGlobal(name: string, value: unknown): unknown;
}

/** What a site says of itself, in `.eleventy.ts`. */
export interface SiteOptions {
  readonly title: string;
  /** One sentence for search engines and the home page. */
  readonly description: string;
  /** BCP 47; also the language of briefs that name none. */
  readonly language: string;
  readonly publisher: string;
  /**
   * The site's public address without a path, such as `https://briefs.example.org`; empty while
   * there is none. Without it nothing is made that needs absolute addresses: feeds, the
   * sitemap, canonical links, social cards.
   */
  readonly url: string;
  /** The path under which the site is served, beginning and ending with a slash. */
  readonly pathPrefix: string;
  /** What every page must say, such as that the library is an example; empty for nothing. */
  readonly notice: string;
  /** Where more is said of that: a root-relative path and its words; absent for nowhere. */
  readonly noticeLink?: { readonly path: string; readonly text: string };
  /** Folder of the site's own Nunjucks pages, relative to the project; empty for none. */
  readonly pages: string;
  /** Called with the Nunjucks that renders Pincite's pages and the site's own in `pages`, to give it filters and globals. */
  readonly extendNunjucks?: (environment: PageEnvironment) => void;
  /** How notes name sources; as Pincite does, absent. */
  readonly citations?: CitationOptions;
  /**
   * A layout of the site's own, as Eleventy finds it, to be put around Pincite's pages; empty
   * for Pincite's frame. It gets `content`, `title`, `description` and `pincite.head`.
   */
  readonly layout: string;
  /** Addresses that the site makes itself, such as `/`, where the names of its files do not tell. */
  readonly ownPages: readonly string[];
  /** Paper on which each build prints its published briefs, where a Chrome or Chromium is installed; absent for no PDFs. */
  readonly pdf?: Paper;
  /** Other sites whose sources may be cited, such as `{% cite "library:udhr", 1 %}`, by the name before the colon. */
  readonly libraries?: Readonly<Record<string, LibraryOptions>>;
  /** Who answers a search; Pagefind when absent. See docs/search.md. */
  readonly search?: SearchOptions;
  /** Whether other sites may search this one along with their own; they ask for that with `search: true`. */
  readonly shareSearch?: boolean;
  /** The most that a page may weigh, in bytes with Brotli; 60,000 and 15,000 when absent. `page` is its HTML, styles and scripts together. */
  readonly budgets?: { readonly page?: number; readonly scripts?: number };
  /** Where `pincite publish` takes the site, by names such as "live" and "staging". */
  readonly publish?: Readonly<Record<string, PublishTargetOptions>>;
}

/** The other sites whose sources may be cited, by name. */
export function librariesOf({ libraries }: SiteOptions): ReadonlyMap<string, LibraryOptions> {
  return new Map(Object.entries(libraries ?? {}));
}

/** What a site has to say of itself, and what it may. */
export type GivenSite = Partial<SiteOptions> & Pick<SiteOptions, "title">;

/** A site's options with what is left out filled in. */
export function defineSite(options: GivenSite): SiteOptions {
  const pathPrefix = `/${options.pathPrefix ?? ""}/`.replace(/\/{2,}/g, "/");
  const address = readSiteUrl(options.url);
  return Object.freeze({
    description: "",
    language: "en",
    publisher: "",
    notice: "",
    pages: "",
    layout: "",
    ownPages: [],
    ...options,
    // One that is refused stays as it is written: checking the project says what is wrong with it.
    url: address.kind === "origin" ? address.origin : (options.url ?? ""),
    pathPrefix,
  });
}
