import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { searchFolder } from "../core/serving/serving-rules.ts";
import { listFiles } from "./reuse/file-state.ts";
import { entryPath, readEntry, writeEntry } from "./search/join-shards.ts";
import { BundleMaker } from "./search/make-bundle.ts";
import { PackCache } from "./search/pack-cache.ts";
import { searchProvider } from "./search/provider.ts";
import { endPagefind, type IndexFiles } from "./search/run-pagefind.ts";
import { SearchedPages } from "./search/searched-pages.ts";
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
 * @param build makes the index: here, when absent.
 * @returns what was done, for people.
 */
export async function indexSite(
  site: SiteOptions,
  folder: string,
  root: string,
  use: "site" | "preview" = "site",
  build: typeof buildSearchIndex = buildSearchIndex,
): Promise<string> {
  const provider = searchProvider(site);
  if (provider.kind === "none") return "no search";
  if (provider.kind === "module") return `none: ${provider.module} answers searches`;
  const { pages } = await build(folder, join(root, ".pincite/search", use));
  return `${pages} pages with Pagefind`;
}

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
  const kept = new PackCache(cache);
  const searched = new SearchedPages(output, kept);
  const makers = { briefs: new BundleMaker(kept), sources: new BundleMaker(kept) };
  const made: IndexFiles[] = [];
  let pages = 0;
  try {
    for (const page of searched.all()) {
      pages += 1;
      await makers[page.bundle].add(page);
      // Pagefind is sent what it was given, and answers, between two pages.
      if (page.read !== undefined) await nextTurn();
    }
    for (const maker of [makers.briefs, makers.sources]) {
      const files = await maker.finish();
      if (files) made.push(files);
    }
  } finally {
    await endPagefind();
  }
  searched.keep();
  kept.forgetOthers();
  place(made, join(output, searchFolder));
  return { pages };
}

/** Put indexes into their folder. A preview has those of before there: what is the same stays, what is of none goes. */
function place(made: readonly IndexFiles[], folder: string): void {
  const files = new Map(made.flatMap((index) => [...index]));
  const entries = made.map(readEntry);
  const [first] = entries;
  // It names all others: whoever reads it finds them there.
  files.delete(entryPath);
  if (first) {
    const languages = Object.assign({}, ...entries.map((entry) => entry.languages)) as typeof first.languages;
    files.set(entryPath, writeEntry({ ...first, languages }));
  }
  const before = new Set(listFiles(folder));
  for (const [path, content] of files)
    if (!before.has(path) || !readFileSync(join(folder, path)).equals(content)) write(join(folder, path), content);
  for (const path of before) if (!files.has(path)) rmSync(join(folder, path));
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
