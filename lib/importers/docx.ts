import render from "dom-serializer";
import { zipSync } from "fflate";
import mammoth from "mammoth";
import { droppedAsides, docxDoubts } from "./docx-asides.ts";
import { Counters } from "./docx-counters.ts";
import { applyMarks, markParagraphs } from "./docx-marks.ts";
import { ListDefinitions } from "./docx-numbering.ts";
import { Styles } from "./docx-styles.ts";
import { doubtOfDay, readDay, readDublinCore } from "./dublin-core.ts";
import { readHtmlBlocks } from "./html-blocks.ts";
import { findNotes } from "./html-notes.ts";
import { imported, refused, type ImportedBlock, type Importer, type ImportOutcome } from "./imported-document.ts";
import { charactersOf, decodeXml, firstOf, parseXml } from "./xml.ts";
import { parseXhtml } from "./xhtml.ts";
import { openZip, type ZipEntries } from "./zip-archive.ts";

/** Styles beyond those that the converter knows by itself. */
const styleMap = [
  "p[style-name='Title'] => p:fresh",
  ...["7", "8", "9"].map((depth) => `p[style-name='heading ${depth}'] => h6:fresh`),
  ...["Quote", "Intense Quote", "Block Text", "Quotations"].map(
    (style) => `p[style-name='${style}'] => blockquote > p:fresh`,
  ),
  ...["Source Code", "Preformatted Text", "HTML Preformatted"].map(
    (style) => `p[style-name='${style}'] => pre:separator('\\n')`,
  ),
];

/** Import a Word document (.docx). */
export const importDocx: Importer = async (bytes) => {
  const opened = openZip(bytes, "a Word document (.docx)", (name) => /\.(?:xml|rels)$/.test(name));
  if (opened.kind === "refused") return opened;
  const { entries } = opened;
  const main = mainPart(entries);
  if (main === undefined) return refused("is not a Word document (.docx): it holds no text of one.");
  try {
    return await readDocument(entries, main);
  } catch {
    return refused("is damaged: its text cannot be read.");
  }
};

async function readDocument(entries: ZipEntries, main: string): Promise<ImportOutcome> {
  const part = (name: string) => parseXml(decodeXml(entries.get(name)));
  const text = decodeXml(entries.get(main));
  const document = parseXml(text);
  const counters = new Counters(new ListDefinitions(part("word/numbering.xml")));
  const { noted, dropped } = markParagraphs(document, new Styles(part("word/styles.xml")), counters);
  const marked = new TextEncoder().encode(render(document, { xmlMode: true }));
  const html = await convert(new Map([...entries, [main, marked]]));
  const page = parseXhtml(html);
  const read = readHtmlBlocks(page.documentElement, findNotes(page));
  const titles: string[] = [];
  const blocks: ImportedBlock[] = [];
  for (const block of read.blocks) {
    const applied = applyMarks(block, noted);
    if (applied.kind === "title") titles.push(applied.text);
    else if (applied.kind === "table" || applied.text !== "") blocks.push(applied);
  }
  if (blocks.length === 0) return refused("has no text.");
  const core = part("docProps/core.xml");
  const day = readDay(charactersOf(firstOf(core, "dcterms:created")));
  const company = charactersOf(firstOf(part("docProps/app.xml"), "Company")).trim();
  const title = titles.join(" ").trim();
  return imported({
    metadata: {
      ...(company !== "" && { publisher: company }),
      ...readDublinCore(core),
      // The title that readers see is the better one: the other is often that of a template.
      ...(title !== "" && { title }),
      ...(day !== undefined && { issued: day }),
    },
    blocks,
    dropped: [...dropped, ...read.dropped, ...droppedAsides(entries)],
    doubts: [...docxDoubts(text), ...(day === undefined ? [] : [doubtOfDay(day)])],
  });
}

/** Nothing but the XML that passed the limits is handed on; pictures are left out. */
async function convert(entries: ZipEntries): Promise<string> {
  const archive = zipSync(Object.fromEntries(entries), { level: 0 });
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  const options = { styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage };
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(archive) }, options);
  return value;
}

function mainPart(entries: ZipEntries): string | undefined {
  const relations = decodeXml(entries.get("_rels/.rels"));
  const named = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations)?.[0];
  const target = /\bTarget="\/?([^"]+)"/.exec(named ?? "")?.[1] ?? "word/document.xml";
  return entries.has(target) && target.startsWith("word/") ? target : undefined;
}
