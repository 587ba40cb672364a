import { linksOf, type PageLinks } from "./page-links.ts";
import type { PagePlaces } from "./read-places.ts";

/** Of many pages: what they lead to, and what can be led to on them. */
export interface StoredLedger {
  /** Of each page, by path below the site's folder, the ids of its elements, with a space between two. */
  readonly ids: readonly (readonly [file: string, ids: string])[];
  /** Of each file that other pages lead to, likewise, the ids that they lead to; an empty one for the file itself. */
  readonly wanted: readonly (readonly [file: string, ids: string])[];
  /** Whether something is wrong that can be told from its page alone. */
  readonly hasFault: boolean;
}

/**
 * Takes down where pages lead while they are written, so that none needs to be read again when
 * all stand there. It tells whether every link arrives, and not which one does not.
 *
 * An id is held as one word of a text: sets of them for every page would be most of what a build remembers.
 */
export class LinkLedger {
  /** Where each page leads that was taken down here. */
  readonly links = new Map<string, PageLinks>();
  readonly #pathPrefix: string;
  readonly #ids = new Map<string, string>();
  readonly #wanted = new Map<string, Set<string>>();
  #hasFault = false;

  /** @param pathPrefix where the site is served, with slashes. */
  constructor(pathPrefix: string) {
    this.#pathPrefix = pathPrefix;
  }

  /** Whether a page was taken down, here or in what was joined. @param file below the site's folder. */
  has(file: string): boolean {
    return this.#ids.has(file);
  }

  add(file: string, { ids, doubledIds, links }: PagePlaces): void {
    const { count, targets, places } = linksOf(file, links, this.#pathPrefix);
    for (const { place } of places) {
      // Of an id of two words, which no document of Pincite's has, a list of words cannot tell.
      if (place.fault !== undefined || place.id.includes(" ")) this.#hasFault = true;
      else if (place.target !== file) this.#want(place.target, [place.id]);
      else if (place.id !== "" && !ids.has(place.id)) this.#hasFault = true;
    }
    if (doubledIds.size > 0 || [...ids].some((id) => id.includes(" "))) this.#hasFault = true;
    this.#ids.set(file, [...ids].join(" "));
    this.links.set(file, { count, targets });
  }

  /** Add what was taken down of other pages of the same site. */
  join({ ids, wanted, hasFault }: StoredLedger): void {
    for (const [file, words] of ids) this.#ids.set(file, words);
    for (const [file, words] of wanted) this.#want(file, words.split(" "));
    this.#hasFault ||= hasFault;
  }

  toStored(): StoredLedger {
    return {
      ids: [...this.#ids],
      wanted: Array.from(this.#wanted, ([file, ids]) => [file, [...ids].join(" ")] as const),
      hasFault: this.#hasFault,
    };
  }

  /**
   * Whether every link arrives.
   *
   * @param files all of the site. @param renamed files that are called otherwise than when pages were taken down.
   */
  holds(files: ReadonlySet<string>, renamed: ReadonlyMap<string, string> = new Map()): boolean {
    if (this.#hasFault) return false;
    for (const [named, wanted] of this.#wanted) {
      const target = renamed.get(named) ?? named;
      if (!files.has(target)) return false;
      if (!target.endsWith(".html")) continue;
      const there = new Set(this.#ids.get(target)?.split(" "));
      for (const id of wanted) if (id !== "" && !there.has(id)) return false;
    }
    return true;
  }

  #want(file: string, ids: readonly string[]): void {
    const wanted = this.#wanted.get(file);
    if (wanted) for (const id of ids) wanted.add(id);
    else this.#wanted.set(file, new Set(ids));
  }
}
