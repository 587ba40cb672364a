import { findEpubNotes, type EpubPage } from "./epub-notes.ts";
import { readPackage, type EpubPackage } from "./epub-package.ts";
import { readHtmlBlocks } from "./html-blocks.ts";
import type { HtmlElement } from "./html-node.ts";
import {
  imported,
  refused,
  type Dropped,
  type ImportedBlock,
  type Importer,
  type ImportOutcome,
} from "./imported-document.ts";
import { decodeXml } from "./xml.ts";
import { parseXhtml } from "./xhtml.ts";
import { openZip, type ZipEntries } from "./zip-archive.ts";

/** Import an e-book (.epub), in the order of its spine. */
// eslint-disable-next-line @typescript-eslint/require-await -- importers answer with promises
export const importEpub: Importer = async (bytes) => {
  const opened = openZip(bytes, "an e-book (.epub)", (name) => /\.(?:xml|opf|x?html?)$/i.test(name));
  if (opened.kind === "refused") return opened;
  try {
    const read = readPackage(opened.entries);
    return read.kind === "refused" ? read : readBook(opened.entries, read.found);
  } catch (error) {
    if (error instanceof RangeError) return refused("is damaged: its text is nested too deeply.");
    throw error;
  }
};

function readBook(entries: ZipEntries, { metadata, spine, contents }: EpubPackage): ImportOutcome {
  const missing = spine.filter((name) => !entries.has(name));
  const pages = spine
    .filter((name) => entries.has(name))
    .map((name): EpubPage => ({ name, document: parseXhtml(decodeXml(entries.get(name))) }));
  const notesOf = findEpubNotes(pages);
  const text: ImportedBlock[] = [];
  const notes: ImportedBlock[] = [];
  const dropped: Dropped[] = [];
  let printed: string | undefined;
  for (const page of pages) {
    const body = page.document.querySelector("body") ?? page.document.documentElement;
    const read = readHtmlBlocks(body, notesOf.get(page), printed);
    printed = read.page;
    const aside = page.name === contents ? "table of contents" : isTitlePage(body) ? "title page" : undefined;
    dropped.push(...read.dropped);
    if (aside !== undefined) dropped.push({ what: aside, text: read.blocks.map(wordsOf).join(" ") });
    else for (const block of read.blocks) (isNote(block) ? notes : text).push(block);
  }
  const [first] = text;
  if (first?.kind === "heading" && first.text === metadata.title) text.shift();
  const blocks = [...text, ...notes.map((note, index) => ({ ...note, label: `fn${index + 1}` }))];
  if (blocks.length === 0) return refused("has no text.");
  const doubts =
    missing.length > 0 ? [`The e-book names parts that it does not hold: ${missing.slice(0, 5).join(", ")}.`] : [];
  return imported({ metadata, blocks, dropped, doubts });
}

/** Footnotes of one file come labelled within that file, after all else. */
function isNote(block: ImportedBlock): boolean {
  return block.kind === "paragraph" && /^fn\d+$/.test(block.label ?? "");
}

/** A page with the title, the authors and nothing else. */
function isTitlePage(body: HtmlElement): boolean {
  const sections = Array.from(body.querySelectorAll("section, div"));
  return [body, ...sections].some((part) => /\btitlepage\b/.test(part.getAttribute("epub:type") ?? ""));
}

function wordsOf(block: ImportedBlock): string {
  return block.kind === "table" ? block.rows.flat().join(" ") : block.text;
}
