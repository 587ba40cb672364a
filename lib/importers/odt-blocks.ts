import type { Element, ParentNode } from "domhandler";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import type { Dropped, ImportedBlock } from "./imported-document.ts";
import type { OdtList, OdtLists, OdtMarker } from "./odt-lists.ts";
import type { OdtStyles } from "./odt-styles.ts";
import { readOdtTable } from "./odt-table.ts";
import { OdtWords } from "./odt-words.ts";
import { childrenOf, elementsOf } from "./xml.ts";

/** Parts of a text document that are made out of others. */
const indexes = new Set(
  ["table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"].map(
    (name) => `text:${name}`,
  ),
);

/** Where words stand in a list. */
interface Item {
  readonly list: OdtList;
  /** 0-based. */
  readonly depth: number;
  /** Taken by the first paragraph of the item. */
  marker: OdtMarker | undefined;
}

/** Reads the body of a text document into blocks. */
export class OdtReader {
  readonly titles: string[] = [];
  readonly blocks: ImportedBlock[] = [];
  readonly dropped: Dropped[] = [];
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #words: OdtWords;

  constructor(styles: OdtStyles, lists: OdtLists) {
    this.#styles = styles;
    this.#lists = lists;
    this.#words = new OdtWords(styles, this.dropped);
  }

  /** The words of each note, in the order of their marks. */
  get notes(): readonly string[] {
    return this.#words.notes;
  }

  read(parent: ParentNode, item?: Item): void {
    for (const element of childrenOf(parent)) {
      if (element.name === "text:p") this.#paragraph(element, item);
      else if (element.name === "text:h") this.#heading(element, item);
      else if (element.name === "text:list") this.#list(element, item);
      else if (element.name === "table:table") this.#table(element);
      else if (indexes.has(element.name))
        this.dropped.push({ what: "table of contents", text: this.#words.of(element) });
      else if (element.name === "text:section" || element.name === "text:numbered-paragraph") this.read(element, item);
      else if (element.name.startsWith("draw:")) this.#words.of(element);
    }
  }

  #paragraph(element: Element, item: Item | undefined): void {
    const role = this.#styles.role(element);
    const raw = this.#words.withBreaks(element);
    const text = collapseWhiteSpace(raw);
    this.#readFrames(element);
    if (text === "") return;
    const marker = item?.marker;
    if (item) item.marker = undefined;
    const last = this.blocks.at(-1);
    if (role === "title") this.titles.push(text);
    else if (item && marker && marker.text !== "")
      this.blocks.push({ kind: "item", marker: marker.text, depth: item.depth, text, ...labelOf(marker) });
    else if (role !== "code") this.blocks.push({ kind: role === "quote" ? "quote" : "paragraph", text });
    else if (last?.kind === "code") this.blocks[this.blocks.length - 1] = { ...last, text: `${last.text}\n${raw}` };
    else this.blocks.push({ kind: "code", text: raw });
  }

  #heading(element: Element, item: Item | undefined): void {
    const words = this.#words.of(element);
    if (words === "") return;
    const marker = item?.marker?.text;
    if (item) item.marker = undefined;
    const depth = Math.min(Math.max(Number(element.attribs["text:outline-level"] ?? "1") || 1, 1), 6);
    const number = marker ?? this.#outlineNumber(element, depth);
    const text = number === "" || number === "•" ? words : `${number} ${words}`;
    if (this.#styles.role(element) === "title") this.titles.push(words);
    else this.blocks.push({ kind: "heading", depth, text });
  }

  /** Headings are counted by the outline, unless they are said to have no number. */
  #outlineNumber(heading: Element, depth: number): string {
    if (heading.attribs["text:is-list-header"] === "true" || !this.#styles.isOutlined(heading)) return "";
    return this.#lists.ofHeading(depth - 1, heading);
  }

  #list(element: Element, around: Item | undefined): void {
    const list = around ? this.#lists.inside(around.list, element) : this.#lists.begin(element);
    const depth = around ? around.depth + 1 : 0;
    for (const child of childrenOf(element)) {
      if (child.name === "text:list-header") this.read(child, { list, depth, marker: undefined });
      else if (child.name === "text:list-item") {
        // An item that only holds a deeper list has no number of its own.
        const [first] = childrenOf(child);
        const isNumbered = first !== undefined && first.name !== "text:list" && this.#words.of(first, "quietly") !== "";
        this.read(child, { list, depth, marker: isNumbered ? this.#lists.next(list, depth, child) : undefined });
      }
    }
  }

  #table(element: Element): void {
    const rows = readOdtTable(element, (cell) => this.#words.of(cell));
    if (!rows) for (const cell of elementsOf(element, "table:table-cell")) this.read(cell);
    else if (rows.some((row) => row.some((cell) => cell !== ""))) this.blocks.push({ kind: "table", rows });
  }

  /** Boxes of text stand beside the paragraph that they are tied to. */
  #readFrames(element: Element): void {
    for (const box of elementsOf(element, "draw:text-box")) this.read(box);
  }
}

function labelOf({ label }: OdtMarker): { label?: string } {
  return label === undefined ? {} : { label };
}
