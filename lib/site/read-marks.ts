import type { MarkFacts } from "../core/verify/built-site.ts";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import { hasClass, type PageElement, type PageText } from "./page-text.ts";

const passages: ReadonlySet<string> = new Set(["p", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"]);

export function isMark({ attributes }: PageElement): boolean {
  return attributes.role === "doc-noteref";
}

/** The marks of a brief's page, each with the words that it may support. */
export function readMarks(page: PageText): MarkFacts[] {
  let all: string | undefined;
  return page.elements.filter(isMark).map((mark): MarkFacts => {
    const own = page.isWithin(mark, "note") ? "" : passageOf(page, mark);
    const passage = own === "" ? (all ??= wordsOf(page, page.elements)) : own;
    return { id: mark.attributes.id ?? "", href: mark.attributes.href ?? "", passage };
  });
}

/** Of a table the row, its cells joined by a middle dot. */
function passageOf(page: PageText, mark: PageElement): string {
  let at: PageElement | undefined = mark;
  while (at && !passages.has(at.name)) at = page.elements[at.parent];
  if (!at) return "";
  if (at.name !== "tr") return wordsOf(page, [at, ...page.inside(at)]);
  const cells = page.childrenOf(at).map((cell) => wordsOf(page, [cell, ...page.inside(cell)]));
  return cells.filter((cell) => cell !== "").join(" \u00B7 ");
}

/** A mark, or the comma between two. */
function isMarking(element: PageElement): boolean {
  return hasClass(element, "noteref") || hasClass(element, "noteref-separator");
}

/** The text of an element without its note marks. @param elements it and all inside it. */
function wordsOf(page: PageText, elements: readonly PageElement[]): string {
  const [whole] = elements;
  let start = whole?.start ?? 0;
  let words = "";
  for (const mark of elements.filter((one) => isMarking(one))) {
    words += page.textOf({ start, end: mark.start });
    start = mark.end;
  }
  const end = elements.reduce((last, one) => Math.max(last, one.end), start);
  return collapseWhiteSpace(words + page.textOf({ start, end }));
}
