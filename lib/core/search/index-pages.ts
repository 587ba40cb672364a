import { compareText } from "../text/compare.ts";
import type { LanguageIndex } from "./join-indexes.ts";
import { writeFilter, writeMeta } from "./pagefind-files.ts";
import { wordsOf } from "./plain-words.ts";
import type { ReadPage } from "./read-searched.ts";
import { WordsOfPages, type FoundBy } from "./words-of-pages.ts";

/** A page to be found. */
export interface PageToIndex {
  /** Root-relative, without the site's path prefix. */
  readonly address: string;
  readonly read: ReadPage;
  /** The numbers of its words, and by field of what it says of itself those of the words of its value. */
  readonly words: readonly number[];
  readonly meta: ReadonlyMap<string, readonly number[]>;
}

/** The different words of some pages as they are written, numbered from 0. */
export class WrittenWords {
  readonly #numbers = new Map<string, number>();

  /** In the order of their numbers. */
  get all(): Iterable<string> {
    return this.#numbers.keys();
  }

  page(address: string, read: ReadPage): PageToIndex {
    const words = read.words.map((word) => this.#number(word));
    const meta = [...read.meta].map(([field, value]): [string, number[]] => [
      field,
      wordsOf(value).map((word) => this.#number(word)),
    ]);
    return { address, read, words, meta: new Map(meta) };
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

export interface PagesIndex extends LanguageIndex {
  /** By the names that `meta` gives. */
  readonly fragments: ReadonlyMap<string, Uint8Array>;
}

/**
 * The index of pages of one language, numbered in their order, as Pagefind makes it.
 *
 * @param foundBy by the number of a written word.
 * @param nameOf a name for a file, made of its bytes alone, which ends in so many digits or in enough to tell all files apart.
 */
export function indexPages(
  pages: readonly PageToIndex[],
  foundBy: readonly (readonly FoundBy[])[],
  nameOf: (bytes: Uint8Array, digits?: number) => string,
): PagesIndex {
  const fields = [...new Set(pages.flatMap(({ read }) => [...read.meta.keys()]))].sort(compareText);
  const words = new WordsOfPages(foundBy);
  const filters = new Map<string, Map<string, number[]>>();
  const fragments = new Map<string, Uint8Array>();
  const named: { fragment: string; words: number }[] = [];
  for (const [number, { address, read, words: written, meta }] of pages.entries()) {
    for (const [at, word] of written.entries()) words.add(number, word, read.weights[at] ?? 0, at);
    for (const [name, value] of meta)
      for (const [at, word] of value.entries()) words.addToField(number, word, fields.indexOf(name), at);
    words.endPage();
    for (const [name, values] of read.filters) {
      const having = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, having);
      for (const value of values) having.set(value, [...(having.get(value) ?? []), number]);
    }
    const fragment = fragmentOf(address, read);
    const short = nameOf(fragment, fragmentDigits);
    const name = fragments.has(short) ? nameOf(fragment) : short;
    fragments.set(name, fragment);
    named.push({ fragment: name, words: read.words.length });
  }
  const { from, to, bytes: chunk } = words.finish();
  const chunkName = nameOf(chunk);
  const filterFiles = [...filters]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, values]) => {
      const bytes = writeFilter(name, values);
      return { name, file: nameOf(bytes), bytes };
    });
  const chunks = [{ from, to, name: chunkName }];
  return {
    meta: writeMeta({ pages: named, chunks, filters: filterFiles, fields }),
    chunks: new Map([[chunkName, chunk]]),
    filters: new Map(filterFiles.map(({ file, bytes }) => [file, bytes])),
    fragments,
  };
}

/** Every reader fetches the names of all pages: they end in as few as Pagefind's. */
const fragmentDigits = 7;

/** What is shown of a page, as JSON. */
function fragmentOf(url: string, { words, anchors, filters, meta }: ReadPage): Uint8Array {
  const sorted = <Value>(map: ReadonlyMap<string, Value>) =>
    Object.fromEntries([...map].sort(([a], [b]) => compareText(a, b)));
  const content = words.join(" ");
  const page = { url, content, word_count: words.length, filters: sorted(filters), meta: sorted(meta), anchors };
  return new TextEncoder().encode(JSON.stringify(page));
}
