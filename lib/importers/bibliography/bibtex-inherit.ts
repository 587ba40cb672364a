import type { BibtexEntry } from "./bibtex-scan.ts";
import type { BibtexPiece } from "./bibtex-reader.ts";

type Fields = ReadonlyMap<string, readonly BibtexPiece[]>;

/** What a work does not take from the one that holds it. */
const own = new Set([
  "crossref", "xdata", "ids", "key", "label", "shorthand", "title", "subtitle", "titleaddon", "shorttitle", "doi", "url",
  "urldate", "pages", "file", "abstract", "note", "annotation", "keywords", "author", "type",
]); // prettier-ignore

const containers: ReadonlyMap<string, string> = new Map([
  ["title", "booktitle"],
  ["subtitle", "booksubtitle"],
]);

/** Deeper than any library refers; a circle ends here, too. */
const deepest = 8;

export interface InheritedFields {
  readonly fields: Fields;
  /** Keys referred to that are not in the file. */
  readonly lost: readonly string[];
}

/** What entries take from one another by `xdata` and `crossref`; each is worked out once. */
export class Inheritance {
  readonly #byKey: ReadonlyMap<string, BibtexEntry>;
  readonly #known = new Map<BibtexEntry, InheritedFields>();

  constructor(entries: readonly BibtexEntry[]) {
    this.#byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  }

  /** An entry's fields, with those of the entries it refers to. */
  of(entry: BibtexEntry, depth = 0): InheritedFields {
    const known = this.#known.get(entry);
    if (known) return known;
    const fields = new Map(entry.fields);
    const lost: string[] = [];
    // In a circle, the entry met again gives what it has of its own.
    this.#known.set(entry, { fields: entry.fields, lost: [] });
    const isPart = /^(?:in|supp|bookin|conference)/.test(entry.type);
    for (const reference of ["xdata", "crossref"] as const) {
      for (const key of depth < deepest ? keysOf(entry.fields.get(reference)) : []) {
        const parent = this.#byKey.get(key.toLowerCase());
        if (!parent) lost.push(key);
        else take(fields, this.of(parent, depth + 1).fields, reference, isPart);
      }
    }
    const found = { fields, lost };
    this.#known.set(entry, found);
    return found;
  }
}

function take(fields: Map<string, readonly BibtexPiece[]>, from: Fields, reference: string, isPart: boolean): void {
  for (const [name, value] of from) {
    const container = isPart ? containers.get(name) : undefined;
    if (reference === "xdata") {
      if (name !== "xdata" && name !== "crossref") keep(fields, name, value);
    } else if (container !== undefined) keep(fields, container, value);
    else if (!own.has(name)) keep(fields, name, value);
  }
}

function keep(fields: Map<string, readonly BibtexPiece[]>, name: string, value: readonly BibtexPiece[]): void {
  if (!fields.has(name)) fields.set(name, value);
}

function keysOf(pieces: readonly BibtexPiece[] | undefined): string[] {
  const text = (pieces ?? []).map((piece) => ("text" in piece ? piece.text : piece.macro)).join("");
  return text
    .split(",")
    .slice(0, 20)
    .map((key) => key.trim())
    .filter((key) => key !== "");
}
