import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import { doubtOfDay } from "./dublin-core.ts";
import {
  imported,
  largestFile,
  refused,
  type Dropped,
  type ImportedBlock,
  type Importer,
} from "./imported-document.ts";
import { guttersOf, type Gutter } from "./pdf-columns.ts";
import { uniteFigures } from "./pdf-figures.ts";
import { Vocabulary } from "./pdf-hyphens.ts";
import { withPrintedPages } from "./pdf-page-labels.ts";
import { mainDirection, readLines, type Line } from "./pdf-lines.ts";
import { measure } from "./pdf-measures.ts";
import { readInformation } from "./pdf-metadata.ts";
import { partNotes } from "./pdf-notes.ts";
import { readPdf, type PdfContent } from "./pdf-pages.ts";
import { readParagraphs } from "./pdf-paragraphs.ts";
import { readSpans } from "./pdf-rows.ts";
import { lineText, type Direction } from "./pdf-reading-order.ts";
import { dropRunning, rowsOfPage, type PageRows } from "./pdf-running.ts";

/** Import a PDF that holds text. What is only a picture of a page is refused. */
export const importPdf: Importer = async (bytes) => {
  if (bytes.length === 0) return refused("is empty.");
  if (bytes.length > largestFile) return refused(`is larger than ${largestFile / 1_000_000} MB.`);
  if (!hasSignature(bytes)) return refused("is not a PDF.");
  let content: PdfContent;
  try {
    content = await readPdf(bytes);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return refused(
      isLocked ? "is encrypted: import a copy without a password." : "is damaged: it cannot be read as a PDF.",
    );
  }
  if (content.pages.every(({ glyphs }) => glyphs.every(({ text }) => text.trim() === "")))
    return refused("holds pictures of pages and no text: have the text recognised (OCR) first.");
  return imported(documentOf(content));
};

function documentOf({ pages, information }: PdfContent) {
  const metadata = readInformation(information);
  const all = pages.flatMap(({ glyphs }) => glyphs);
  const direction = mainDirection(all);
  const unite = uniteFigures(all.map(({ text }) => text));
  const rows = pages.map(({ number, glyphs }) => {
    const united = glyphs.map((one) => ({ ...one, text: unite(one.text) }));
    return rowsOfPage(number, readSpans(united));
  });
  const { kept, dropped } = dropRunning(rows, metadata.title ?? largestText(rows[0], direction), direction);
  const lines: Line[] = [];
  let gutters: readonly Gutter[] = [];
  for (const [index, spans] of kept.entries()) {
    const firstColumn = (lines.at(-1)?.column ?? -1) + 1;
    gutters = guttersOf(spans, gutters);
    lines.push(...readLines(pages[index]?.number ?? 0, spans, gutters, direction, firstColumn));
  }
  const words = new Vocabulary(lines.map(({ text }) => text));
  const measures = measure(lines);
  const { text, notes } = partNotes(lines, measures, words);
  const read = readParagraphs(text, measures, words);
  const { title, blocks } = takeTitle(read, metadata.title);
  return {
    metadata: { ...metadata, ...(title !== undefined && { title }) },
    blocks: withPrintedPages([...blocks, ...notes], pages),
    dropped: [...dropped, ...turnedText(pages)],
    doubts: doubtsOf(pages, metadata.issued),
  };
}

/** The title is the largest heading, if it stands first, and is no heading then. */
function takeTitle(
  blocks: readonly ImportedBlock[],
  known: string | undefined,
): { title: string | undefined; blocks: ImportedBlock[] } {
  const [first, ...rest] = blocks;
  const isTitle =
    first?.kind === "heading" &&
    first.depth === 1 &&
    !rest.some((block) => block.kind === "heading" && block.depth === 1);
  if (!isTitle) return { title: known, blocks: [...blocks] };
  const raised = rest.map((block) => (block.kind === "heading" ? { ...block, depth: block.depth - 1 } : block));
  return { title: first.text, blocks: raised };
}

/** What the first page says in its largest type, on one line. */
function largestText(page: PageRows | undefined, direction: Direction): string | undefined {
  const spans = page?.rows.flat() ?? [];
  const largest = Math.max(...spans.map(({ size }) => size));
  const found = spans.find(({ size }) => size === largest);
  return found && lineText(found.glyphs, found.size, found.baseline, direction);
}

function turnedText(pages: PdfContent["pages"]): Dropped[] {
  return pages.flatMap(({ turned }) => {
    const text = collapseWhiteSpace(turned.join(" "));
    return text === "" ? [] : [{ what: "text that does not stand upright", text }];
  });
}

function doubtsOf(pages: PdfContent["pages"], issued: string | undefined): string[] {
  const empty = pages
    .filter(({ glyphs }) => glyphs.every(({ text }) => text.trim() === ""))
    .map(({ number }) => number);
  const unreadable = pages.some(({ glyphs }) => glyphs.some(({ text }) => /[\uFFFD\uE000-\uF8FF]/u.test(text)));
  return [
    ...(empty.length > 0 ? [`No text was found on page ${empty.join(", ")}: it is empty, or a picture.`] : []),
    ...(unreadable ? ["Some characters have no meaning in the file: compare the text with the pages."] : []),
    ...(issued === undefined ? [] : [doubtOfDay(issued)]),
  ];
}

/** A PDF begins with its signature, though other bytes may stand before it. */
function hasSignature(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}
