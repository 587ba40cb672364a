import { readPageNumber } from "../core/source/page-locator.ts";
import type { ImportedBlock } from "./imported-document.ts";
import type { PdfPage } from "./pdf-pages.ts";

/**
 * Blocks with the pages that readers know: those printed, where the file tells them, and the
 * sheets beside them where they differ. A page of which the file tells that it bears no
 * number has none: its sheet could be taken for another page.
 *
 * @param blocks whose pages are sheets, 1-based.
 */
export function withPrintedPages(
  blocks: readonly ImportedBlock[],
  pages: readonly Pick<PdfPage, "number" | "label">[],
): ImportedBlock[] {
  const labels = new Map(pages.map(({ number, label }) => [String(number), label]));
  return blocks.map((block) => {
    if (block.kind === "heading" || block.page === undefined) return block;
    const { page: sheet, ...rest } = block;
    const label = labels.get(sheet);
    if (label === undefined) return block;
    const page = readPageNumber(label.trim());
    if (page === undefined) return rest;
    return { ...rest, page, ...(page !== sheet && { sheet: Number(sheet) }) };
  });
}
