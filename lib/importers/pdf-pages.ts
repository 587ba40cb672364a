import { getDocumentProxy } from "unpdf";
import { splitAtFigures } from "./pdf-figures.ts";
import { typedCharacters } from "./pdf-characters.ts";

/** A piece of text where it stands on its page. Lengths are PDF points, from the lower left corner. */
export interface Glyphs {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size of type. */
  readonly size: number;
  /** Names the font within this document. */
  readonly font: string;
}

export interface PdfPage {
  /** 1-based: the first sheet is 1. */
  readonly number: number;
  /** Its number as it is printed, where the file tells; empty where it tells that there is none. */
  readonly label: string | undefined;
  readonly glyphs: readonly Glyphs[];
  /** Text that does not stand upright, such as a stamp across the page. */
  readonly turned: readonly string[];
}

/** What a PDF says of itself, as it is written there. */
export type PdfInformation = ReadonlyMap<string, unknown>;

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly information: PdfInformation;
}

/** Read the text of a PDF's pages, and nothing else of it. @throws what pdf.js throws of files that it cannot read. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  // pdf.js takes the bytes over, so it gets its own.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  try {
    const pages: PdfPage[] = [];
    const labels = await pdf.getPageLabels();
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push({ ...(await readPage(pdf, number)), label: labels ? (labels[number - 1] ?? "") : undefined });
    const { info } = await pdf.getMetadata();
    return { pages, information: new Map(Object.entries(info)) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPage(
  pdf: Awaited<ReturnType<typeof getDocumentProxy>>,
  number: number,
): Promise<Omit<PdfPage, "label">> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const glyphs: Glyphs[] = [];
  const turned: string[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const [a = 0, b = 0, , d = 0, left = 0, baseline = 0] = item.transform as number[];
    const text = typedCharacters(item.str);
    if (Math.abs(b) > Math.abs(a) * 0.1) turned.push(text);
    else {
      const glyph = { text, left, right: left + item.width, baseline, size: Math.abs(d), font: item.fontName };
      glyphs.push(...splitAtFigures(glyph, item.dir));
    }
  }
  page.cleanup();
  return { number, glyphs, turned };
}
