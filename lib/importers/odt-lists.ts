import type { Element, ParentNode } from "domhandler";
import { formatNumber, type NumberFormat } from "./number-formats.ts";
import { childrenOf, elementsOf } from "./xml.ts";

/** What an item shows before its words. */
export interface OdtMarker {
  /** "•", or the number as it is shown, such as "3." or "(a)"; empty when the list shows none. */
  readonly text: string;
  /** The number alone where it names the levels above it, such as "14.1". */
  readonly label?: string;
}

const formats = new Map<string, NumberFormat>([
  ["1", "decimal"],
  ["a", "lower-letter"],
  ["A", "upper-letter"],
  ["i", "lower-roman"],
  ["I", "upper-roman"],
  ["", "none"],
]);

/** A list under way: its style, and the last number at each depth. */
export interface OdtList {
  readonly style: string;
  readonly numbers: (number | undefined)[];
}

/** Stands for the outline among the names of list styles, none of which is empty. */
const outlineStyle = "";

/** Counts the items of a text document's lists, which have to be shown to it in their order. */
export class OdtLists {
  readonly #styles: ReadonlyMap<string, Element>;
  /** Levels of the numbers that headings have. */
  readonly #outline: readonly Element[];
  readonly #headings: OdtList = { style: outlineStyle, numbers: [] };
  readonly #byId = new Map<string, OdtList>();
  readonly #byStyle = new Map<string, OdtList>();

  constructor(roots: readonly ParentNode[]) {
    const styles = roots.flatMap((root) => elementsOf(root, "text:list-style"));
    this.#outline = roots.flatMap((root) => elementsOf(root, "text:outline-style")).flatMap((one) => childrenOf(one));
    this.#styles = new Map(styles.map((style) => [style.attribs["style:name"] ?? "", style]));
  }

  /** Begin an outermost list, or go on with one that was begun. */
  begin({ attribs }: Element): OdtList {
    const style = attribs["text:style-name"] ?? "";
    const continued =
      this.#byId.get(attribs["text:continue-list"] ?? "") ??
      (attribs["text:continue-numbering"] === "true" ? this.#byStyle.get(style) : undefined);
    const list = { style, numbers: continued?.numbers ?? [] };
    if (attribs["xml:id"] !== undefined) this.#byId.set(attribs["xml:id"], list);
    this.#byStyle.set(style, list);
    return list;
  }

  /** A list in an item of another; it may look otherwise, and counts among the others all the same. */
  inside(around: OdtList, { attribs }: Element): OdtList {
    const style = attribs["text:style-name"] ?? around.style;
    return style === around.style ? around : { style, numbers: around.numbers };
  }

  /** @param depth 0-based. */
  next(list: OdtList, depth: number, item: Element): OdtMarker {
    const level = this.#level(list, depth);
    if (level?.name !== "text:list-level-style-number" && level?.name !== "text:outline-level-style")
      return { text: level ? "•" : "" };
    const { numbers } = list;
    const start = integer(item.attribs["text:start-value"]);
    const before = numbers[depth];
    numbers[depth] = start ?? (before === undefined ? this.#start(list, depth) : before + 1);
    numbers.length = depth + 1;
    const shown = integer(level.attribs["text:display-levels"]) ?? 1;
    const parts: string[] = [];
    for (let at = Math.max(0, depth + 1 - shown); at <= depth; at++) {
      const number = numbers[at] ?? this.#start(list, at);
      parts.push(
        formatNumber(number, formats.get(this.#level(list, at)?.attribs["style:num-format"] ?? "") ?? "decimal"),
      );
    }
    const number = parts.filter((part) => part !== "").join(".");
    if (number === "") return { text: "" };
    const text = `${level.attribs["style:num-prefix"] ?? ""}${number}${level.attribs["style:num-suffix"] ?? ""}`.trim();
    const isOutline = shown > 1 && shown === depth + 1 && /^\d+(?:\.\d+)*$/.test(number);
    return { text, ...(isOutline && { label: number }) };
  }

  /** The number that the outline gives a heading; empty where it gives none. @param depth 0-based. */
  ofHeading(depth: number, heading: Element): string {
    if (!this.#outline.some((level) => (level.attribs["style:num-format"] ?? "") !== "")) return "";
    return this.next(this.#headings, depth, heading).text;
  }

  #start(list: OdtList, depth: number): number {
    return integer(this.#level(list, depth)?.attribs["text:start-value"]) ?? 1;
  }

  #level({ style }: OdtList, depth: number): Element | undefined {
    const levels = style === outlineStyle ? this.#outline : childrenOf(this.#styles.get(style));
    return levels.find((level) => level.attribs["text:level"] === String(depth + 1));
  }
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
