import { readFileSync } from "node:fs";
import { getDocumentProxy } from "unpdf";

/** What a program that reads PDFs aloud, or a reader who clicks, finds in one. */
export async function readPdf(file: string) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const annotations = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as {
    readonly unsafeUrl?: string;
    readonly dest?: unknown;
  }[];
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  return {
    info,
    marked: (await pdf.getMarkInfo())?.Marked,
    outline: ((await pdf.getOutline()) as { title: string; items: { title: string }[] }[] | null) ?? [],
    size: pages[0]?.getViewport({ scale: 1 }),
    addresses: annotations.flatMap(({ unsafeUrl }) => (unsafeUrl === undefined ? [] : [unsafeUrl])),
    /** Of links to the PDF itself, those that lead to no place in it. */
    lost: (
      await Promise.all(
        annotations.map(async ({ dest }) =>
          typeof dest === "string" && !(await pdf.getDestination(dest)) ? [dest] : [],
        ),
      )
    ).flat(),
    places: annotations.filter(({ dest }) => dest !== undefined && dest !== null).length,
    pages: texts.map(({ items }) => items.map((item) => ("str" in item ? item.str : "")).join(" ")),
  };
}
