import type { Asset } from "./assets.ts";
import { withFontPreloads } from "./fonts/preloads.ts";
import { charactersIn } from "./fonts/shown-characters.ts";
import { LinkLedger } from "./links/link-ledger.ts";
import { readPlaces } from "./links/read-places.ts";
import type { SiteOptions } from "./site.ts";
import { withPrefix } from "./templates.ts";

/**
 * What is taken down of each page as it is written: what it shows and where it leads. Thousands
 * of pages would otherwise be read again for each of these.
 */
export class PageNotes {
  /** Absent where nobody will ask. */
  readonly links: LinkLedger | undefined;
  readonly #addresses: ReadonlyMap<string, string>;
  /** By path below the site's folder; undefined for a page that does not load Pincite's style sheet. */
  readonly #characters = new Map<string, string | undefined>();

  /** @param assets as pages are first written. @param isFollowed whether somebody will ask where pages lead. */
  constructor(site: SiteOptions, assets: readonly Asset[], isFollowed: boolean) {
    this.#addresses = new Map(assets.map(({ name, path }) => [name, withPrefix(site, path)]));
    this.links = isFollowed ? new LinkLedger(site.pathPrefix) : undefined;
  }

  /** Whether notes were taken of a page. @param file below the site's folder. */
  has(file: string): boolean {
    return this.#characters.has(file);
  }

  /** What a page shows beyond ASCII; undefined where it does not load Pincite's style sheet. @param file likewise. */
  charactersOf(file: string): string | undefined {
    return this.#characters.get(file);
  }

  /** @param file below the site's folder. @returns the page as it is to be written: it fetches its Arabic faces ahead. */
  take(file: string, html: string): string {
    const addressOf = (name: string) => this.#addresses.get(name) ?? "";
    const isOurs = html.includes(`"${addressOf("site.css")}"`);
    const page = isOurs ? withFontPreloads(html, (face) => addressOf(`${face}.woff2`)) : html;
    this.#characters.set(file, isOurs ? charactersIn(page) : undefined);
    this.links?.add(file, readPlaces(page));
    return page;
  }
}
