import type { Dropped, ImportedBlock } from "./imported-document.ts";
import { lineBreak, lower, raise, splitAtBreaks } from "./html-inline.ts";
import { blockNames, treatmentOf, wordsOf } from "./html-kinds.ts";
import { childrenOf, isElement, isTextNode, type HtmlElement, type HtmlNode } from "./html-node.ts";
import type { HtmlNotes } from "./html-notes.ts";
import { listMarker } from "./list-marker.ts";
import { pageBreakAt } from "./page-breaks.ts";
import { readTable } from "./html-table.ts";

export interface HtmlBlocks {
  readonly blocks: readonly ImportedBlock[];
  /** The page of the original on which the last of them ends, where pages are marked. */
  readonly page: string | undefined;
  readonly dropped: readonly Dropped[];
}

const noNotes: HtmlNotes = { notes: [], marks: new Set() };

/**
 * The words of an element and all below it, block by block; footnotes come last.
 *
 * @param page of the original on which they begin, where it is known.
 */
export function readHtmlBlocks(root: HtmlElement, notes: HtmlNotes = noNotes, page?: string): HtmlBlocks {
  const reader = new HtmlBlockReader(notes, page);
  reader.readAll(root);
  return { blocks: reader.blocks, dropped: reader.dropped, page: reader.page };
}

/** What text becomes where it stands. */
interface Standing {
  readonly kind: "paragraph" | "quote" | "item";
  /** Of the list item; only its first paragraph bears it. */
  marker: string;
  /** Lists around it; 0 outside of any. */
  readonly lists: number;
}

class HtmlBlockReader {
  readonly blocks: ImportedBlock[] = [];
  readonly dropped: Dropped[] = [];
  readonly #notes: ReadonlySet<HtmlElement>;
  readonly #noteOrder: readonly HtmlElement[];
  readonly #marks: ReadonlySet<HtmlElement>;
  #words = "";
  /** The page that was reached. */
  page: string | undefined;
  /** The page on which the words under way begin. */
  #begunOn: string | undefined;

  constructor({ notes, marks }: HtmlNotes, page: string | undefined) {
    this.page = page;
    this.#noteOrder = notes;
    this.#notes = new Set(notes);
    this.#marks = marks;
  }

  readAll(root: HtmlElement): void {
    this.#readChildren(root, { kind: "paragraph", marker: "", lists: 0 });
    for (const [index, note] of this.#noteOrder.entries()) {
      const text = withoutNumber(this.#inlineText(note).trim(), index + 1);
      this.blocks.push({ kind: "paragraph", text: text.replace(/\s+/g, " ").trim(), label: `fn${index + 1}` });
    }
  }

  #readChildren(element: HtmlNode, standing: Standing): void {
    for (const child of childrenOf(element)) {
      if (isTextNode(child)) this.#add((child.textContent ?? "").replace(/\s+/g, " "));
      else if (isElement(child)) this.#readElement(child, standing);
    }
    if (isElement(element) && blockNames.has(element.localName)) this.#flush(standing);
  }

  #readElement(element: HtmlElement, standing: Standing): void {
    if (this.#notes.has(element) || this.#marks.has(element)) return;
    if (this.#turnsPage(element)) return;
    const treatment = treatmentOf(element);
    if (treatment.kind === "drop") this.dropped.push({ what: treatment.what, text: wordsOf(element) });
    if (treatment.kind !== "take") return;
    const name = element.localName;
    if (name === "br") this.#words += lineBreak;
    else if (name === "sup" || name === "sub") this.#add(this.#scriptText(element));
    else if (name === "q") this.#add(`“${this.#inlineText(element)}”`);
    else if (!blockNames.has(name)) this.#readChildren(element, standing);
    else {
      this.#flush(standing);
      this.#readBlock(element, standing);
    }
  }

  #add(words: string): void {
    if (this.#words.trim() === "") this.#begunOn = this.page;
    this.#words += words;
  }

  /** Whether an element is the sign of a new page and nothing else. */
  #turnsPage(element: HtmlElement): boolean {
    const turned = pageBreakAt(element);
    if (!turned) return false;
    this.page = turned.page;
    return !turned.hasWords;
  }

