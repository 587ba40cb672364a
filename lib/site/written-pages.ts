import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileOfPage, type SinglePage } from "./add-pages.ts";
import type { BuiltEvent, EleventyConfig, RenderedPage, TemplateConfig } from "./eleventy-config.ts";
import type { PageNotes } from "./page-notes.ts";
import type { ListedPage } from "./session.ts";

/** What base.njk writes into the head of a page that search engines shall leave out. */
const unlisted = '<meta name="robots" content="noindex">';

/** After so many pages others get a turn. */
const pagesAJob = 20;

/** Whether search engines may list a page. */
export function isListed(html: string): boolean {
  return !html.includes(unlisted);
}

/**
 * Writes pages as soon as they are rendered. Eleventy would hold all of them until the last
 * one is, and again until the run has ended, which for thousands is most of the memory of a
 * build. Where the site has transforms or linters, which may change a page, it is left to Eleventy.
 */
export class WrittenPages {
  #isAlone = false;
  #pages: RenderedPage[] = [];
  /** By address. */
  readonly #listed = new Map<string, ListedPage>();
  readonly #folders = new Set<string>();
  #output = "";
  #notes: PageNotes | undefined;

  /** Whether no transforms and linters of the site's own see a page. */
  get isAlone(): boolean {
    return this.#isAlone;
  }

  /** A page that was written in this run; undefined for one that was left to Eleventy. @param url root-relative. */
  pageAt(url: string): ListedPage | undefined {
    return this.#listed.get(url);
  }

  /** The configuration is whole. */
  settle(config: EleventyConfig, whole: TemplateConfig): void {
    const { transforms, linters } = whole.getConfig();
    // Those that Eleventy brings change nothing that the site has not asked them to.
    const own = Object.keys(transforms).filter((name) => !name.startsWith("@11ty/"));
    const isChanged = config.htmlTransformer.isTransformable("html", {});
    this.#isAlone = own.length === 0 && Object.keys(linters).length === 0 && !isChanged;
  }

  /** A run begins. @param output the folder that pages are written into. @param notes what is taken down of them; nothing when absent. */
  begin(output: string, notes?: PageNotes): void {
    this.#output = resolve(output);
    this.#notes = notes;
    this.#pages = [];
    this.#listed.clear();
    this.#folders.clear();
  }

  /** @returns whether it was written; otherwise Eleventy is to do it. */
  write(html: string, page: RenderedPage): boolean {
    const { url, outputPath } = page;
    if (!this.#isAlone || url === false || outputPath === false) return false;
    this.#write(html, outputPath);
    this.#pages.push(page);
    this.#listed.set(url, { url, isListed: isListed(html) });
    return true;
  }

  /** Make pages and write each before the next is made. @param then called when one is written, with its root-relative address. */
  async writeEach(pages: readonly SinglePage[], then: (url: string) => void): Promise<ListedPage[]> {
    const listed: ListedPage[] = [];
    for (const { url, make } of pages) {
      const html = make();
      this.#write(html, join(this.#output, fileOfPage(url)));
      listed.push({ url, isListed: isListed(html) });
      then(url);
      // What is held weakly is let go of when a job has ended.
      if (listed.length % pagesAJob === 0) await setImmediate();
    }
    return listed;
  }

  #write(html: string, outputPath: string): void {
    const folder = dirname(outputPath);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(outputPath, this.#ready(html, outputPath));
  }

  #ready(html: string, outputPath: string): string {
    if (!this.#notes || !outputPath.endsWith(".html")) return html;
    return this.#notes.take(relative(this.#output, outputPath).replaceAll(sep, "/"), html);
  }

  /** Add to what Eleventy says it has made, for all who ask it, what was written here; its text is read when it is asked for. */
  tell({ results }: BuiltEvent): void {
    for (const { inputPath, outputPath, url } of this.#pages) {
      if (outputPath === false) continue;
      results.push({
        inputPath,
        outputPath,
        url,
        get content() {
          return readFileSync(outputPath, "utf8");
        },
      });
    }
  }
}
