// One index of the search, of briefs or of sources in one language, whose files are fetched when
// they are needed.

import { fetchFile, readFilter, readMeta, readWords } from "./search-files.js";
import { findPhrase } from "./search-phrase.js";
import { rank } from "./search-rank.js";
import { asTyped } from "./search-typed.js";

export class SearchIndex {
  #about;
  #meta;
  #files = new Map();
  #filters = new Map();

  /**
   * @param {{ base: URL, address: string, language: string, kept: readonly string[], kind: string | undefined }} about
   *   `base`: address of the folder of Pagefind's files; `address`: what stands before the addresses of its pages;
   *   `kept`: signs that are letters in it; `kind`: that of all of its pages.
   * @param hash the name of its list of pages and words.
   */
  static async open(about, hash) {
    return new SearchIndex(about, readMeta(await fetchFile(new URL(`pagefind.${hash}.pf_meta`, about.base))));
  }

  constructor(about, meta) {
    this.#about = about;
    const words = meta.pages.reduce((sum, page) => sum + page.words, 0);
    this.#meta = { ...meta, average: words / meta.pages.length };
  }

  /**
   * @param words what was typed; null for all that the filters let through. @param stemsOf as `openStemmer` gives it.
   * @param filters values by the name of the filter.
   * @returns {Promise<{ results: object[], counts: object }>} best first, each loaded by its `data()`; and how many pages,
   *   whatever the filters are, have each value of the filters that have been loaded.
   */
  async search(words, stemsOf, filters) {
    const loading = Object.keys(filters).map((name) => this.#filter(name));
    const find = words === null ? this.#everything : await this.#finder(words, stemsOf);
    await Promise.all(loading);
    const { results, found } = find(this.#letThrough(filters));
    const kindOf = await this.#kinds();
    return {
      results: results.map(({ page, score, places }) => ({
        kind: kindOf(page),
        score,
        data: () => this.#load(page, places()),
      })),
      counts: this.#counts(found),
    };
  }

  /** What finds pages, once the words that it takes are there. */
  async #finder(words, stemsOf) {
    const query = asTyped(words, this.#about.language, this.#about.kept);
    if (!query) return () => ({ results: [], found: new Uint8Array(this.#meta.pages.length) });
    const stems = stemsOf(query.plain);
    const names = this.#chunksOf(query.plain.split(" "), stems);
    const indexed = (await Promise.all(names.map((name) => this.#words(name)))).flat();
    if (query.isPhrase) return (letThrough) => findPhrase(this.#meta, indexed, stems, letThrough);
    return (letThrough) => rank(this.#meta, indexed, stems, query.typed.split(" "), letThrough);
  }

  /** Load all filters. @returns how many pages have each of their values. */
  async filters() {
    await Promise.all([...this.#meta.filters.keys()].map((name) => this.#filter(name)));
    return this.#counts();
  }

  /** What tells the kind of a page. */
  async #kinds() {
    const { kind } = this.#about;
    if (kind) return () => kind;
    await this.#filter("kind");
    const sources = new Set(this.#filters.get("kind").get("source"));
    return (page) => (sources.has(page) ? "source" : "brief");
  }

  /** What is shown of a page; an index of words knows only its number. */
  async #load(page, locations) {
    const found = await this.#once(`fragment/${this.#meta.pages[page].fragment}.pf_fragment`, readFragment);
    const content = found.content.replaceAll("\u200b", "");
    return { ...found, content, locations, url: `${this.#about.address}${found.url.replace(/^\//, "")}` };
  }

  /** The names of the files that hold what begins with some words, or is what they begin with. */
  #chunksOf(words, stems) {
    const wanted = words.flatMap((word, at) => [...new Set([word, stems[at]])]);
    const names = wanted.flatMap((word) => {
      const holds = ({ from, to }) => compare(word, from) >= 0 && compare(word, to) <= 0;
      const may = ({ from, to }) =>
        compare(start(word, from), start(from, word)) >= 0 && compare(start(word, to), start(to, word)) <= 0;
      const strict = this.#meta.chunks.filter(holds);
      return strict.length > 0 ? strict : this.#meta.chunks.filter(may);
    });
    return [...new Set(names)].sort((a, b) => compare(a.from, b.from)).map(({ name }) => name);
  }

  #words(name) {
    return this.#once(`index/${name}.pf_index`, readWords);
  }

  async #filter(name) {
    const file = this.#meta.filters.get(name);
    this.#filters.set(name, file === undefined ? new Map() : await this.#once(`filter/${file}.pf_filter`, readFilter));
  }

  /** What failed may be tried again. */
  #once(path, read) {
    const fetched =
      this.#files.get(path) ??
      fetchFile(new URL(path, this.#about.base)).then(read, (error) => {
        this.#files.delete(path);
        throw error;
      });
    this.#files.set(path, fetched);
    return fetched;
  }

  /** By page, 1 for those that have all that is asked for; undefined where nothing is. */
  #letThrough(filters) {
    let through;
    for (const [name, value] of Object.entries(filters)) {
      const having = new Uint8Array(this.#meta.pages.length);
      for (const page of this.#filters.get(name)?.get(value) ?? []) having[page] = through?.[page] ?? 1;
      through = having;
    }
    return through;
  }

  #everything = (letThrough) => {
    const pages = [...this.#meta.pages.keys()];
    const found = pages.filter((page) => letThrough?.[page] !== 0);
    return { results: found.map((page) => ({ page, score: 0, places: () => [] })), found: undefined };
  };

  #counts(pages) {
    const counted = [...this.#filters].map(([name, values]) => {
      const counts = Array.from(values, ([value, having]) => [
        value,
        pages ? having.filter((page) => pages[page] === 1).length : having.length,
      ]);
      return [name, Object.fromEntries(counts)];
    });
    return Object.fromEntries(counted);
  }
}

const readFragment = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

const start = (text, length) => Array.from(text).slice(0, Array.from(length).length).join("");

/** In the order of UTF-8, which that of JavaScript differs from beyond U+FFFF. */
function compare(one, other) {
  const [a, b] = [Array.from(one), Array.from(other)];
  const at = a.findIndex((letter, index) => letter !== b[index]);
  return at === -1 ? a.length - b.length : at >= b.length ? 1 : a[at].codePointAt(0) - b[at].codePointAt(0);
}
