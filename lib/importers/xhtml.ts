import { DOMParser } from "linkedom";
import type { HtmlDocument } from "./html-node.ts";

/** Elements that HTML itself closes. */
const voidNames = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
const closedAtOnce = /<([a-z][\w:-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gi;

/**
 * Read HTML or XHTML into a document for the block reader; nothing in it runs and nothing is
 * fetched. `<a id="x"/>` closes itself as in XML, where HTML would leave it open.
 */
export function parseXhtml(text: string): HtmlDocument {
  const closed = text
    .replace(/^\s*<\?xml[^>]*\?>/, "")
    .replace(closedAtOnce, (whole, name: string, attributes: string) =>
      voidNames.test(name) ? whole : `<${name}${attributes}></${name}>`,
    );
  const html = /<body[\s>]/i.test(closed) ? closed : `<!doctype html><html><body>${closed}</body></html>`;
  return new DOMParser().parseFromString(html, "text/html");
}
