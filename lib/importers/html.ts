import { parseHTML } from "linkedom";
import { decodeText } from "./decode-text.ts";
import { selectArticle } from "./html-article.ts";
import { findMain, textAround } from "./html-main.ts";
import { readHtmlBlocks, type HtmlBlocks } from "./html-blocks.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import type { HtmlDocument } from "./html-node.ts";
import { findNotes } from "./html-notes.ts";
import { imported, refused, type ImportedBlock, type ImportOptions, type ImportOutcome } from "./imported-document.ts";

/**
 * A web page: its article without what stands around it. Only words are taken, never
 * mark-up, so that nothing of a page's scripts, styles and attributes can pass through.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- as all importers
export async function importHtml(bytes: Uint8Array, _?: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const decoding = decodeText(bytes, options.declared ?? declaredEncoding(bytes), options.encoding);
  if (decoding.kind === "refused") return refused(decoding.reason);
  const document = parseHtml(decoding.text);
  const metadata = readHtmlMetadata(document);
  const main = findMain(document);
  const all = readBody(main === undefined ? document : parseHtml(main));
  const article = selectArticle(all.blocks, parseHtml(main ?? decoding.text));
  const page = main === undefined ? all : readBody(document);
  const blocks = withoutTitle(article.blocks, metadata.title);
  if (blocks.length === 0) return refused("has no text that could be told from what stands around it.");
  return imported({
    metadata,
    blocks,
    dropped: [...page.dropped, ...article.dropped, ...textAround(page.blocks, all.blocks)],
    doubts: article.doubts,
    encoding: decoding.encoding,
  });
}

/** @param html a whole page, or a piece of one. */
export function parseHtml(html: string): HtmlDocument {
  const whole = /<(?:html|body|head)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { document: HtmlDocument }).document;
}

function readBody(document: HtmlDocument): HtmlBlocks {
  return readHtmlBlocks(document.querySelector("body") ?? document.documentElement, findNotes(document));
}

/** The encoding that a page's own head names. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
}

/** The title stands in the metadata; its heading is not needed a second time. */
function withoutTitle(blocks: readonly ImportedBlock[], title: string | undefined): readonly ImportedBlock[] {
  const at = blocks.findIndex((block) => block.kind === "heading");
  const first = blocks[at];
  return at >= 0 && at < 5 && first?.kind === "heading" && first.text === title ? blocks.toSpliced(at, 1) : blocks;
}
