// Pagefind's index as one: every language of the site, briefs and sources, loaded on the
// first use and once. Whoever asks first says where it is; what it finds is text, never HTML.
// A site may have a module of its own answer in its place.

let loading;

/** Other sites that are searched along with this one, and their indexes as they were merged. */
let others = [];

/** Languages of indexes of sources end in it, and so do the ids of what is found in them, up to the hash. */
const ofSources = "-x-sources";

/** Whether an index of another site has briefs and sources mixed, as those of older sites do. */
let isMixed = false;

/** Titles of the other sites that gave no index. */
export const unreached = [];

/** The title of the other site that a page found is of; undefined for one of this site. */
export function libraryOf(page) {
  return others.find(({ url }) => page.url.startsWith(url))?.title;
}

/**
 * Load the index, however many ask for it: merged twice, it would give everything twice.
 * What failed may be tried again.
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
  const engine = await import(new URL("pagefind.js", base).href);
  const all = JSON.parse(document.getElementById("site-search")?.dataset.others ?? "[]");
  const entries = await Promise.all(all.map(entryOf));
  others = all.filter((_, index) => entries[index]);
  try {
    await prepare(engine, base, others);
  } catch (error) {
    // It would keep what failed, and what it has merged already.
    await engine.destroy();
    if (others.length === 0) throw error;
    others = [];
    await prepare(engine, base, others);
  }
  unreached.splice(0, Infinity, ...all.filter((one) => !others.includes(one)).map(({ title }) => title));
  return engine;
}

/** Whether another site is there, and lets itself be searched; its languages are noted. */
async function entryOf(other) {
  try {
    const answer = await fetch(`${other.url}pagefind/pagefind-entry.json`, { signal: AbortSignal.timeout(4000) });
    other.languages = Object.keys((await answer.json()).languages);
    return true;
  } catch {
    return false;
  }
}

async function prepare(engine, base, others) {
  await engine.options({ baseUrl: new URL("..", base).pathname, excerptLength: 30 });
  await engine.init();
  const entry = await fetch(new URL("pagefind-entry.json", base)).then((answer) => answer.json());
  const own = ownLanguage(entry.languages);
  for (const language of Object.keys(entry.languages)) {
    // Pagefind takes one language of itself; the others are merged in, by absolute address.
    if (language !== own) await engine.mergeIndex(base.href, { language });
  }
  for (const { url, languages } of others)
    for (const language of languages) await engine.mergeIndex(`${url}pagefind/`, { language, baseUrl: url });
  isMixed = others.some(({ languages }) => !languages.some((language) => language.endsWith(ofSources)));
}

/** The language whose index Pagefind takes for this page: the page's, or else the one with most pages. */
function ownLanguage(languages) {
  const page = document.documentElement.lang.toLowerCase();
  const most = Object.entries(languages).sort(([, a], [, b]) => b.page_count - a.page_count);
  return [page, page.split("-")[0]].find((tag) => Object.hasOwn(languages, tag)) ?? most[0]?.[0];
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
  const words = query === "" ? null : query;
  // Results tell how they spread over the filters only once those are loaded.
  const everything = isCounted ? await engine.filters() : {};
  if (words === null && Object.keys(filters).length === 0) return { kinds: [], available: everything, count: 0 };
  const found = await engine.search(words, { filters });
  const isSource = await sourceTest(engine, words, filters);
  const kinds = [
    { kind: "brief", results: found.results.filter(({ id }) => !isSource(id)) },
    { kind: "source", results: found.results.filter(({ id }) => isSource(id)) },
  ]
    .map((kind) => ({ ...kind, total: kind.results.length }))
    .filter(({ total }) => total > 0);
  const available = words === null ? everything : found.totalFilters;
  return { kinds, available, count: found.results.length };
}

/** Tells sources from briefs by the ids of what is found. */
async function sourceTest(engine, words, filters) {
  if (!isMixed) return (id) => id.includes(`${ofSources}_`);
  if (filters.kind !== undefined) return () => filters.kind === "source";
  const briefs = await engine.search(words, { filters: { ...filters, kind: "brief" } });
  const ids = new Set(briefs.results.map(({ id }) => id));
  return (id) => !ids.has(id);
}
