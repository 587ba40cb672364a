import { isPlain, onOneLine, wordsOf, writtenOut } from "./plain-words.ts";

/** Where an element with an id begins. */
export interface PageAnchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  /** How many words of the page come before it. */
  readonly location: number;
}

/** What Pagefind reads in a page. */
export interface ReadPage {
  /** In lower case. */
  readonly language: string;
  /** As they are written, parted by white space alone. */
  readonly words: readonly string[];
  /** Of each word, in 24ths. */
  readonly weights: readonly number[];
  readonly anchors: readonly PageAnchor[];
  /** Values in the order of the page. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
  readonly meta: ReadonlyMap<string, string>;
}

const set = (words: string) => new Set(words.split(" "));
const sentences = set("article div h1 h2 h3 h4 h5 h6 li p section td ul");
const inline = set(
  "a abbr acronym b bdo big button cite code col dfn em i kbd map object output q samp small span strong sub sup time tt var",
);
const unread = set("footer form label nav svg");
const empty = set("area base br col embed hr img input link meta source track wbr");
/** Whose text is no HTML, or which Pagefind may read otherwise. */
const strange = set("head html body iframe math noscript plaintext script select style template textarea title xmp");

/** What says more than a drawing does, or counts as its text where it has an id. */
const strangeInDrawing = new RegExp(`<svg|data-pagefind|<(?:${[...inline].join("|")})[\\s>/]`);

const usual = 24;
const headings = new Map([7, 6, 5, 4, 3, 2].map((weight, at) => [`h${at + 1}`, weight * usual]));

/** Ends of texts behind which a full stop is put. */
const openEnd = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}'")$*]$/u;

const mark = "data-pagefind-body";
const frame = /^<html lang="([^"&]+)"><body><article data-pagefind-body>/;
const unspaced = /^(?:zh|ja|th)(?:-|$)/;
const strangeWords = /___|<!|data-pagefind-(?!body>|ignore|filter|meta)|\u200b/;
const attribute = /\s([a-z-]+)(?:="([^"]*)")?(?=[\s>/]|$)/g;
const fromAttribute = /^\s*([^:[\]]+)\[([^\]]+)\]\s*$/;

interface Open {
  readonly name: string;
  readonly isUnread: boolean;
  readonly isLeftOut: boolean;
  /** The anchors whose text stands in it. */
  readonly anchors: readonly number[];
  /** What its own text is the value of. */
  readonly meta: readonly string[];
  /** How much had been written of the text since the last anchor, and how many pieces there were. */
  readonly from: number;
  readonly pieces: number;
}

/**
 * Read what is searched of a page as Pagefind reads it.
 *
 * @param html as `searchedPart` makes it of Pincite's own pages.
 * @returns undefined for what Pagefind should better read itself: what is not well-formed, and what is rare.
 */
export function readSearched(html: string): ReadPage | undefined {
  const [start = "", language = ""] = frame.exec(html) ?? [];
  if (start === "" || !html.endsWith("</article></body></html>") || unspaced.test(language)) return undefined;
  if (strangeWords.test(html) || !isPlain(html) || html.includes(mark, start.length)) return undefined;
  const reader = new PageReader();
  const tag = /<(\/?)([a-z][a-z0-9-]*)([^<>]*)>/g;
  let at = start.length;
  tag.lastIndex = at;
  reader.open("article", "");
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const [, slash, name = "", attributes = ""] = found;
    reader.text(html.slice(at, found.index));
    at = tag.lastIndex;
    const isDone = slash === "/" ? reader.close(name) : reader.open(name, attributes);
    if (!isDone) return undefined;
    if (name === "svg" && slash === "") {
      // A drawing is not read, and is no HTML.
      at = tag.lastIndex = html.indexOf("</svg>", at);
      if (at < 0 || strangeInDrawing.test(html.slice(found.index + 4, at))) return undefined;
    }
    if (reader.isAtEnd) return html.slice(at) === "</body></html>" ? reader.page(language.toLowerCase()) : undefined;
  }
  return undefined;
}

class PageReader {
  readonly #open: Open[] = [];
  readonly #words: string[] = [];
  readonly #weights: number[] = [];
  readonly #anchors: { element: string; id: string; text: string; location: number }[] = [];
  readonly #filters = new Map<string, string[]>();
  readonly #meta = new Map<string, string>();
  #autoTitle: string | undefined;
  #image: readonly [source: string, alt: string] | undefined;
  /** Of the text since the last anchor or heading. */
  #piece = "";
  #pieces = 0;
  #weight = usual;
  /** How many open elements are not read. */
  #unread = 0;
  #leftOut = 0;

  get isAtEnd(): boolean {
    return this.#open.length === 0;
  }

