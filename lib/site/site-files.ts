import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Naming } from "../core/citation-style/naming.ts";
import { makeCatalogFiles } from "./catalog-files.ts";
import { servingFiles } from "./publish/serving-files.ts";
import { makeExports, makeLinksets } from "./export-maker.ts";
import { makeMarkdownLists, makeMarkdownPages } from "./markdown-maker.ts";
import type { ListedPage, Session } from "./session.ts";
import { feedFiles } from "./feed-files.ts";
import type { SiteOptions } from "./site.ts";
import { sitemapFiles } from "./sitemap-files.ts";
import type { InterfaceFor } from "./strings.ts";

/** A file of the published site that no template makes: a feed, a list for machines, a picture. */
export interface SiteFile {
  /** Below the published folder, with slashes and without one at the beginning. Never made of what a text says. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What the files of a site are made from. */
export interface SiteFileContext {
  readonly session: Session;
  readonly site: SiteOptions;
  /** What sources are called in notes. */
  readonly naming: Naming;
  readonly interfaceFor: InterfaceFor;
  /** All that the site has; in a preview, those that were rendered again. */
  readonly pages: readonly ListedPage[];
  /** Path of the folder in which the pages stand that are kept and not made again; undefined where none are. */
  readonly keptIn: string | undefined;
}

/**
 * Makes some of the files, in an order of its own; the same files of the same library. Of
 * what stands beside a page, those of chosen pages: another may be a file of the published
 * site under a second name, and is not to be written. A maker of many is a generator: each
 * file is written before the next one is made.
 */
export type SiteFileMaker = (context: SiteFileContext) => Iterable<SiteFile> | Promise<Iterable<SiteFile>>;

/** Of the page of one brief or source. */
const makersBeside: readonly SiteFileMaker[] = [makeExports, makeLinksets, makeMarkdownPages];
const makersOfSite: readonly SiteFileMaker[] = [
  servingFiles,
  makeCatalogFiles,
  makeMarkdownLists,
  feedFiles,
  sitemapFiles,
];

/** Whether a file belongs to the page of a brief, source or topic, and not to the whole site. */
function isBesidePage(path: string): boolean {
  return /^(?:(?:briefs|sources|topics|evidence)\/[^/]+|libraries\/[^/]+\/[^/]+)\/./.test(path);
}

/** Writes the files of one run that no template makes. */
export class SiteFileWriter {
  readonly #output: string;
  readonly #isOwn: (path: string) => boolean;
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();

  /**
   * @param output path of the folder that Eleventy writes into.
   * @param isOwn whether the site has made the file of that path itself, which then stays.
   */
  constructor(output: string, isOwn: (path: string) => boolean) {
    this.#output = output;
    this.#isOwn = isOwn;
  }

  /** What stands beside the pages of briefs and sources. It takes no more than they do: no other page need be there. */
  writeBeside(context: Omit<SiteFileContext, "pages">, between?: () => Promise<boolean>): Promise<boolean> {
    return this.#write(makersBeside, { ...context, pages: [] }, between);
  }

  /** All others. */
  writeOfSite(context: SiteFileContext, between?: () => Promise<boolean>): Promise<boolean> {
    return this.#write(makersOfSite, context, between);
  }

  /**
   * @param between called after each file; nothing more is written when it gives false.
   * @returns whether all were written. @throws when two makers want the same path.
   */
  async #write(
    makers: readonly SiteFileMaker[],
    context: SiteFileContext,
    between?: () => Promise<boolean>,
  ): Promise<boolean> {
    for (const make of makers) {
      for (const { path, content } of await make(context)) {
        if (this.#written.has(path)) throw new Error(`Two files of the site are called ${path}`);
        this.#written.add(path);
        if (this.#isOwn(path) || (context.session.isPart && !isBesidePage(path))) continue;
        const target = join(this.#output, path);
        const folder = dirname(target);
        if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
        this.#folders.add(folder);
        writeFileSync(target, content);
        if (between && !(await between())) return false;
      }
    }
    return true;
  }
}
