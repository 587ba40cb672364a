import { CborReader, CborWriter } from "./cbor.ts";
import { compareText } from "../text/compare.ts";
import {
  readFilter,
  readMeta,
  readWords,
  writeFilter,
  writeMeta,
  type IndexedWord,
  type IndexMeta,
  type Postings,
  type WordsFile,
} from "./pagefind-files.ts";
import { compareCodePoints, inOrder } from "./words-in-order.ts";

/** One index of one language. Files are without signature and compression. */
export interface LanguageIndex {
  readonly meta: Uint8Array;
  /** By the names that `meta` gives. */
  readonly chunks: ReadonlyMap<string, Uint8Array>;
  readonly filters: ReadonlyMap<string, Uint8Array>;
}

export interface JoinedIndex extends LanguageIndex {
  readonly pageCount: number;
}

/** About how long a file of words gets, in bytes before compression: what a query fetches at least. */
const chunkLength = 60_000;

/**
 * Join indexes of different pages into one, as Pagefind would have made it of all of them:
 * in the order given, with everything else sorted, so that the same pages give the same bytes.
 *
 * Numbers of pages are raised by those of the indexes before; where a word stands in a page
 * is copied as it is.
 *
 * @param nameOf a name for a file, made of its bytes alone.
 * @param fragmentOf the name of a page's fragment, by its index, from 0, and what that calls it.
 */
export function joinIndexes(
  indexes: readonly LanguageIndex[],
  nameOf: (bytes: Uint8Array) => string,
  fragmentOf: (index: number, name: string) => string,
): JoinedIndex {
  const metas = indexes.map(({ meta }) => readMeta(meta));
  const fields = [...new Set(metas.flatMap((meta) => meta.fields))].sort(compareText);
  const offsets: number[] = [];
  let pageCount = 0;
  for (const { pages } of metas) {
    offsets.push(pageCount);
    pageCount += pages.length;
  }
  const words = metas.map((meta, at) => wordsOf(meta, indexes[at]?.chunks, offsets[at] ?? 0, fields));
  const chunks = new Map<string, Uint8Array>();
  const ranges: WordsFile[] = [];
  for (const { from, to, bytes } of writeChunks(inOrder(words))) {
    const name = nameOf(bytes);
    chunks.set(name, bytes);
    ranges.push({ from, to, name });
  }
  const filters = new Map<string, Uint8Array>();
  const filterNames: { name: string; file: string }[] = [];
  for (const [filter, values] of joinFilters(metas, indexes, offsets)) {
    const bytes = writeFilter(filter, values);
    const file = nameOf(bytes);
    filters.set(file, bytes);
    filterNames.push({ name: filter, file });
  }
  const pages = metas.flatMap((meta, at) =>
    meta.pages.map(({ fragment, words }) => ({ fragment: fragmentOf(at, fragment), words })),
  );
  return { meta: writeMeta({ pages, chunks: ranges, filters: filterNames, fields }), chunks, filters, pageCount };
}

/** The words of one index, with the pages and fields as they are numbered in the joined one. */
function* wordsOf(
  meta: IndexMeta,
  chunks: LanguageIndex["chunks"] = new Map(),
  offset: number,
  fields: readonly string[],
): Generator<IndexedWord, undefined> {
  const numbers = meta.fields.map((field) => fields.indexOf(field));
  const isSame = numbers.every((number, at) => number === at);
  const settle = (postings: Postings): Postings => {
    if (postings.count === 0) return postings;
    const rest = isSame ? postings.rest : withFields(postings, numbers);
    return { ...postings, rest, first: postings.first + offset, last: postings.last + offset };
  };
  for (const name of meta.chunks) {
    const bytes = chunks.get(name);
    if (!bytes) throw new RangeError(`The index names a file ${name} that it does not have`);
    for (const { word, postings, forms } of readWords(bytes))
      yield {
        word,
        postings: settle(postings),
        forms: forms.map((one) => ({ form: one.form, postings: settle(one.postings) })),
      };
  }
  return undefined;
}

/** Where words stand in what pages say of themselves is told by the field, -1 for the first, and then the places. */
function withFields({ count, rest }: Postings, numbers: readonly number[]): Uint8Array {
  const reader = new CborReader(rest);
  const writer = new CborWriter();
  for (let at = 0; at < count; at++) {
    if (at > 0) reader.array();
    if (at > 0) writer.array(3).integer(reader.unsigned());
    const from = reader.at;
    reader.skipIntegers();
    writer.raw(rest.subarray(from, reader.at));
    const length = reader.array();
    writer.array(length);
    for (let left = length; left > 0; left--) {
      const value = reader.integer();
      writer.integer(value < 0 ? -1 - (numbers[-1 - value] ?? 0) : value);
    }
  }
  return writer.take();
}

function* writeChunks(
  words: Iterable<readonly IndexedWord[]>,
): Generator<{ from: string; to: string; bytes: Uint8Array }> {
  const writer = new CborWriter();
  let [from, to, count] = ["", "", 0];
  const finish = () => {
    const items = writer.take();
    return { from, to, bytes: new CborWriter().array(1).array(count).raw(items).take() };
  };
  for (const same of words) {
    to = same[0]?.word ?? "";
    if (count === 0) from = to;
    count += 1;
    writer.array(3).text(to);
    writePostings(
      writer,
      same.map(({ postings }) => postings),
    );
    const forms = new Map<string, Postings[]>();
    for (const { form, postings } of same.flatMap((one) => one.forms))
      forms.set(form, [...(forms.get(form) ?? []), postings]);
    writer.array(forms.size);
    for (const form of [...forms.keys()].sort(compareCodePoints))
      writePostings(writer.array(2).text(form), forms.get(form) ?? []);
    if (writer.length < chunkLength) continue;
    yield finish();
    count = 0;
  }
  if (count > 0) yield finish();
}

function writePostings(writer: CborWriter, parts: readonly Postings[]): void {
  writer.array(parts.reduce((sum, { count }) => sum + count, 0));
  let before = 0;
  for (const { count, first, last, rest } of parts) {
    if (count === 0) continue;
    writer
      .array(3)
      .integer(first - before)
      .raw(rest);
    before = last;
  }
}

type FilterValues = ReadonlyMap<string, readonly number[]>;

function joinFilters(
  metas: readonly IndexMeta[],
  indexes: readonly LanguageIndex[],
  offsets: readonly number[],
): [string, FilterValues][] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [at, meta] of metas.entries())
    for (const { name, file } of meta.filters) {
      const bytes = indexes[at]?.filters.get(file);
      if (!bytes) throw new RangeError(`The index names a filter ${file} that it does not have`);
      const values = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, values);
      for (const [value, pages] of readFilter(bytes)) {
        const joined = values.get(value) ?? [];
        values.set(value, joined);
        for (const page of pages) joined.push(page + (offsets[at] ?? 0));
      }
    }
  return [...filters].sort(([a], [b]) => compareText(a, b));
}
