import type { Element, ParentNode } from "domhandler";
import { childOf, elementsOf } from "./xml.ts";

/** What a style makes of the words that it is given to. */
export type ParagraphRole = "title" | "quote" | "code" | "text";

const roles = new Map<string, ParagraphRole>([
  ["Title", "title"],
  ["Quotations", "quote"],
  ["Quote", "quote"],
  ["Block_20_Text", "quote"],
  ["Preformatted_20_Text", "code"],
  ["Source_20_Code", "code"],
]);

/** The styles of a text document, from `content.xml` and `styles.xml`. */
export class OdtStyles {
  readonly #styles: ReadonlyMap<string, Element>;

  constructor(roots: readonly ParentNode[]) {
    const styles = roots.flatMap((root) => elementsOf(root, "style:style"));
    this.#styles = new Map(styles.map((style) => [style.attribs["style:name"] ?? "", style]));
  }

  /** What a paragraph is by its style, or by one that the style is derived from. */
  role(paragraph: Element): ParagraphRole {
    return roles.get(this.#lineage(paragraph).find((name) => roles.has(name)) ?? "") ?? "text";
  }

  isHidden(element: Element): boolean {
    return this.#textProperty(element, "text:display") === "none";
  }

  /** Whether characters are raised above the line or lowered below it. */
  position(element: Element): "raised" | "lowered" | "level" {
    const position = this.#textProperty(element, "style:text-position") ?? "";
    if (/^super|^[1-9]\d*%/.test(position)) return "raised";
    return /^sub|^-/.test(position) ? "lowered" : "level";
  }

  /** Whether a heading has the numbers of the outline: neither none nor those of a list. */
  isOutlined(heading: Element): boolean {
    const name = this.#lineage(heading).find(
      (one) => this.#styles.get(one)?.attribs["style:list-style-name"] !== undefined,
    );
    return name === undefined || this.#styles.get(name)?.attribs["style:list-style-name"] === "Outline";
  }

  #textProperty(element: Element, name: string): string | undefined {
    for (const style of this.#lineage(element)) {
      const value = childOf(this.#styles.get(style), "style:text-properties")?.attribs[name];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The style's name and those of all that it is derived from. */
  #lineage(element: Element): string[] {
    const names: string[] = [];
    let name = element.attribs["text:style-name"];
    while (name !== undefined && !names.includes(name)) {
      names.push(name);
      name = this.#styles.get(name)?.attribs["style:parent-style-name"];
    }
    return names;
  }
}
