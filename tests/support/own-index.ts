import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { close, createIndex } from "pagefind";
import { serveSite } from "./static-server.ts";

/** A page found: its address, what it says of itself, and the places of the words in its text. */
export interface FoundPage {
  readonly url: string;
  readonly locations: readonly number[];
  readonly [other: string]: unknown;
}

export type Found = FoundPage & { readonly score: number };

/** Found in an index, best first, with how many pages each value of a filter leaves. */
export type Asking = (
  query: string | null,
  filters?: Readonly<Record<string, string>>,
) => Promise<{ readonly found: readonly Found[]; readonly counts: unknown }>;

interface Engine {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  mergeIndex(address: string, options: object): Promise<void>;
  filters(): Promise<unknown>;
  destroy(): Promise<void>;
  search(
    query: string | null,
    options: object,
  ): Promise<{
    readonly results: readonly { readonly score: number; data(): Promise<FoundPage> }[];
    readonly totalFilters: unknown;
    readonly filters: unknown;
  }>;
}

/** Index a built site as Pagefind does it by itself: all of it, in one go. @param folder where its files are put. */
export async function indexByPagefind(site: string, folder: string): Promise<void> {
  const { index } = await createIndex({ excludeSelectors: [".noteref", ".noteref-separator"] });
  await index?.addDirectory({ path: site });
  await index?.writeFiles({ outputPath: folder });
  await close();
}

/**
 * Search an index with Pagefind's own script, in every language of it.
 *
 * @param site the folder in which the index's folder `pagefind/` stands.
 */
export async function searchIndex<Result>(site: string, use: (ask: Asking) => Promise<Result>): Promise<Result> {
  const server = await serveSite(site);
  const folder = join(site, "pagefind");
  const pagefind = (await import(pathToFileURL(join(folder, "pagefind.js")).href)) as {
    createInstance(options: object): Engine;
  };
  const { languages } = JSON.parse(readFileSync(join(folder, "pagefind-entry.json"), "utf8")) as {
    languages: Record<string, { page_count: number }>;
  };
  const address = `${server.url}pagefind/`;
  try {
    const engine = pagefind.createInstance({ basePath: address, baseUrl: "/" });
    await engine.init();
    // In Node there is no page whose language could be its own: it takes that of most pages.
    const [own] = Object.entries(languages).sort(([, a], [, b]) => b.page_count - a.page_count);
    for (const language of Object.keys(languages))
      // By another spelling of the same address, which it would take for the index that it has.
      if (language !== own?.[0]) await engine.mergeIndex(`${server.url}./pagefind/`, { language, baseUrl: "/" });
    await engine.filters();
    return await use(async (query, filters = {}) => {
      const { results, totalFilters, filters: left } = await engine.search(query, { filters });
      const found = results.map(async (one): Promise<Found> => ({ ...(await one.data()), score: one.score }));
      return { found: await Promise.all(found), counts: { totalFilters, left } };
    });
  } finally {
    await server.close();
  }
}