  #readBlock(element: HtmlElement, standing: Standing): void {
    const name = element.localName;
    if (/^h[1-6]$/.test(name)) this.#readHeading(element, Number(name[1]));
    else if (name === "ul" || name === "ol" || name === "menu") this.#readList(element, standing);
    else if (name === "blockquote") this.#readChildren(element, { kind: "quote", marker: "", lists: 0 });
    else if (name === "pre") this.#readCode(element);
    else if (name === "table") this.#readTable(element, standing);
    else this.#readChildren(element, standing);
  }

  #readHeading(element: HtmlElement, depth: number): void {
    const text = this.#inlineText(element).replace(/\s+/g, " ").trim();
    if (text !== "") this.blocks.push({ kind: "heading", depth, text });
  }

  #readList(list: HtmlElement, { lists }: Standing): void {
    const isOrdered = list.localName === "ol";
    let number = Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1;
    for (const child of childrenOf(list).filter(isElement)) {
      if (child.localName !== "li") {
        this.#readElement(child, { kind: "item", marker: "•", lists: lists + 1 });
        continue;
      }
      if (this.#notes.has(child)) continue;
      number = Number.parseInt(child.getAttribute("value") ?? "", 10) || number;
      const marker = isOrdered ? listMarker(number, list.getAttribute("type") ?? "1") : "•";
      const treatment = treatmentOf(child);
      if (treatment.kind === "drop") this.dropped.push({ what: treatment.what, text: wordsOf(child) });
      else this.#readChildren(child, { kind: "item", marker, lists: lists + 1 });
      number += 1;
    }
  }

  #readCode(element: HtmlElement): void {
    const text = element.textContent ?? "";
    if (text.trim() !== "") this.blocks.push({ kind: "code", text: text.replace(/^\n|\s+$/g, "") });
  }

  #readTable(table: HtmlElement, standing: Standing): void {
    const { page } = this;
    const rows = readTable(table, (cell) => this.#inlineText(cell).replace(/\s+/g, " ").trim());
    if (!rows) {
      this.#readChildren(table, standing);
      return;
    }
    const caption = table.querySelector("caption");
    if (caption) this.#readChildren(caption, { kind: "paragraph", marker: "", lists: 0 });
    if (rows.some((row) => row.some((cell) => cell !== "")))
      this.blocks.push({ kind: "table", rows, ...(page !== undefined && { page }) });
  }

  #scriptText(element: HtmlElement): string {
    const text = this.#inlineText(element);
    return element.localName === "sup" ? raise(text) : lower(text);
  }

  /** All words below an element in one run; blocks inside are set apart by a space. */
  #inlineText(element: HtmlElement): string {
    let text = "";
    for (const child of childrenOf(element)) {
      if (isTextNode(child)) text += (child.textContent ?? "").replace(/\s+/g, " ");
      if (!isElement(child) || this.#marks.has(child) || this.#turnsPage(child)) continue;
      const treatment = treatmentOf(child);
      if (treatment.kind === "drop") this.dropped.push({ what: treatment.what, text: wordsOf(child) });
      if (treatment.kind !== "take") continue;
      if (child.localName === "br") text += " ";
      else if (child.localName === "sup" || child.localName === "sub") text += this.#scriptText(child);
      else text += blockNames.has(child.localName) ? ` ${this.#inlineText(child)} ` : this.#inlineText(child);
    }
    return text;
  }

  #flush(standing: Standing): void {
    const page = this.#begunOn === undefined ? {} : { page: this.#begunOn };
    for (const text of splitAtBreaks(this.#words)) {
      if (standing.kind === "item" && standing.marker !== "") {
        this.blocks.push({ kind: "item", marker: standing.marker, depth: standing.lists - 1, text, ...page });
        standing.marker = "";
      } else this.blocks.push({ kind: standing.kind === "quote" ? "quote" : "paragraph", text, ...page });
    }
    this.#words = "";
  }
}

/** A note's words without the number that is typed before them; a year that they begin with stays. */
function withoutNumber(text: string, number: number): string {
  const [typed = "", digits] = /^(?:[[(](\d{1,4})[\])]|(\d{1,4})[.)]?)\s+/.exec(text)?.filter(Boolean) ?? [];
  return Number(digits) === number ? text.slice(typed.length) : text;
}
