import { textOfBlock } from "./block-text.ts";
import type { ImportOutcome } from "./imported-document.ts";

/** Endings for what only a server's word tells apart: formats of plain text. */
const endings: ReadonlyMap<string, string> = new Map([
  ["text/html", ".html"],
  ["application/xhtml+xml", ".html"],
  ["text/markdown", ".md"],
  ["application/json", ".json"],
  ["text/csv", ".csv"],
]);

const namesOfDocuments = /\.(?:html?|xhtml|docx|odt|epub|pdf)$/i;

/**
 * The name by which an importer is chosen for something from the web. Web addresses seldom
 * end as files do, and `page.md` may be a page about a file; content still comes first.
 *
 * @param mediaType as the server gives it.
 */
export function nameByMediaType(name: string, mediaType: string): string {
  const ending = endings.get(mediaType);
  return ending === undefined || namesOfDocuments.test(name) ? name : `${name}${ending}`;
}

/** The address to cite: the one that a page gives itself on the same host, or where it came from. */
export function addressOfPage(address: string, canonical: string | undefined): string {
  if (canonical === undefined) return address;
  const [from, own] = [new URL(address), new URL(canonical)];
  // Sites whose pages all call themselves the front page are not rare.
  const isFrontPage = own.pathname === "/" && own.search === "" && from.pathname !== "/";
  return own.host === from.host && !isFrontPage ? canonical : address;
}

/** Words under which a page with a field for a password is nothing but that. */
const fewWords = 150;

/** Why a page from the web is not the document that was asked for; undefined where nothing speaks against it. */
export function explainPage(
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
  outcome: ImportOutcome,
): string | undefined {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const isPage = mediaType.includes("html") || /^\s*<(?:!doctype html|html)/i.test(page);
  if (!isPage) return undefined;
  const words = outcome.kind === "refused" ? 0 : countWords(outcome.document.blocks.map(textOfBlock));
  if (words < fewWords && /<input\b[^>]*\btype\s*=\s*["']?password/i.test(page))
    return "is a page to sign in at. Save the document itself with your browser and add the file.";
  if (outcome.kind === "refused" && outcome.reason.startsWith("has no text"))
    return "has no text that could be told from what stands around it. If your browser shows some, a script makes it: save it there as PDF and add the file.";
  return undefined;
}

function countWords(texts: readonly string[]): number {
  return texts.join(" ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