  text(text: string): void {
    const open = this.#open.at(-1);
    if (text === "" || !open) return;
    if (this.#unread === 0) this.#piece += text;
    // What stands in an element within one that is not read counts as its text, nonetheless.
    if (open.isUnread || this.#leftOut > 0) return;
    for (const anchor of open.anchors) {
      const one = this.#anchors[anchor];
      if (one) one.text += text;
    }
  }

  /** @returns false for what cannot be read here. */
  open(name: string, written: string): boolean {
    if (strange.has(name) || (written.endsWith("/") && !empty.has(name))) return false;
    const said = new Map(Array.from(written.matchAll(attribute), ([, key = "", value = ""]) => [key, value]));
    const ignored = said.get("data-pagefind-ignore");
    if (ignored !== undefined && !["", "index", "true", "all"].includes(ignored)) return false;
    const isLeftOut = ignored === "all";
    const anchor = ignored === undefined ? this.#anchor(name, said.get("id")) : -1;
    if (anchor === undefined) return false;
    if (name === "br" && this.#unread === 0) this.#piece += " ";
    const meta = this.#leftOut > 0 || isLeftOut ? [] : this.#say(said);
    if (!meta) return false;
    if (empty.has(name)) {
      if (name === "img" && !isLeftOut && this.#leftOut === 0) this.#show(said);
      return meta.length === 0;
    }
    const parent = this.#open.at(-1)?.anchors ?? [];
    const anchors = [...(inline.has(name) ? parent : []), ...(anchor >= 0 ? [anchor] : [])];
    const isUnread = ignored !== undefined || unread.has(name);
    if (isUnread) this.#unread += 1;
    if (isLeftOut) this.#leftOut += 1;
    if (this.#unread > 0 && (name === "h1" || meta.length > 0)) return false;
    const weight = headings.get(name);
    if (this.#unread === 0 && weight !== undefined) {
      if (this.#weight !== usual) return false;
      this.#cut();
      this.#weight = weight;
    }
    if (this.#unread === 0 && sentences.has(name)) this.#piece += " ";
    this.#open.push({ name, isUnread, isLeftOut, anchors, meta, from: this.#piece.length, pieces: this.#pieces });
    return true;
  }

  /** @returns false for what cannot be read here. */
  close(name: string): boolean {
    const open = this.#open.pop();
    if (open?.name !== name) return false;
    if (this.#unread === 0) {
      const isWhole = open.pieces === this.#pieces;
      const text = this.#piece.slice(isWhole ? open.from : 0);
      const asksForText = open.meta.length > 0 || name === "h1";
      if (asksForText && !isWhole) return false;
      for (const key of open.meta) if (text !== "") this.#meta.set(key, onOneLine(text));
      if (name === "h1" && this.#autoTitle === undefined && text.trim() !== "") this.#autoTitle = onOneLine(text);
      if (sentences.has(name)) this.#piece += openEnd.test(this.#piece.slice(-2)) ? ". " : " ";
      if (headings.has(name)) {
        this.#cut();
        this.#weight = usual;
      }
    }
    if (open.isUnread) this.#unread -= 1;
    if (open.isLeftOut) this.#leftOut -= 1;
    return true;
  }

  page(language: string): ReadPage | undefined {
    this.#cut();
    if (this.#words.length === 0) return undefined;
    const meta = new Map(this.#meta);
    if (this.#image && !meta.has("image")) meta.set("image", this.#image[0]).set("image_alt", this.#image[1]);
    if (this.#autoTitle !== undefined && !meta.has("title")) meta.set("title", this.#autoTitle);
    const anchors = this.#anchors.map((one) => ({ ...one, text: onOneLine(onOneLine(one.text)) }));
    return { language, words: this.#words, weights: this.#weights, anchors, filters: this.#filters, meta };
  }

  /** What was written so far, as words. */
  #cut(): void {
    this.#pieces += 1;
    for (const word of wordsOf(writtenOut(this.#piece))) {
      this.#words.push(word);
      this.#weights.push(this.#weight);
    }
    this.#piece = "";
  }

  /** @returns its number, -1 for none; undefined for an id that cannot be read here. */
  #anchor(element: string, id: string | undefined): number | undefined {
    if (id === undefined || this.#unread > 0) return -1;
    if (id === "" || /[\s&]/.test(id)) return undefined;
    // What it stands in is cut here, and of a title no more than all of it can be taken.
    this.#cut();
    return this.#anchors.push({ element, id, text: "", location: this.#words.length }) - 1;
  }

  /** Take what an element says to Pagefind. @returns names whose value is its text; undefined for what cannot be read here. */
  #say(said: ReadonlyMap<string, string>): string[] | undefined {
    for (const [name, value] of this.#pairs(said, "data-pagefind-filter") ?? [["", undefined]]) {
      if (value === undefined) return undefined;
      this.#filters.set(name, [...(this.#filters.get(name) ?? []), onOneLine(onOneLine(value))]);
    }
    const texts: string[] = [];
    for (const [name, value] of this.#pairs(said, "data-pagefind-meta") ?? [["", undefined]]) {
      if (name === "") return undefined;
      if (value === undefined) texts.push(name);
      else this.#meta.set(name, onOneLine(value));
    }
    return texts;
  }

  #pairs(said: ReadonlyMap<string, string>, key: string): [name: string, value: string | undefined][] | undefined {
    const written = said.get(key);
    if (written === undefined) return [];
    const [, name, from] = fromAttribute.exec(written) ?? [];
    if (name !== undefined && from !== undefined) return [[name, said.get(from) ?? ""]];
    return /^[a-z]+$/.test(written) ? [[written, undefined]] : undefined;
  }

  /** Pagefind takes the first picture behind a title for the page's. */
  #show(said: ReadonlyMap<string, string>): void {
    const source = said.get("src");
    if (this.#image || source === undefined || (this.#autoTitle === undefined && !this.#meta.has("title"))) return;
    this.#image = [source, said.get("alt") ?? ""];
  }
}
