// The files of a search index, as Pagefind writes them: CBOR (RFC 8949) of whole numbers, texts
// and arrays, behind a signature, compressed. lib/core/search/pagefind-files.ts tells what is in them.

const signatureLength = 12;
const [negative, text, array] = [1, 3, 4];

/** Fetch one of them. @returns {Promise<Uint8Array>} what is in it. @throws when it is not there. */
export async function fetchFile(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // A server may have said that it is compressed; then it no longer is.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? await unpack(bytes) : bytes).subarray(signatureLength);
}

async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads one item after another. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A whole number, or the length of an array or of a text. */
  number() {
    const head = this.bytes[this.at++];
    const short = head & 31;
    let value = short;
    if (short > 23) {
      value = 0;
      for (let left = 1 << (short - 24); left > 0; left--) value = value * 256 + this.bytes[this.at++];
    }
    return head >> 5 === negative ? -1 - value : value;
  }

  length(kind) {
    if (this.bytes[this.at] >> 5 !== kind) throw new RangeError("This is no file of an index that is known here");
    return this.number();
  }

  array() {
    return this.length(array);
  }

  text() {
    const length = this.length(text);
    return decoder.decode(this.bytes.subarray(this.at, (this.at += length)));
  }

  list(one) {
    return Array.from({ length: this.array() }, one);
  }

  numbers() {
    return this.list(() => this.number());
  }

  skipNumbers() {
    for (let left = this.array(); left > 0; left--) {
      const short = this.bytes[this.at] & 31;
      this.at += short < 24 ? 1 : 1 + (1 << (short - 24));
    }
  }
}

/** What an index has: its pages by number, each with its fragment and its words, and the names of its other files. */
export function readMeta(bytes) {
  const reader = new Reader(bytes);
  reader.array();
  reader.text();
  const pages = reader.list(() => (reader.array(), { fragment: reader.text(), words: reader.number() }));
  const chunks = reader.list(() => (reader.array(), { from: reader.text(), to: reader.text(), name: reader.text() }));
  const filters = new Map(reader.list(() => (reader.array(), [reader.text(), reader.text()])));
  reader.list(() => (reader.array(), reader.text(), reader.skipNumbers()));
  return { pages, chunks, filters, fields: reader.list(() => reader.text()) };
}

/** Pages, ascending, by each value of a filter. */
export function readFilter(bytes) {
  const reader = new Reader(bytes);
  reader.array();
  reader.text();
  return new Map(reader.list(() => (reader.array(), [reader.text(), reader.numbers()])));
}

/**
 * The words of a file, each with the ways it is written there, with diacritics or without:
 * `pages` goes through the pages of one, and `visit` is given each, with where the word
 * stands in its text and in what it says of itself.
 */
export function readWords(bytes) {
  const reader = new Reader(bytes);
  const words = [];
  reader.array();
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    const word = reader.text();
    const forms = [{ form: word, pages: pagesFrom(reader) }];
    for (let more = reader.array(); more > 0; more--) {
      reader.array();
      forms.push({ form: reader.text(), pages: pagesFrom(reader) });
    }
    words.push({ word, forms });
  }
  return words;
}

function pagesFrom(reader) {
  const start = reader.at;
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    reader.number();
    reader.skipNumbers();
    reader.skipNumbers();
  }
  return (visit) => visitPages(new Reader(reader.bytes, start), visit);
}

/** Weights are in 24ths; one below zero stands before the places that have it. */
function visitPages(reader, { page, place, field }) {
  let number = 0;
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    number += reader.number();
    page?.(number);
    if (!place) reader.skipNumbers();
    else readPlaces(reader, (weight, at) => place(number, weight, at));
    if (!field) reader.skipNumbers();
    else readFields(reader, (which, at) => field(number, which, at));
  }
}

function readPlaces(reader, place) {
  let [weight, at] = [25, 0];
  for (let left = reader.array(); left > 0; left--) {
    const value = reader.number();
    if (value < 0) [weight, at] = [-1 - value, 0];
    else place(weight, (at += value));
  }
}

function readFields(reader, field) {
  let [which, at] = [0, 0];
  for (let left = reader.array(); left > 0; left--) {
    const value = reader.number();
    if (value < 0) [which, at] = [-1 - value, 0];
    else field(which, (at += value));
  }
}
