import { indexPages, WrittenWords, type PageToIndex } from "../../core/search/index-pages.ts";
import { readSearched } from "../../core/search/read-searched.ts";
import { compareText } from "../../core/text/compare.ts";
import { digest, entryPath, readEntry, writeEntry, type LanguageEntry } from "./join-shards.ts";
import { WordsOfLanguage } from "./learn-words.ts";
import { runPagefind, seal, type IndexedPage, type IndexFiles } from "./run-pagefind.ts";

/** A shard is read once more, when it is joined with others. */
const passing = { level: 1 };

/**
 * Makes the indexes of a few pages each, as Pagefind would. Pincite's own pages are read here,
 * and Pagefind is asked for their words alone; where one of the pages is another, it is given all of them.
 */
export class ShardMaker {
  readonly #words = new Map<string, WordsOfLanguage>();

  /** @throws with Pagefind's own words when it fails. */
  async make(pages: readonly IndexedPage[]): Promise<IndexFiles> {
    const byLanguage = new Map<string, { written: WrittenWords; pages: PageToIndex[] }>();
    for (const { address, html } of pages) {
      const read = readSearched(html);
      if (!read) return runPagefind(pages);
      const same = byLanguage.get(read.language) ?? { written: new WrittenWords(), pages: [] };
      byLanguage.set(read.language, same);
      same.pages.push(same.written.page(address, read));
    }
    const files = new Map<string, Uint8Array>();
    const languages: Record<string, LanguageEntry> = {};
    let common: ReturnType<typeof readEntry> | undefined;
    for (const [language, { written, pages: ofLanguage }] of [...byLanguage].sort(([a], [b]) => compareText(a, b))) {
      const words = this.#words.get(language) ?? new WordsOfLanguage(language);
      this.#words.set(language, words);
      const foundBy = await words.learn(written.all);
      for (const [path, bytes] of words.files) files.set(path, bytes);
      common = readEntry(words.files);
      const nameOf = (bytes: Uint8Array, digits = 12) => `${language}_${digest(bytes).slice(0, digits)}`;
      const index = indexPages(ofLanguage, foundBy, nameOf);
      const hash = nameOf(index.meta);
      files.set(`pagefind.${hash}.pf_meta`, seal(index.meta, passing));
      for (const [name, bytes] of index.chunks) files.set(`index/${name}.pf_index`, seal(bytes, passing));
      for (const [name, bytes] of index.filters) files.set(`filter/${name}.pf_filter`, seal(bytes, passing));
      for (const [name, bytes] of index.fragments) files.set(`fragment/${name}.pf_fragment`, seal(bytes));
      const wasm = common.languages[language]?.wasm ?? null;
      languages[language] = { hash, wasm, page_count: ofLanguage.length };
    }
    if (common) files.set(entryPath, writeEntry({ ...common, languages }));
    return files;
  }
}
