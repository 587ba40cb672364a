import type { Element, ParentNode } from "domhandler";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import { lower, raise } from "./html-inline.ts";
import type { Dropped } from "./imported-document.ts";
import type { OdtStyles } from "./odt-styles.ts";
import { charactersOf, childOf, isElement, isText } from "./xml.ts";

/** Elements that end a word for those that follow. */
const blocks = new Set(["text:p", "text:h", "text:list-item", "table:table-cell", "table:table-row"]);
/** Read elsewhere, or no part of the text. */
const passedOver = new Set([
  "text:tracked-changes",
  "office:forms",
  "text:bookmark",
  "draw:text-box",
  "text:note-citation",
]);

/** Reads the words of single elements; notes, pictures and remarks found on the way are kept aside. */
export class OdtWords {
  readonly notes: string[] = [];
  readonly #styles: OdtStyles;
  readonly #dropped: Dropped[];

  constructor(styles: OdtStyles, dropped: Dropped[]) {
    this.#styles = styles;
    this.#dropped = dropped;
  }

  /** The words on one line. @param how "quietly" keeps nothing aside, for a look ahead. */
  of(element: Element, how: "aloud" | "quietly" = "aloud"): string {
    return collapseWhiteSpace(this.#gather(element, how));
  }

  /** The words with their line breaks. */
  withBreaks(element: Element): string {
    return this.#gather(element, "aloud");
  }

  #gather(parent: ParentNode, how: "aloud" | "quietly"): string {
    return parent.children
      .map((node) => {
        if (!isElement(node)) return isText(node) ? node.data.replace(/\s+/g, " ") : "";
        return this.#element(node, how);
      })
      .join("");
  }

  #element(element: Element, how: "aloud" | "quietly"): string {
    const { name, attribs } = element;
    if (passedOver.has(name)) return "";
    if (name === "text:s") return " ".repeat(Math.min(Number(attribs["text:c"] ?? "1") || 1, 100));
    if (name === "text:tab") return "\t";
    if (name === "text:line-break") return "\n";
    if (name === "text:note") {
      if (how === "aloud") this.#note(element);
      return "";
    }
    if (name === "text:ruby") return this.#gather(childOf(element, "text:ruby-base") ?? element, how);
    const what = this.#dropReason(element);
    if (what !== undefined) {
      const text = collapseWhiteSpace(charactersOf(element));
      if (how === "aloud") this.#dropped.push({ what, text: attribs["draw:name"] ?? text });
      return "";
    }
    const words = this.#gather(element, how);
    if (blocks.has(name)) return ` ${words} `;
    const position = name === "text:span" ? this.#styles.position(element) : "level";
    if (position === "level") return words;
    return words.replace(/\S+/g, position === "raised" ? raise : lower);
  }

  #note(element: Element): void {
    const place = this.notes.push("") - 1;
    const body = childOf(element, "text:note-body");
    if (body) this.notes[place] = this.of(body);
  }

  #dropReason(element: Element): string | undefined {
    const { name } = element;
    if (name === "office:annotation") return "comment";
    if (name === "office:annotation-end") return undefined;
    if (name === "draw:image" || name === "draw:object" || name === "draw:object-ole") return "picture";
    if (name === "text:script") return "script";
    if (name === "text:hidden-text" || name === "text:hidden-paragraph") return "hidden text";
    return name === "text:span" && this.#styles.isHidden(element) ? "hidden text" : undefined;
  }
}
