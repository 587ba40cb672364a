import type { Span } from "./pdf-rows.ts";

/** A band of a page, from left to right, in which no text stands. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Points; narrower than this it is a space between words. */
const narrowestGutter = 8;
/** A column has at least so many lines and this share of the text's width. */
const fewestLines = 4;
const narrowestColumn = 0.15;
/** So many of a page's spans may stand across a gutter, such as a title over both columns. */
const mostAcross = 0.15;

/**
 * The gutters of a page. One with too few lines to show any, such as the last, has those of
 * the page before, if they part its lines and none stands across them.
 *
 * @param before those of the page before.
 */
export function guttersOf(spans: readonly Span[], before: readonly Gutter[]): readonly Gutter[] {
  const own = findGutters(spans);
  if (own.length > 0 || spans.length >= 4 * fewestLines) return own;
  const isParted = before.every(({ left, right }) => {
    const middle = (left + right) / 2;
    const onLeft = spans.filter((span) => span.right <= middle).length;
    const onRight = spans.filter((span) => span.left >= middle).length;
    return onLeft > 0 && onRight > 0 && onLeft + onRight === spans.length;
  });
  return isParted ? before : [];
}

/**
 * A page's spans by column, in the order of reading: what stands across the columns parts
 * the page, and above and below it each column is read from top to bottom.
 *
 * @param isLeftward Whether the rightmost column is read first.
 */
export function readColumns(spans: readonly Span[], gutters: readonly Gutter[], isLeftward: boolean): Span[][] {
  const topDown = spans.toSorted((first, second) => second.baseline - first.baseline);
  if (gutters.length === 0) return [topDown];
  const read: Span[][] = [];
  let columns = emptyColumns(gutters.length + 1);
  const endBand = () => {
    read.push(...(isLeftward ? columns.toReversed() : columns).filter((column) => column.length > 0));
    columns = emptyColumns(gutters.length + 1);
  };
  let isAcross = false;
  for (const span of topDown) {
    const across = gutters.some((gutter) => stands(span, gutter));
    if (across !== isAcross) endBand();
    isAcross = across;
    const index = across ? 0 : gutters.filter((gutter) => span.left >= gutter.left).length;
    columns[index]?.push(span);
  }
  endBand();
  return read;
}

function emptyColumns(count: number): Span[][] {
  return Array.from({ length: count }, () => []);
}

function stands(span: Span, gutter: Gutter): boolean {
  return span.left < gutter.left && span.right > gutter.right;
}

function findGutters(spans: readonly Span[]): Gutter[] {
  if (spans.length < 2 * fewestLines) return [];
  const start = Math.floor(Math.min(...spans.map(({ left }) => left)));
  const end = Math.ceil(Math.max(...spans.map(({ right }) => right)));
  const across = new Array<number>(Math.max(0, end - start)).fill(0);
  for (const { left, right } of spans)
    for (let x = Math.floor(left) - start; x < Math.ceil(right) - start; x++) across[x] = (across[x] ?? 0) + 1;
  const most = spans.length * mostAcross;
  const gutters: Gutter[] = [];
  let from: number | undefined;
  for (const [x, count] of across.entries()) {
    if (count <= most) from ??= x;
    else if (from !== undefined) {
      if (x - from >= narrowestGutter) gutters.push({ left: start + from, right: start + x });
      from = undefined;
    }
  }
  const kept = gutters.filter((gutter) => partsColumns(gutter, spans, end - start));
  return kept.filter((gutter, at) => gutter.left - (kept[at - 1]?.right ?? start) >= narrowestColumn * (end - start));
}

function partsColumns({ left, right }: Gutter, spans: readonly Span[], width: number): boolean {
  const before = spans.filter((span) => span.right <= left + 1);
  const after = spans.filter((span) => span.left >= right - 1);
  return [before, after].every(
    (side) =>
      side.length >= fewestLines &&
      Math.max(...side.map((span) => span.right)) - Math.min(...side.map((span) => span.left)) >=
        narrowestColumn * width,
  );
}
