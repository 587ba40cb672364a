import { compareText } from "../text/compare.ts";
import { CborWriter } from "./cbor.ts";
import type { LanguageIndex } from "./join-indexes.ts";
import { pagefindVersion, writeFilter, writePlaces, type Place } from "./pagefind-files.ts";
import { wordsOf } from "./plain-words.ts";
import type { ReadPage } from "./read-searched.ts";
import { compareCodePoints } from "./words-in-order.ts";

/** One of the words that a written word is found by. */
export interface FoundBy {
  readonly stem: string;
  /** As it is written with its diacritics, where it has any. */
  readonly form: string | undefined;
  /** Whether it is only a part of the written word. */
  readonly isPart: boolean;
}

/** A page to be found. */
export interface PageToIndex {
  /** Root-relative, without the site's path prefix. */
  readonly address: string;
  readonly read: ReadPage;
}

export interface PagesIndex extends LanguageIndex {
  /** By the names that `meta` gives. */
  readonly fragments: ReadonlyMap<string, Uint8Array>;
}

/**
 * The index of pages of one language, numbered in their order, as Pagefind makes it.
 *
 * @param foundBy by each word as it stands in the pages. @param nameOf a name for a file, made of its bytes alone.
 */
export function indexPages(
  pages: readonly PageToIndex[],
  foundBy: ReadonlyMap<string, readonly FoundBy[]>,
  nameOf: (bytes: Uint8Array) => string,
): PagesIndex {
  const fields = [...new Set(pages.flatMap(({ read }) => [...read.meta.keys()]))].sort(compareText);
  const words = new WordsOfPages(foundBy);
  const filters = new Map<string, Map<string, number[]>>();
  const fragments = new Map<string, Uint8Array>();
  const writer = new CborWriter().array(6).text(pagefindVersion).array(pages.length);
  for (const [number, { address, read }] of pages.entries()) {
    for (const [at, word] of read.words.entries()) words.add(number, word, read.weights[at] ?? 0, at);
    for (const [name, value] of read.meta)
      for (const [at, word] of wordsOf(value).entries()) words.addToField(number, word, fields.indexOf(name), at);
    words.endPage();
    for (const [name, values] of read.filters) {
      const having = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, having);
      for (const value of values) having.set(value, [...(having.get(value) ?? []), number]);
    }
    const fragment = fragmentOf(address, read);
    const name = nameOf(fragment);
    fragments.set(name, fragment);
    writer.array(2).text(name).integer(read.words.length);
  }
  const chunk = words.finish();
  const chunkName = nameOf(chunk.bytes);
  writer.array(1).array(3).text(chunk.from).text(chunk.to).text(chunkName);
  const filterFiles = new Map<string, Uint8Array>();
  writer.array(filters.size);
  for (const [name, values] of [...filters].sort(([a], [b]) => compareText(a, b))) {
    const bytes = writeFilter(name, values);
    filterFiles.set(nameOf(bytes), bytes);
    writer.array(2).text(name).text(nameOf(bytes));
  }
  writer.array(0).array(fields.length);
  for (const field of fields) writer.text(field);
  return { meta: writer.take(), chunks: new Map([[chunkName, chunk.bytes]]), filters: filterFiles, fragments };
}

/** What is shown of a page, as JSON. */
function fragmentOf(url: string, { words, anchors, filters, meta }: ReadPage): Uint8Array {
  const sorted = <Value>(map: ReadonlyMap<string, Value>) =>
    Object.fromEntries([...map].sort(([a], [b]) => compareText(a, b)));
  const content = words.join(" ");
  const page = { url, content, word_count: words.length, filters: sorted(filters), meta: sorted(meta), anchors };
  return new TextEncoder().encode(JSON.stringify(page));
}

/** Where one word, in one of its forms, stands: what is written of the pages so far, and the places on this one. */
class Standing {
  count = 0;
  page = -1;
  #last = 0;
  readonly writer = new CborWriter(16);
  readonly #weights: number[] = [];
  readonly #places: number[] = [];
  #inFields: Place[] | undefined;

  add(weight: number, at: number): void {
    this.#weights.push(weight);
    this.#places.push(at);
  }

