/** A part of a value: text between delimiters, or the name of an @string. Parts are joined by #. */
export type BibtexPiece = { readonly text: string } | { readonly macro: string };

/** Why an entry cannot be read; caught where entries are told apart. */
export class BibtexFault extends Error {
  /** 0-based offset in the file's text. */
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Reads the inside of one entry, from behind its opening brace, and no further than `end`. */
export class BibtexReader {
  at: number;
  key: string | undefined;
  readonly #text: string;
  readonly #end: number;
  readonly #start: number;
  readonly #closing: string;
  /** Where the value that was read last begins. */
  #opened = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.at = start;
    this.#closing = text[start - 1] === "(" ? ")" : "}";
  }

  readKey(): string {
    this.#skipSpace();
    const from = this.at;
    const key = this.#take(/[^\s,{}="]+/y);
    this.#skipSpace();
    const sign = this.#sign();
    if (key === "" || sign === "=")
      throw new BibtexFault(from, "The entry has no key. Write one and a comma before its first field.");
    this.key = key;
    if (sign === ",") this.at += 1;
    else if (sign !== this.#closing)
      throw new BibtexFault(this.at, `Behind the key "${key}" a comma is missing; a key has no spaces.`);
    return key;
  }

  /** All fields up to the closing brace, which is left standing. */
  readFields(): Map<string, readonly BibtexPiece[]> {
    const fields = new Map<string, readonly BibtexPiece[]>();
    for (;;) {
      this.#take(/[\s,]*/y);
      if (this.#sign() === this.#closing) return fields;
      const from = this.at;
      const name = this.#take(/[^\s,{}()="#%@\\]+/y);
      this.#skipSpace();
      if (name === "" || this.#sign() !== "=") throw this.#noField(from, name);
      this.at += 1;
      const value = this.readValue(name);
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
      this.#skipSpace();
      if (this.#sign() === "," || this.#sign() === this.#closing) continue;
      throw this.#badEnd(name, value);
    }
  }

  readValue(name = "the value"): BibtexPiece[] {
    const pieces: BibtexPiece[] = [];
    do {
      this.#skipSpace();
      const sign = this.#sign();
      if (sign === "{") pieces.push({ text: this.#readDelimited(name, "}") });
      else if (sign === '"') pieces.push({ text: this.#readDelimited(name, '"') });
      else {
        const word = this.#take(/[^\s,{}()="#%@\\]+/y);
        if (word === "") throw new BibtexFault(this.at, `${name} has no value. Write it between braces: {…}.`);
        pieces.push(/^\d+$/.test(word) ? { text: word } : { macro: word });
      }
      this.#skipSpace();
    } while (this.#take(/#/y) !== "");
    return pieces;
  }

  readEnd(): void {
    this.#skipSpace();
    if (this.#sign() !== this.#closing) throw this.#neverClosed();
    this.at += 1;
  }

  /** Text up to the sign that ends it, at no depth of braces of its own. */
  #readDelimited(name: string, last: string): string {
    const from = this.at;
    this.#opened = from;
    let depth = 0;
    for (let at = from + 1; at < this.#end; at++) {
      const sign = this.#text[at];
      if (depth === 0 && sign === last) {
        this.at = at + 1;
        return this.#text.slice(from + 1, at);
      }
      if (sign === "{") depth += 1;
      else if (sign === "}" && --depth < 0) break;
    }
    throw this.#valueOpen(name, last === '"' ? "quotation mark" : "brace");
  }

  #noField(from: number, name: string): BibtexFault {
    if (from >= this.#end) return this.#neverClosed();
    const found = name === "" ? `"${this.#text[from] ?? ""}"` : `"${name.slice(0, 40)}"`;
    return new BibtexFault(from, `${found} is no field. Write name = {value}, and a comma behind it.`);
  }

  #badEnd(name: string, value: readonly BibtexPiece[]): BibtexFault {
    const [only] = value;
    const hasFields = only && "text" in only && /\n\s*[A-Za-z-]+\s*=\s*[{"\w]/.test(only.text);
    if (this.at >= this.#end) return hasFields ? this.#valueOpen(name, "brace") : this.#neverClosed();
    if (only && "text" in only && /=\s*$/.test(only.text))
      return new BibtexFault(this.at, `The quotation mark of ${name} is not closed before this one.`);
    const isField = /[A-Za-z-]+\s*=/y;
    isField.lastIndex = this.at;
    return isField.test(this.#text)
      ? new BibtexFault(this.at, `A comma is missing behind the value of ${name}.`)
      : new BibtexFault(
          this.at,
          `Behind the value of ${name} there is text. Put it inside the braces, or take it out.`,
        );
  }

  #valueOpen(name: string, what: string): BibtexFault {
    return new BibtexFault(this.#opened, `The ${what} that opens the value of ${name} is never closed.`);
  }

  #neverClosed(): BibtexFault {
    return new BibtexFault(this.#start - 1, "The entry is never closed: a brace is missing at its end, or in it.");
  }

  #skipSpace(): void {
    this.#take(/\s*/y);
  }

  /** The next sign; empty at the end. */
  #sign(): string {
    return this.at < this.#end ? (this.#text[this.at] ?? "") : "";
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ""] = pattern.exec(this.#text) ?? [];
    const text = found.slice(0, Math.max(0, this.#end - this.at));
    this.at += text.length;
    return text;
  }
}
