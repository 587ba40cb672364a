import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Brief } from "../core/brief/brief.ts";
import type { Naming } from "../core/citation-style/naming.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { makeCatalogFiles } from "./catalog-files.ts";
import { servingFiles } from "./publish/serving-files.ts";
import { briefExports, briefLinkset, chosenBriefs, chosenSources, sourceExports } from "./export-maker.ts";
import { briefMarkdown, makeMarkdownLists, sourceMarkdown } from "./markdown-maker.ts";
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

/** Makes some of the files, in an order of its own; the same files of the same library. */
export type SiteFileMaker = (context: SiteFileContext) => Iterable<SiteFile> | Promise<Iterable<SiteFile>>;

/** Makes files that stand beside the page of a document, and are made of no other page. */
export type FilesBeside<Document> = (context: Omit<SiteFileContext, "pages">, document: Document) => Iterable<SiteFile>;

const besideBriefs: readonly FilesBeside<Brief>[] = [briefExports, briefLinkset, briefMarkdown];
const besideSources: readonly FilesBeside<Source>[] = [sourceExports, sourceMarkdown];

/**
 * What stands beside each page, by the page's address, made when it is asked for. Of chosen pages
 * alone: another may be a file of the published site under a second name, and is not to be written.
 */
function filesBeside(context: Omit<SiteFileContext, "pages">): Map<string, () => SiteFile[]> {
  const { session } = context;
  const ofBriefs = chosenBriefs(session).map(
    (brief) => [brief.url, () => besideBriefs.flatMap((make) => [...make(context, brief)])] as const,
  );
  const ofSources = chosenSources(session).map(
    (source) => [sourcePath(source), () => besideSources.flatMap((make) => [...make(context, source)])] as const,
  );
  return new Map([...ofBriefs, ...ofSources]);
}

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
  #beside: Map<string, () => SiteFile[]> | undefined;

  /**
   * @param output path of the folder that Eleventy writes into.
   * @param isOwn whether the site has made the file of that path itself, which then stays.
   */
  constructor(output: string, isOwn: (path: string) => boolean) {
    this.#output = output;
    this.#isOwn = isOwn;
  }

  /** What stands beside one page, when that was made: it is made of much of the same. @param url root-relative. */
  writeBesidePage(context: Omit<SiteFileContext, "pages">, url: string): void {
    this.#beside ??= filesBeside(context);
    const files = this.#beside.get(url)?.() ?? [];
    this.#beside.delete(url);
    for (const file of files) this.#write(file, context.session);
  }

  /**
   * What stands beside the pages of briefs and sources, but for what was written before. It takes
   * no more than they do: no other page need be there.
   *
   * @param between called after each file; nothing more is written when it gives false.
   * @returns whether all were written. @throws when two files have the same path.
   */
  writeBeside(context: Omit<SiteFileContext, "pages">, between?: () => Promise<boolean>): Promise<boolean> {
    const beside = this.#beside ?? filesBeside(context);
    this.#beside = new Map();
    const each = function* () {
      for (const files of beside.values()) yield* files();
    };
    return this.#writeAll(each(), context.session, between);
  }

  /** All others, likewise. */
  async writeOfSite(context: SiteFileContext, between?: () => Promise<boolean>): Promise<boolean> {
    for (const make of makersOfSite)
      if (!(await this.#writeAll(await make(context), context.session, between))) return false;
    return true;
  }

  async #writeAll(
    files: Iterable<SiteFile>,
    session: Session,
    between: (() => Promise<boolean>) | undefined,
  ): Promise<boolean> {
    for (const file of files) if (this.#write(file, session) && between && !(await between())) return false;
    return true;
  }

  /** @returns whether it is one that was to be written. */
  #write({ path, content }: SiteFile, { isPart }: Session): boolean {
    if (this.#written.has(path)) throw new Error(`Two files of the site are called ${path}`);
    this.#written.add(path);
    if (this.#isOwn(path) || (isPart && !isBesidePage(path))) return false;
    const target = join(this.#output, path);
    const folder = dirname(target);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(target, content);
    return true;
  }
}
