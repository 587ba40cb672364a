/**
 * As much of CBOR (RFC 8949) as Pagefind's files are written in: whole numbers, texts and
 * arrays whose length stands before them. Numbers are written in their shortest form.
 */

const unsigned = 0;
const negative = 1;
const text = 3;
const array = 4;

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

/** Reads one item after another. @throws RangeError where something else stands than was asked for. */
export class CborReader {
  /** Offset of the next item, from 0. */
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /** @returns how many items follow that belong to it. */
  array(): number {
    return this.#head(array);
  }

  text(): string {
    const length = this.#head(text);
    return decoder.decode(this.bytes.subarray(this.at, (this.at += length)));
  }

  unsigned(): number {
    return this.#head(unsigned);
  }

  /** A whole number, also one below zero. */
  integer(): number {
    return this.#byte() >> 5 === negative ? -1 - this.#head(negative) : this.unsigned();
  }

  /** Pass over an array of whole numbers. */
  skipIntegers(): void {
    for (let left = this.array(); left > 0; left--) {
      const short = this.#byte() & 31;
      this.at += short < 24 ? 1 : 1 + (1 << (short - 24));
    }
  }

  #byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError("The file ends before what is in it");
    return byte;
  }

  /** The number that begins an item: its value, or its length. */
  #head(wanted: number): number {
    const byte = this.#byte();
    const short = byte & 31;
    if (byte >> 5 !== wanted || short > 26) throw new RangeError(`There is no item ${wanted} at ${this.at}`);
    this.at += 1;
    if (short < 24) return short;
    let value = 0;
    for (let left = 1 << (short - 24); left > 0; left--, this.at++) value = value * 256 + this.#byte();
    return value;
  }
}

/** Puts items one behind the other. */
export class CborWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  array(length: number): this {
    return this.#head(array, length);
  }

  text(value: string): this {
    const bytes = encoder.encode(value);
    return this.#head(text, bytes.length).raw(bytes);
  }

  integer(value: number): this {
    return value < 0 ? this.#head(negative, -1 - value) : this.#head(unsigned, value);
  }

  /** Items that are written already. */
  raw(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** What was written from one length to another, until something more is written. */
  between(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from, to);
  }

  /** What was written so far; what is written next begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #head(kind: number, value: number): this {
    const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 4;
    this.#room(1 + size);
    this.#bytes[this.#length++] = (kind << 5) | (size === 0 ? value : 23 + (size === 4 ? 3 : size));
    for (let shift = size - 1; shift >= 0; shift--) this.#bytes[this.#length++] = (value >>> (8 * shift)) & 255;
    return this;
  }

  #room(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + size));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