  addToField(field: number, at: number): void {
    (this.#inFields ??= []).push([field, at]);
  }

  endPage(): void {
    const { writer } = this;
    writer.array(3).integer(this.page - this.#last);
    const [weight = 0] = this.#weights;
    if (this.#weights.every((one) => one === weight)) writeAlike(writer, weight, this.#places);
    else writePlaces(writer, this.#weights.map((one, at): Place => [one, this.#places[at] ?? 0]).sort(byWeight));
    if (this.#inFields) writeFields(writer, this.#inFields);
    else writer.array(0);
    this.#last = this.page;
    this.count += 1;
    this.#weights.length = 0;
    this.#places.length = 0;
    this.#inFields = undefined;
  }
}

function byWeight([a, at]: Place, [b, other]: Place): number {
  return (a === 25 ? 0 : a) - (b === 25 ? 0 : b) || at - other;
}

/** Places of one weight, ascending. */
function writeAlike(writer: CborWriter, weight: number, places: readonly number[]): void {
  const isUsual = weight === 25 || places.length === 0;
  writer.array(isUsual ? places.length : places.length + 1);
  if (!isUsual) writer.integer(-1 - weight);
  let before = 0;
  for (const at of places) {
    writer.integer(at - before);
    before = at;
  }
}

/** A field, -1 for the first, and then the places in it, each told by its distance from the one before. */
function writeFields(writer: CborWriter, places: readonly Place[]): void {
  const sorted = [...places].sort(([a, at], [b, other]) => a - b || at - other);
  writer.array(sorted.length + new Set(sorted.map(([field]) => field)).size);
  let [current, before] = [-1, 0];
  for (const [field, at] of sorted) {
    if (field !== current) {
      writer.integer(-1 - field);
      [current, before] = [field, 0];
    }
    writer.integer(at - before);
    before = at;
  }
}

/** What a written word is found by, with where each of these stands. */
interface Written {
  readonly whole: readonly Standing[];
  readonly parts: readonly Standing[];
}

class WordsOfPages {
  readonly #foundBy: ReadonlyMap<string, readonly FoundBy[]>;
  readonly #written = new Map<string, Written>();
  /** By stem, then by form; that without diacritics is empty. */
  readonly #words = new Map<string, Map<string, Standing>>();
  #onPage: Standing[] = [];

  constructor(foundBy: ReadonlyMap<string, readonly FoundBy[]>) {
    this.#foundBy = foundBy;
  }

  /** @param weight of the whole word; its parts share it. @param at how many words of the page come before it. */
  add(page: number, word: string, weight: number, at: number): void {
    const { whole, parts } = this.#look(word);
    for (const standing of whole) this.#on(page, standing).add(weight, at);
    if (parts.length === 0) return;
    const ofPart = Math.max(1, Math.floor(weight / Math.min(255, parts.length)));
    for (const standing of parts) this.#on(page, standing).add(ofPart, at);
  }

  addToField(page: number, word: string, field: number, at: number): void {
    const { whole, parts } = this.#look(word);
    for (const standing of [...whole, ...parts]) this.#on(page, standing).addToField(field, at);
  }

  endPage(): void {
    for (const standing of this.#onPage) standing.endPage();
    this.#onPage = [];
  }

  finish(): { readonly from: string; readonly to: string; readonly bytes: Uint8Array } {
    const sorted = [...this.#words].sort(([a], [b]) => compareCodePoints(a, b));
    const writer = new CborWriter(1 << 16).array(1).array(sorted.length);
    for (const [word, forms] of sorted) {
      writer.array(3).text(word);
      writeStanding(writer, forms.get(""));
      const written = [...forms].filter(([form]) => form !== "");
      writer.array(written.length);
      for (const [form, standing] of written.sort(([a], [b]) => compareCodePoints(a, b)))
        writeStanding(writer.array(2).text(form), standing);
    }
    return { from: sorted[0]?.[0] ?? "", to: sorted.at(-1)?.[0] ?? "", bytes: writer.take() };
  }

  #on(page: number, standing: Standing): Standing {
    if (standing.page !== page) {
      standing.page = page;
      this.#onPage.push(standing);
    }
    return standing;
  }

  #look(word: string): Written {
    const known = this.#written.get(word);
    if (known) return known;
    const foundBy = this.#foundBy.get(word);
    if (!foundBy) throw new RangeError(`Nobody told what "${word}" is found by`);
    const written: Written = {
      whole: foundBy.filter(({ isPart }) => !isPart).map((one) => this.#standing(one)),
      parts: foundBy.filter(({ isPart }) => isPart).map((one) => this.#standing(one)),
    };
    this.#written.set(word, written);
    return written;
  }

  #standing({ stem, form = "" }: FoundBy): Standing {
    const forms = this.#words.get(stem) ?? new Map<string, Standing>();
    this.#words.set(stem, forms);
    const standing = forms.get(form) ?? new Standing();
    forms.set(form, standing);
    return standing;
  }
}

function writeStanding(writer: CborWriter, standing: Standing | undefined): void {
  writer.array(standing?.count ?? 0);
  if (standing) writer.raw(standing.writer.take());
}
