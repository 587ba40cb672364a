import { Parser } from "htmlparser2";

/** An element of a page, by its place among the elements and in the page's text. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Index of the element it stands in; -1 for none. */
  readonly parent: number;
  /** In the list of elements: its own index, and the one behind its last descendant. */
  readonly index: number;
  readonly past: number;
  /** Offsets of its text in the page's. */
  readonly start: number;
  readonly end: number;
}

/** A page read once: its elements in the order in which they begin, and all of its text. */
export class PageText {
  readonly elements: readonly PageElement[];
  readonly #text: string;

  constructor(html: string) {
    const elements: { -readonly [Key in keyof PageElement]: PageElement[Key] }[] = [];
    const open: number[] = [];
    let text = "";
    const parser = new Parser({
      onopentag(name, attributes) {
        const index = elements.length;
        const [start, end, past] = [text.length, text.length, index + 1];
        elements.push({ name, attributes, parent: open.at(-1) ?? -1, index, past, start, end });
        open.push(index);
      },
      ontext(characters) {
        text += characters;
      },
      onclosetag() {
        const element = elements[open.pop() ?? -1];
        if (element) Object.assign(element, { end: text.length, past: elements.length });
      },
    });
    // As browsers have it, before anything else is read.
    parser.end(html.replace(/\r\n?/g, "\n"));
    this.elements = elements;
    this.#text = text;
  }

  /** What a browser's document has as the element's text content. */
  textOf({ start, end }: Pick<PageElement, "start" | "end">): string {
    return this.#text.slice(start, end);
  }

  inside({ index, past }: PageElement): readonly PageElement[] {
    return this.elements.slice(index + 1, past);
  }

  childrenOf(element: PageElement): PageElement[] {
    return this.inside(element).filter(({ parent }) => parent === element.index);
  }

  /** Whether it or an element that it stands in has a class. */
  isWithin(element: PageElement, className: string): boolean {
    for (let at: PageElement | undefined = element; at; at = this.elements[at.parent])
      if (hasClass(at, className)) return true;
    return false;
  }

  idCounts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { attributes } of this.elements) {
      const { id } = attributes;
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }
}

export function hasClass({ attributes }: PageElement, name: string): boolean {
  return (attributes.class ?? "").split(/\s+/).includes(name);
}
