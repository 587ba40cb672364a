import type { Element, ParentNode } from "domhandler";
import { valueOf } from "./docx-numbering.ts";
import { childOf, elementsOf } from "./xml.ts";

/** What a paragraph style says of numbering. */
interface StyleNumbering {
  readonly list: string;
  /** 0-based, if the style says so itself. */
  readonly depth?: number;
  /** The style that says it: the paragraph's own, or one that it is based on. */
  readonly style: string;
}

/** The paragraph styles of a document: `word/styles.xml`. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Element>;

  constructor(styles: ParentNode) {
    this.#styles = new Map(elementsOf(styles, "w:style").map((style) => [style.attribs["w:styleId"] ?? "", style]));
  }

  isTitle(id: string): boolean {
    return valueOf(this.#styles.get(id), "w:name")?.toLowerCase() === "title";
  }

  numbering(id: string): StyleNumbering | undefined {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.#styles.get(at);
      const numbers = childOf(childOf(style, "w:pPr"), "w:numPr");
      const list = valueOf(numbers, "w:numId");
      const depth = valueOf(numbers, "w:ilvl");
      if (list !== undefined) return { list, style: at, ...(depth !== undefined && { depth: Number(depth) }) };
      at = valueOf(style, "w:basedOn");
    }
    return undefined;
  }
}
