import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { searchedPart, type Bundle } from "../core/search/searched-part.ts";
import { searchFolder } from "../core/serving/serving-rules.ts";
import { listTree } from "./check-links.ts";
import { entryPath, readEntry, writeEntry } from "./search/join-shards.ts";
import { makeBundle } from "./search/make-bundle.ts";
import { PackCache } from "./search/pack-cache.ts";
import { searchProvider } from "./search/provider.ts";
import { endPagefind, type IndexedPage, type IndexFiles } from "./search/run-pagefind.ts";
import type { SiteOptions } from "./site.ts";

export interface SearchIndex {
  /** Pages that can be found. */
  readonly pages: number;
}

/**
 * Let a built site be searched as its configuration says.
 *
 * @param folder absolute path of the built site. @param root absolute path of its project.
 * @param use indexes of what is published and of what is previewed are kept apart.
 * @returns what was done, for people.
 */
export async function indexSite(
  site: SiteOptions,
  folder: string,
  root: string,
  use: "site" | "preview" = "site",
): Promise<string> {
  const provider = searchProvider(site);
  if (provider.kind === "none") return "no search";
  if (provider.kind === "module") return `none: ${provider.module} answers searches`;
  const { pages } = await buildSearchIndex(folder, join(root, ".pincite/search", use));
  return `${pages} pages with Pagefind`;
}

const bundles: readonly Bundle[] = ["briefs", "sources"];

/**
 * Build the search index of a site beside its pages, in `pagefind/`: of briefs and of
 * sources one index a language each, of what carries `data-pagefind-body`. Pagefind's entry
 * names them all; those of sources by the language with the private subtag `x-sources`, so
 * that whoever merges every language that it names searches both.
 *
 * What was made before of the same pages is taken again. The same site gives the same bytes.
 *
 * The files are written here and not by Pagefind, which does not notice a full disk.
 *
 * @param output absolute path of the built site.
 * @param cache absolute path of the folder in which indexes are kept; nothing else may be in it.
 * @throws with Pagefind's own words when it fails.
 */
export async function buildSearchIndex(output: string, cache: string): Promise<SearchIndex> {
  const pages = pagesBelow(output);
  const kept = new PackCache(cache);
  const made: IndexFiles[] = [];
  try {
    for (const bundle of bundles) {
      const searched = pages.filter((page) => page.bundle === bundle);
      if (searched.length > 0) made.push(await makeBundle(searched, kept));
    }
  } finally {
    await endPagefind();
  }
  kept.forgetOthers();
  const folder = join(output, searchFolder);
  // A preview has the index of before.
  rmSync(folder, { recursive: true, force: true });
  for (const files of made)
    for (const [path, content] of files) if (path !== entryPath) write(join(folder, path), content);
  const entries = made.map(readEntry);
  const [first] = entries;
  if (first) {
    const languages = Object.assign({}, ...entries.map((entry) => entry.languages)) as typeof first.languages;
    write(join(folder, entryPath), writeEntry({ ...first, languages }));
  }
  return { pages: pages.length };
}

function pagesBelow(output: string): (IndexedPage & { readonly bundle: Bundle })[] {
  return listTree(output).flatMap((file) => {
    if (!file.endsWith(".html")) return [];
    const part = searchedPart(readFileSync(join(output, file), "utf8"));
    if (!part) return [];
    const { bundle, html } = part;
    const address = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
    return [{ address, bundle, html: bundle === "sources" ? asSource(html) : html }];
  });
}

/** A page whose language says that it is a source's: Pagefind keeps languages apart. */
function asSource(html: string): string {
  return html.replace(
    /^<html lang="([^"]*)"/,
    (_, language: string) => `<html lang="${language}${language.includes("-x-") ? "" : "-x"}-sources"`,
  );
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
