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
  /** What each page that loads Pincite's style sheet shows beyond ASCII, by path below the site's folder. */
  readonly characters = new Map<string, string>();
  /** Absent where nobody will ask. */
  readonly links: LinkLedger | undefined;
  readonly #addresses: ReadonlyMap<string, string>;
  readonly #taken = new Set<string>();

  /** @param assets as pages are first written. @param isFollowed whether somebody will ask where pages lead. */
  constructor(site: SiteOptions, assets: readonly Asset[], isFollowed: boolean) {
    this.#addresses = new Map(assets.map(({ name, path }) => [name, withPrefix(site, path)]));
    this.links = isFollowed ? new LinkLedger(site.pathPrefix) : undefined;
  }

  /** Whether notes were taken of a page. @param file below the site's folder. */
  has(file: string): boolean {
    return this.#taken.has(file);
  }

  /** @param file below the site's folder. @returns the page as it is to be written: it fetches its Arabic faces ahead. */
  take(file: string, html: string): string {
    const addressOf = (name: string) => this.#addresses.get(name) ?? "";
    const isOurs = html.includes(`"${addressOf("site.css")}"`);
    const page = isOurs ? withFontPreloads(html, (face) => addressOf(`${face}.woff2`)) : html;
    if (isOurs) this.characters.set(file, charactersIn(page));
    this.links?.add(file, readPlaces(page));
    this.#taken.add(file);
    return page;
  }
}
