/** As much of a parsed HTML document as importers look at; scripts are never run. */
export interface HtmlNode {
  /** 1 is an element, 3 text; others are passed over. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  /** Lower case. */
  readonly localName: string;
  readonly outerHTML: string;
  readonly parentNode: HtmlNode | null;
  getAttribute(name: string): string | null;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): ArrayLike<HtmlElement>;
  closest(selectors: string): HtmlElement | null;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement;
  querySelector(selectors: string): HtmlElement | null;
  querySelectorAll(selectors: string): ArrayLike<HtmlElement>;
  getElementById(id: string): HtmlElement | null;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}

export function isTextNode(node: HtmlNode): boolean {
  return node.nodeType === 3;
}

export function childrenOf(node: HtmlNode): HtmlNode[] {
  return Array.from(node.childNodes);
}
