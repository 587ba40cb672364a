import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { compareText } from "../../core/text/compare.ts";
import { listTree } from "../list-tree.ts";
import { readPlaces } from "./read-places.ts";
import { fileState } from "../reuse/file-state.ts";
import type { LinkLedger } from "./link-ledger.ts";
import { addressOf, isUnlinked, linksOf, type PageLinks } from "./page-links.ts";
import { markOf } from "./place-marks.ts";

/** A link inside the site that leads nowhere, or to one of two places with the same id. */
export interface BrokenLink {
  /** Root-relative address of the page that has it. */
  readonly page: string;
  /** As the page has it; of a doubled id, the link that would lead there. */
  readonly href: string;
  readonly fault: "no page" | "no such place" | "no address" | "two places";
}

export interface LinkReport {
  readonly pages: number;
  /** Of each page that was looked at, by path below the site's folder. */
  readonly links: ReadonlyMap<string, PageLinks>;
  readonly broken: readonly BrokenLink[];
}

/** Pages whose links were taken down as they were written. */
export interface WrittenLinks {
  readonly ledger: LinkLedger;
  /** Files that are called otherwise since. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What is known of a site that was published before, in which every link arrived. */
export interface KnownSite {
  /** Absolute path. */
  readonly folder: string;
  /** All its files but those of kept pages and what stands beside them, with their states. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether a page of the new site is one of these, with all links that it has there. */
  readonly isKept: (file: string) => boolean;
  /** Whether a page that is kept may lead to one of these places. @param marks see `markOf`. */
  readonly mayLeadTo: (file: string, marks: ReadonlySet<number>) => boolean;
}

export interface LinkOptions {
  readonly known?: KnownSite | undefined;
  /** Pages that need not be read where every link of the site arrives. */
  readonly written?: WrittenLinks | undefined;
  /** All files of the site, in any order; they are looked for when absent. */
  readonly all?: readonly string[];
}

/**
 * Follow every link, form and asset of a built site to its file, and every fragment to
 * an element with that id. Links out of the site are not followed.
 *
 * A page that is known to hold is looked at only when something is gone that it may lead to.
 * Others may work meanwhile: on files that no page links to, such as those of a search index.
 *
 * @param output absolute path of the built site. @param pathPrefix where it is served, with slashes.
 */
export async function checkLinks(output: string, pathPrefix: string, options: LinkOptions = {}): Promise<LinkReport> {
  const { known, written, all = listTree(output) } = options;
  const files = new Set(all);
  const pages = all.filter((file) => file.endsWith(".html"));
  if (written && !known && holds(written, output, files))
    return { pages: pages.length, links: written.ledger.links, broken: [] };
  const check = new LinkCheck(output, pathPrefix, files, known);
  if (known) {
    const isThere = (file: string) => files.has(file) || isUnlinked(file);
    const gone = new Set([...known.files.keys()].filter((file) => !isThere(file)).map((file) => markOf(file, "")));
    const kept = pages.filter((file) => known.isKept(file));
    const places = await check.lookAtNew(pages.filter((file) => !known.isKept(file)).sort(compareText));
    for (const mark of places ?? []) gone.add(mark);
    await check.look((places ? kept.filter((file) => known.mayLeadTo(file, gone)) : kept).sort(compareText));
  } else await check.look(pages);
  return { pages: pages.length, links: check.links, broken: check.broken() };
}

/** Whether every link arrives. Which one does not is told by reading the pages. */
function holds({ ledger, renamed }: WrittenLinks, output: string, files: ReadonlySet<string>): boolean {
  for (const file of files)
    if (file.endsWith(".html") && !ledger.has(file))
      ledger.add(file, readPlaces(readFileSync(join(output, file), "utf8")));
  return ledger.holds(files, renamed);
}

/** After so many pages others get a turn. */
const pagesATurn = 20;

/** A link to a place on a page that was not yet read. */
interface OpenLink {
  readonly file: string;
  readonly href: string;
  readonly target: string;
  readonly id: string;
}

class LinkCheck {
  readonly links = new Map<string, PageLinks>();
  readonly #output: string;
  readonly #pathPrefix: string;
  readonly #files: ReadonlySet<string>;
  readonly #known: KnownSite | undefined;
  readonly #ids = new Map<string, ReadonlySet<string>>();
  readonly #open: OpenLink[] = [];
  readonly #broken = new Map<string, BrokenLink[]>();
  #read = 0;

  constructor(output: string, pathPrefix: string, files: ReadonlySet<string>, known: KnownSite | undefined) {
    this.#output = output;
    this.#pathPrefix = pathPrefix;
    this.#files = files;
    this.#known = known;
  }

  async look(pages: readonly string[]): Promise<void> {
    for (const file of pages) {
      this.#look(file);
      await this.#turn();
    }
  }

  /**
   * Look at pages that are not kept. @returns marks of the places that the site had on them and
   * has no more; undefined where nobody can tell.
   */
  async lookAtNew(pages: readonly string[]): Promise<Set<number> | undefined> {
    const gone = new Set<number>();
    let canTell = true;
    for (const file of pages) {
      const state = this.#known?.files.get(file);
      const path = join(this.#known?.folder ?? "", file);
      if (state === undefined) this.#look(file);
      else if (state === fileState(path)) {
        const former = readPlaces(readFileSync(path, "utf8"));
        const ids = this.#look(file, former.links);
        for (const id of former.ids) if (!ids.has(id)) gone.add(markOf(file, id));
      } else {
        canTell = false;
        this.#look(file);
      }
      await this.#turn();
    }
    return canTell ? gone : undefined;
  }

  /** What is broken, in the order of pages. */
  broken(): BrokenLink[] {
    for (const { file, href, target, id } of this.#open.splice(0))
      if (!this.#idsOf(target).has(id)) this.#report(file, href, "no such place");
    return [...this.#broken].sort(([a], [b]) => compareText(a, b)).flatMap(([, broken]) => broken);
  }

  /** @param held links that the page had in the site that is known. @returns its ids. */
  #look(file: string, held?: ReadonlySet<string>): ReadonlySet<string> {
    const { ids, doubledIds, links } = this.#readPage(file);
    const { count, targets, places } = linksOf(file, links, this.#pathPrefix);
    for (const id of doubledIds) this.#report(file, `#${id}`, "two places");
    for (const { href, place } of places) {
      if (place.fault !== undefined) {
        this.#report(file, href, place.fault);
        continue;
      }
      const { target, id } = place;
      if (!this.#files.has(target)) {
        this.#report(file, href, "no page");
        continue;
      }
      if (id === "" || !target.endsWith(".html")) continue;
      const known = this.#ids.get(target);
      if (known) {
        if (!known.has(id)) this.#report(file, href, "no such place");
      } else if (!(held?.has(href) && this.#known?.isKept(target))) this.#open.push({ file, href, target, id });
    }
    this.links.set(file, { count, targets });
    return ids;
  }

  #readPage(file: string) {
    const places = readPlaces(readFileSync(join(this.#output, file), "utf8"));
    this.#ids.set(file, places.ids);
    return places;
  }

  #idsOf(file: string): ReadonlySet<string> {
    return this.#ids.get(file) ?? this.#readPage(file).ids;
  }

  #report(file: string, href: string, fault: BrokenLink["fault"]): void {
    const before = this.#broken.get(file) ?? [];
    this.#broken.set(file, [...before, { page: addressOf(file, this.#pathPrefix), href, fault }]);
  }

  async #turn(): Promise<void> {
    this.#read += 1;
    if (this.#read % pagesATurn === 0) await setImmediate();
  }
}
