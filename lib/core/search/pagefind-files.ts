import { compareText } from "../text/compare.ts";
import { CborReader, CborWriter } from "./cbor.ts";

/**
 * The files of one language's index as Pagefind 1.5 writes and reads them, each behind the
 * signature `pagefind_dcd` and compressed. Pages are numbered from 0. Its own source is the
 * only description of them, so another version of it is refused.
 */
export const pagefindVersion = "1.5.2";

/** `pagefind.<hash>.pf_meta`: what the index has, and which files hold it. */
export interface IndexMeta {
  /** By number: the name of its fragment, without the ending, and how many words it has. */
  readonly pages: readonly { readonly fragment: string; readonly words: number }[];
  /** In the order of the words they hold: names of files, without the ending. */
  readonly chunks: readonly string[];
  /** Names of filters, and of the files of their values. */
  readonly filters: readonly { readonly name: string; readonly file: string }[];
  /** Names of what pages say of themselves, such as "title", by the number that marks it. */
  readonly fields: readonly string[];
}

export function readMeta(bytes: Uint8Array): IndexMeta {
  const reader = new CborReader(bytes);
  const list = <One>(one: () => One): One[] => Array.from({ length: reader.array() }, one);
  reader.array();
  const version = reader.text();
  if (version !== pagefindVersion) throw new RangeError(`An index of Pagefind ${version} cannot be joined`);
  const pages = list(() => (reader.array(), { fragment: reader.text(), words: reader.unsigned() }));
  const chunks = list(() => (reader.array(), reader.text(), reader.text(), reader.text()));
  const filters = list(() => (reader.array(), { name: reader.text(), file: reader.text() }));
  // An order by which results could be sorted; no page of Pincite's asks for one.
  list(() => {
    reader.array();
    reader.text();
    reader.skipIntegers();
  });
  return { pages, chunks, filters, fields: list(() => reader.text()) };
}

/** A file of words: the first and the last that it holds, and its name. */
export interface WordsFile {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** The opposite of {@link readMeta}. @param meta whose files of words tell what they hold. */
export function writeMeta({
  pages,
  chunks,
  filters,
  fields,
}: Omit<IndexMeta, "chunks"> & { readonly chunks: readonly WordsFile[] }): Uint8Array {
  const writer = new CborWriter().array(6).text(pagefindVersion).array(pages.length);
  for (const { fragment, words } of pages) writer.array(2).text(fragment).integer(words);
  writer.array(chunks.length);
  for (const { from, to, name } of chunks) writer.array(3).text(from).text(to).text(name);
  writer.array(filters.length);
  for (const { name, file } of filters) writer.array(2).text(name).text(file);
  // An order by which results could be sorted: see `readMeta`.
  writer.array(0).array(fields.length);
  for (const field of fields) writer.text(field);
  return writer.take();
}

/** `filter/<name>.pf_filter`: by each value the pages that have it, ascending. */
export function readFilter(bytes: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const reader = new CborReader(bytes);
  reader.array();
  reader.text();
  const values = new Map<string, number[]>();
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    values.set(
      reader.text(),
      Array.from({ length: reader.array() }, () => reader.unsigned()),
    );
  }
  return values;
}

/** The opposite. */
export function writeFilter(name: string, values: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const writer = new CborWriter().array(2).text(name).array(values.size);
  for (const [value, pages] of [...values].sort(([a], [b]) => compareText(a, b))) {
    writer.array(2).text(value).array(pages.length);
    for (const page of pages) writer.integer(page);
  }
  return writer.take();
}

/** Where a word stands: in ascending pages, each told by its distance from the one before. */
export interface Postings {
  /** How many pages; 0 for a word that stands nowhere itself. */
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** What follows the first page's number, as it is written. */
  readonly rest: Uint8Array;
}

export interface IndexedWord {
  readonly word: string;
  readonly postings: Postings;
  /** By the same word with its diacritics, where it has any. */
  readonly forms: readonly { readonly form: string; readonly postings: Postings }[];
}

/** The words of `index/<name>.pf_index`, one by one, in their order. */
export function* readWords(bytes: Uint8Array): Generator<IndexedWord, undefined> {
  const reader = new CborReader(bytes);
  reader.array();
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    const word = reader.text();
    const postings = readPostings(reader);
    const forms = Array.from({ length: reader.array() }, () => {
      reader.array();
      return { form: reader.text(), postings: readPostings(reader) };
    });
    yield { word, postings, forms };
  }
  return undefined;
}

function readPostings(reader: CborReader): Postings {
  const count = reader.array();
  let first = 0;
  let last = 0;
  let from = reader.at;
  for (let at = 0; at < count; at++) {
    reader.array();
    last += reader.unsigned();
    if (at === 0) {
      first = last;
      from = reader.at;
    }
    // Places in the page's text, and in what it says of itself.
    reader.skipIntegers();
    reader.skipIntegers();
  }
  return { count, first, last, rest: reader.bytes.subarray(from, reader.at) };
}

/** A place of a word: how much it counts, in 24ths, and how many words of the page come before it. */
export type Place = readonly [weight: number, at: number];

/** The weight before which none is written. */
const unwritten = 25;

/** Where a word stands in the text of the first page that has it. */
export function readPlaces({ rest }: Postings): Place[] {
  const reader = new CborReader(rest);
  const places: Place[] = [];
  let [weight, at] = [unwritten, 0];
  for (let left = reader.array(); left > 0; left--) {
    const value = reader.integer();
    if (value < 0) [weight, at] = [-1 - value, 0];
    else places.push([weight, (at += value)]);
  }
  return places;
}

/** The opposite, without what stands before it. @param places by weight, then ascending. */
export function writePlaces(writer: CborWriter, places: readonly Place[]): void {
  let changes = 0;
  let current = unwritten;
  for (const [weight] of places) if (weight !== current) [changes, current] = [changes + 1, weight];
  writer.array(places.length + changes);
  let before = 0;
  current = unwritten;
  for (const [weight, at] of places) {
    if (weight === current) writer.integer(at - before);
    else writer.integer(-1 - weight).integer(at);
    [current, before] = [weight, at];
  }
}
