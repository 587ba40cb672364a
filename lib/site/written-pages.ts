import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { BuiltEvent, EleventyConfig, RenderedPage, TemplateConfig } from "./eleventy-config.ts";
import type { PageNotes } from "./page-notes.ts";
import type { ListedPage } from "./session.ts";

/** What base.njk writes into the head of a page that search engines shall leave out. */
const unlisted = '<meta name="robots" content="noindex">';

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
    const folder = dirname(outputPath);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(outputPath, this.#ready(html, outputPath));
    this.#pages.push(page);
    this.#listed.set(url, { url, isListed: isListed(html) });
    return true;
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
