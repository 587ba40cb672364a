import { withFontPreloads } from "./fonts/preloads.ts";
import { charactersIn } from "./fonts/shown-characters.ts";
import { LinkLedger } from "./links/link-ledger.ts";
import { readPlaces } from "./links/read-places.ts";

export interface NotedSite {
  /** Where the site is served, with slashes. */
  readonly pathPrefix: string;
  /** Address of an asset such as `site.css` as pages are first written, with the path prefix. */
  readonly addressOf: (name: string) => string;
}

/**
 * What is taken down of each page as it is written: what it shows and where it leads. Thousands
 * of pages would otherwise be read again for each of these.
 */
export class PageNotes {
  /** What each page that loads Pincite's style sheet shows beyond ASCII, by path below the site's folder. */
  readonly characters = new Map<string, string>();
  readonly links: LinkLedger;
  readonly #site: NotedSite;

  constructor(site: NotedSite) {
    this.#site = site;
    this.links = new LinkLedger(site.pathPrefix);
  }

  /** @param file below the site's folder. @returns the page as it is to be written: it fetches its Arabic faces ahead. */
  take(file: string, html: string): string {
    const { addressOf } = this.#site;
    const isOurs = html.includes(`"${addressOf("site.css")}"`);
    const page = isOurs ? withFontPreloads(html, (face) => addressOf(`${face}.woff2`)) : html;
    if (isOurs) this.characters.set(file, charactersIn(page));
    this.links.add(file, readPlaces(page));
    return page;
  }
}
