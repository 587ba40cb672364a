import { remembered } from "../remembered.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { textFragment } from "../text/text-fragment.ts";

/** The pages of the original on which cited paragraphs begin. */
export interface CitedPages {
  /** As a note shows them, such as "12", "12–13" or "3, xii–2"; empty when none is known. */
  readonly text: string;
  readonly plural: boolean;
}

/** @param parts a pinpoint's, in order: paragraphs, or the first and last of a range. */
export function citedPages(parts: readonly { readonly from: Paragraph; readonly to?: Paragraph }[]): CitedPages {
  const shown = parts.flatMap(({ from, to }) => {
    const first = from.page ?? to?.page;
    const last = to?.page ?? first;
    if (first === undefined || last === undefined) return [];
    return [first === last ? first : `${first}–${last}`];
  });
  const distinct = shown.filter((one, at) => one !== shown[at - 1]);
  return { text: distinct.join(", "), plural: distinct.length > 1 || distinct.some((one) => one.includes("–")) };
}

/**
 * Where the original is to be read: the page itself, if the address is that of a PDF and the
 * sheet is known. A page is its own sheet only in a PDF that was brought in: what somebody
 * typed is the printed number, which may be another.
 */
export function originalAddress({ meta }: Source, paragraph: Paragraph | undefined): string {
  const address = meta.URL ?? "";
  const isImported = /\.pdf$/i.test(meta.original?.name ?? "");
  const own = isImported && /^[1-9]\d{0,4}$/.test(paragraph?.page ?? "") ? Number(paragraph?.page) : undefined;
  const sheet = paragraph?.sheet ?? own;
  return sheet !== undefined && /^[^?#]+\.pdf(?:\?[^#]*)?$/i.test(address) ? `${address}#page=${sheet}` : address;
}

/** Its page asks for it, and its file for machines. */
const fragmentOf = remembered(({ text }: Paragraph) => textFragment(text));

/**
 * Where in the original a paragraph stands: its page in a PDF, or its words on a web page,
 * which a browser finds and marks. Empty when only the original as a whole is known. Words
 * go into the address only where they are the original's own and are shown.
 */
export function placeInOriginal(source: Source, paragraph: Paragraph, isShown: boolean): string {
  const { URL: whole, rights, original } = source.meta;
  const address = originalAddress(source, paragraph);
  if (whole === undefined || address !== whole) return address;
  const isOwnText = isShown && (rights === "full-text" || rights === "excerpt");
  const isPage = !/\.pdf(?:[?#]|$)/i.test(whole) && !/\.pdf$/i.test(original?.name ?? "");
  // Words in two cells are no one passage to a browser.
  if (!isOwnText || !isPage || paragraph.kind === "table") return "";
  const fragment = fragmentOf(paragraph);
  return fragment === "" ? "" : `${whole}${whole.includes("#") ? "" : "#"}${fragment}`;
}
