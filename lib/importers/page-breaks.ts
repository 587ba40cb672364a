import { readPageNumber } from "../core/source/page-locator.ts";
import type { HtmlElement } from "./html-node.ts";

/** Where a page of the printed original begins. */
export interface PageBreak {
  /** Undefined when the page bears no number. */
  readonly page: string | undefined;
  /** Whether the element has words besides that number, which belong to the text. */
  readonly hasWords: boolean;
}

/** The page that begins at an element, as e-books mark it; undefined where none does. */
export function pageBreakAt(element: HtmlElement): PageBreak | undefined {
  const isMarked =
    /(?:^|\s)pagebreak(?:\s|$)/.test(element.getAttribute("epub:type") ?? "") ||
    element.getAttribute("role") === "doc-pagebreak";
  if (!isMarked) return undefined;
  const words = (element.textContent ?? "").trim();
  const told = element.getAttribute("title") ?? element.getAttribute("aria-label") ?? words;
  const page = numberIn(told);
  return { page, hasWords: words !== "" && numberIn(words) === undefined };
}

/** The number in words such as "12", "Page xii" and "p. 12". */
function numberIn(words: string): string | undefined {
  const [, number] = /^(?:p(?:age|g)?\.?\s+)?(\S+?)\.?$/i.exec(words.trim()) ?? [];
  return number === undefined ? undefined : readPageNumber(number);
}
