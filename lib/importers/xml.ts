import { isText, type ChildNode, type Document, type Element, type ParentNode } from "domhandler";
import { DomHandler, Parser } from "htmlparser2";

export { isText };

/** Deeper than any real document; what walks the tree need not fear for its stack. */
const deepest = 500;

class ShallowHandler extends DomHandler {
  #depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > deepest) throw new RangeError("nested too deeply");
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth -= 1;
    super.onclosetag();
  }
}

/**
 * Read XML into a tree. Names keep their prefixes and their case. Only the five entities
 * of XML and numeric ones are known: nothing is fetched and no declared entity expands.
 *
 * @throws RangeError when elements are nested more than 500 deep.
 */
export function parseXml(text: string): Document {
  const handler = new ShallowHandler(undefined, { xmlMode: true });
  new Parser(handler, { xmlMode: true }).end(text);
  return handler.root;
}

const declaredEncoding = /^<\?xml[^>]*\bencoding=["']([\w.-]+)["']/;

/** Decode an XML file as its byte order mark says, else as its declaration says, else as UTF-8. */
export function decodeXml(bytes: Uint8Array | undefined): string {
  if (!bytes) return "";
  const marked = markOf(bytes);
  const declared = declaredEncoding.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)))?.[1];
  try {
    return new TextDecoder(marked ?? declared ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

export function isElement(node: ChildNode | ParentNode | null): node is Element {
  return node !== null && "attribs" in node;
}

/** Its child elements, of one name if one is given. */
export function childrenOf(parent: ParentNode | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(
    (node) => isElement(node) && (name === undefined || node.name === name),
  ) as Element[];
}

export function childOf(parent: ParentNode | undefined, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

/** All elements of a name below `parent`, in document order. */
export function elementsOf(parent: ParentNode | undefined, name: string): Element[] {
  return childrenOf(parent).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

/** The first element of a name below `parent`. */
export function firstOf(parent: ParentNode | undefined, name: string): Element | undefined {
  return elementsOf(parent, name)[0];
}

/** All characters below it, as they stand. */
export function charactersOf(parent: ParentNode | undefined): string {
  return (parent?.children ?? [])
    .map((node) => (isText(node) ? node.data : "children" in node ? charactersOf(node) : ""))
    .join("");
}
