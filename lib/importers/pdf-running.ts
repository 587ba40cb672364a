import type { Span } from "./pdf-rows.ts";
import type { Dropped } from "./imported-document.ts";
import { lineText, type Direction } from "./pdf-reading-order.ts";

/** A page's text, line by line over its whole width. */
export interface PageRows {
  readonly page: number;
  /** From top to bottom. */
  readonly rows: readonly (readonly Span[])[];
}

/** How many lines at the top and at the bottom of a page are looked at. */
const deepest = 3;
/** Running heads stand at one height: points by which they may be off. */
const sameHeight = 6;
/** A head is on so many pages at least, and on this share of them: left and right pages can have one each. */
const fewestPages = 2;
const leastShare = 0.3;
/** On so many pages it is one whatever their share: books have a head for each chapter. */
const enoughPages = 3;

/** Characters: what is no longer may be a heading with a number of its own, such as "Article 5". */
const shortestHead = 18;

export function rowsOfPage(page: number, spans: readonly Span[]): PageRows {
  const rows: Span[][] = [];
  for (const span of spans.toSorted((first, second) => second.baseline - first.baseline)) {
    const last = rows.at(-1);
    if (last?.[0] && Math.abs(last[0].baseline - span.baseline) < 0.3 * span.size) last.push(span);
    else rows.push([span]);
  }
  return { page, rows: rows.map((row) => row.toSorted((first, second) => first.left - second.left)) };
}

/**
 * Take off the lines at the edges of the pages that come back from page to page, and the page numbers.
 *
 * @param title The document's title, which may stand above the text of one page only.
 */
export function dropRunning(
  pages: readonly PageRows[],
  title: string | undefined,
  direction: Direction,
): { kept: Span[][]; dropped: Dropped[] } {
  const dropped = new Map<string, Dropped>();
  const gone = new Set<readonly Span[]>();
  for (const edge of ["head", "foot"] as const) {
    for (let depth = 0; depth < deepest; depth++) {
      const candidates = pages.flatMap(({ page, rows }) => {
        const index = edge === "head" ? depth : rows.length - 1 - depth;
        const row = rows[index];
        // What stands further in is only looked at where all that is outside of it is gone.
        const outside = edge === "head" ? rows.slice(0, index) : rows.slice(index + 1);
        if (!row?.[0] || gone.has(row) || outside.some((other) => !gone.has(other))) return [];
        const text = row.map((span) => lineText(span.glyphs, span.size, span.baseline, direction)).join(" ");
        return [{ page, row, text, height: row[0].baseline }];
      });
      for (const candidate of candidates) {
        const alike = candidates.filter(
          (other) => Math.abs(other.height - candidate.height) <= sameHeight && isAlike(other, candidate),
        );
        const isRepeated =
          alike.length >= enoughPages || alike.length >= Math.max(fewestPages, leastShare * pages.length);
        const isNumber = depth === 0 && isPageNumber(candidate.text, pages.length);
        const isTitle = candidate.page > 1 && title !== undefined && plain(candidate.text) === plain(title);
        if (!isRepeated && !isNumber && !isTitle) continue;
        gone.add(candidate.row);
        const what = isPageNumber(candidate.text, pages.length) ? "page number" : `running ${edge}`;
        const key = what === "page number" ? what : `${what} ${shape(candidate.text)}`;
        if (!dropped.has(key)) dropped.set(key, { what, text: candidate.text });
      }
    }
  }
  return { kept: pages.map(({ rows }) => rows.filter((row) => !gone.has(row)).flat()), dropped: [...dropped.values()] };
}

/** Whether two lines differ in nothing, or in page numbers that go up with the pages. */
function isAlike(first: { page: number; text: string }, second: { page: number; text: string }): boolean {
  if (shape(first.text) !== shape(second.text)) return isNumberedAlike(first, second);
  const [before, after] = [numbersIn(first.text), numbersIn(second.text)];
  const isAsBefore = before.every((number, at) => number === after[at]);
  const goesUp = before.every(
    (number, at) => number === after[at] || number - first.page === (after[at] ?? 0) - second.page,
  );
  // Headings such as "Article 5" can stand on top of two pages and go up by chance: a word and a number are not enough.
  return (
    isAsBefore ||
    (goesUp &&
      (before.length > 1 || isPageNumber(first.text, Number.POSITIVE_INFINITY) || first.text.length > shortestHead))
  );
}

/** Whether both are heads of chapters, which differ in their words but end or begin with the page's number. */
function isNumberedAlike(first: { page: number; text: string }, second: { page: number; text: string }): boolean {
  if (first.text.length <= shortestHead || second.text.length <= shortestHead) return false;
  const [before, after] = [first, second].map(({ page, text }) =>
    [/^\p{Nd}{1,4}(?=\s)/u, /(?<=\s)\p{Nd}{1,4}$/u].map((edge) => offsetOf(edge.exec(text)?.[0], page)),
  );
  return before?.some((offset, at) => offset !== undefined && offset === after?.[at]) ?? false;
}

function offsetOf(number: string | undefined, page: number): number | undefined {
  const [value] = number === undefined ? [] : numbersIn(number);
  return value === undefined ? undefined : value - page;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

const numbers = /\p{Nd}+/gu;

function shape(text: string): string {
  return text.replace(numbers, "#");
}

function numbersIn(text: string): number[] {
  return Array.from(text.matchAll(numbers), ([digits]) =>
    Number(digits.replace(/[^0-9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))),
  );
}

/** @param most The number of pages; what counts higher is no page number when it stands by itself. */
function isPageNumber(text: string, most: number): boolean {
  const found =
    /^(?:[-–—|[]\s*)?(?:(?:page|p\.|seite|صفحہ|صفحة|第)\s*)?(\p{Nd}{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|de|页)\s*\p{Nd}{1,4})?(?:\s*[-–—|\]页])?$/iu.exec(
      text.trim(),
    );
  if (!found) return false;
  const [number] = numbersIn(text);
  return number === undefined || most === Number.POSITIVE_INFINITY || number <= most + 2000;
}
