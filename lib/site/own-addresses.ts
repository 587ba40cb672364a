import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { listOf } from "../core/list/list-page.ts";

/** A site that is built together with Pincite's pages. */
export interface OwnSite {
  /** Folder of its templates. */
  readonly input: string;
  /** Endings of its templates, without the dot. */
  readonly formats: readonly string[];
}

/**
 * Whether a site has a page of its own at an address, as far as the names of its files
 * tell: `about.md` and `about/index.njk` are `/about/`, `404.html` is `/404.html`.
 *
 * @param address root-relative.
 */
export function hasOwnPage({ input, formats }: OwnSite, address: string): boolean {
  const path = address.slice(1);
  if (path !== "" && !path.endsWith("/") && existsSync(join(input, path))) return true;
  const stem = path.replace(/(?:\/|\.html)$/, "");
  const stems = path === "" ? ["index"] : path.endsWith("/") ? [stem, `${stem}/index`] : [stem];
  return stems.some((one) => formats.some((format) => existsSync(join(input, `${one}.${format}`))));
}

/**
 * Where Pincite's pages stand in a site that has pages of its own. At an address of the
 * site's own stands the site's page: Pincite's list of briefs or its page about itself is
 * then found below `/pincite/`, and of what every site has one, such as a home page, it
 * makes none.
 */
export class PageAddresses {
  #taken: ReadonlySet<string> = new Set();

  /** Look anew which of Pincite's addresses the site has taken. */
  settle(addresses: readonly string[], isOwn: (address: string) => boolean): void {
    this.#taken = new Set(addresses.filter(isOwn));
  }

  /** Root-relative; false where there is no such page of Pincite's. */
  pageAt(address: string): string | false {
    // The pages of a list stand together.
    if (!this.#taken.has(listOf(address))) return address;
    return address.length > 1 && address.endsWith("/") ? `/pincite${address}` : false;
  }

  /** Where a link to one of Pincite's pages leads. @param path root-relative, with a fragment or without. */
  link(path: string): string {
    if (this.#taken.size === 0) return path;
    const [, address = "", rest = ""] = /^([^#?]*)(.*)$/s.exec(path) ?? [];
    return (this.pageAt(address) || address) + rest;
  }
}

/** What a file's time may lag behind the clock, in milliseconds: file systems count in ticks. */
const tick = 20;

/**
 * Files such as `robots.txt` that a site has made itself, by a template or a copy: known by
 * the names of its templates, or by having been written since the build began.
 */
export class OwnFiles {
  #output = "";
  #began = 0;
  #isOwn: (address: string) => boolean = () => false;
  /** Once a site's own, or Pincite's, so for as long as the process runs: a later build may leave a file as it is. */
  readonly #known = new Map<string, boolean>();

  /** A build begins. @param isOwn whether the site has a page of its own at a root-relative address. */
  begin(output: string, isOwn: (address: string) => boolean): void {
    this.#output = output;
    this.#began = Date.now() - tick;
    this.#isOwn = isOwn;
  }

  /** @param path below the output folder. To be asked before Pincite writes there. */
  has(path: string): boolean {
    if (this.#isOwn(`/${path}`)) return true;
    const known = this.#known.get(path) ?? this.#isNew(path);
    this.#known.set(path, known);
    return known;
  }

  #isNew(path: string): boolean {
    const file = statSync(join(this.#output, path), { throwIfNoEntry: false });
    // A copy keeps the time at which its original was changed, but not this one.
    return file !== undefined && file.ctimeMs >= this.#began;
  }
}
