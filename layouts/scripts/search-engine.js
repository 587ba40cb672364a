// The index of a site as one: every language of it, briefs and sources, and those of other sites
// that are searched along with it, loaded on the first use and once. Whoever asks first says where
// it is; what it finds is text, never HTML. A site may have a module of its own answer in its place.

let loading;

/** Other sites that are searched along with this one, and gave their index. */
let others = [];

/** Titles of the other sites that gave no index. */
export const unreached = [];

/** The title of the other site that a page found is of; undefined for one of this site. */
export function libraryOf(page) {
  return others.find(({ url }) => page.url.startsWith(url))?.title;
}

/**
 * Load the index, however many ask for it. What failed may be tried again.
 *
 * @param {DOMStringMap} dataset `index`: address of the folder of Pagefind's files;
 *   `module`: that of the site's own module, where it has one.
 */
export function load({ index, module }) {
  const begin = async () => {
    if (module === undefined) return open(new URL(index, location.href));
    const { openModule } = await import("./search-module.js");
    return openModule(module);
  };
  return (loading ??= begin().catch((error) => {
    loading = undefined;
    throw error;
  }));
}

async function open(base) {
  const { openSite } = await import("./search-site.js");
  const all = JSON.parse(document.getElementById("site-search")?.dataset.others ?? "[]");
  const indexesElsewhere = async ({ url }) => {
    const site = await openSite(new URL("pagefind/", url), url, AbortSignal.timeout(4000));
    return site.indexes;
  };
  const opening = Promise.all(all.map((other) => indexesElsewhere(other).catch(() => undefined)));
  const own = await openSite(base, new URL("..", base).pathname);
  const [stemsOf, ownIndexes, reached] = await Promise.all([own.openStems(), own.indexes, opening]);
  others = all.filter((_, at) => reached[at]);
  unreached.splice(0, Infinity, ...all.filter((_, at) => !reached[at]).map(({ title }) => title));
  const indexes = [ownIndexes, ...reached].flatMap((some) => some ?? []);
  return {
    async filters() {
      return addUp(await Promise.all(indexes.map((index) => index.filters())));
    },
    async search(query, filters) {
      const found = await Promise.all(indexes.map((index) => index.search(query, stemsOf, filters)));
      const results = found.flatMap((one) => one.results).sort((a, b) => b.score - a.score);
      return { results, counts: addUp(found.map(({ counts }) => counts)) };
    },
  };
}

/** How many pages have each value of each filter, in all indexes. */
function addUp(counted) {
  const sums = Object.create(null);
  for (const filters of counted)
    for (const [name, values] of Object.entries(filters))
      for (const [value, count] of Object.entries(values)) {
        sums[name] ??= Object.create(null);
        sums[name][value] = (sums[name][value] ?? 0) + count;
      }
  return sums;
}

/**
 * Search, with what was found set apart by kind.
 *
 * @param query empty for everything that the filters let through; without filters, for nothing.
 * @param filters values by the name of the filter.
 * @param isCounted whether it is asked how many results each value of a filter leaves: then all filters are fetched.
 * @returns {Promise<{ kinds: { kind: string, results: object[], total: number }[], available: object, count: number }>}
 *   kinds that have none left out; each result is loaded by its `data()`.
 */
export async function find(engine, query, filters, isCounted = false) {
  if (engine.find) return engine.find(query, filters);
  // Results tell how they spread over the filters only once those are loaded.
  const everything = isCounted ? await engine.filters() : {};
  if (query === "" && Object.keys(filters).length === 0) return { kinds: [], available: everything, count: 0 };
  const { results, counts } = await engine.search(query === "" ? null : query, filters);
  const kinds = [
    { kind: "brief", results: results.filter(({ kind }) => kind === "brief") },
    { kind: "source", results: results.filter(({ kind }) => kind === "source") },
  ]
    .map((kind) => ({ ...kind, total: kind.results.length }))
    .filter(({ total }) => total > 0);
  return { kinds, available: query === "" ? everything : counts, count: results.length };
}
