import { isMarks } from "./pdf-characters.ts";
import { joinLigatures, placeMarks } from "./pdf-marks.ts";
import type { Glyphs } from "./pdf-pages.ts";

/** Glyphs on one baseline without a wide gap: a line of one column, or a piece of it. */
export interface Span {
  readonly glyphs: readonly Glyphs[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its characters. */
  readonly size: number;
}

/** A gap wider than this, in sizes of type, parts two spans: words are set apart by a third of that. */
const widestWordGap = 1.2;

/** Put glyphs together that follow each other on a line; spans are in no order. */
export function readSpans(glyphs: readonly Glyphs[]): Span[] {
  const rows: Glyphs[][] = [];
  const placed = glyphs.filter((one) => !isMarks(one.text) && !isNoSpace(one));
  for (const one of placed) {
    const row = rows.findLast(([first]) => first !== undefined && isOneLine(first, one));
    if (row) row.push(one);
    else rows.push([one]);
  }
  const marks = glyphs.filter(({ text }) => isMarks(text));
  return rows.flatMap((row) => splitAtGaps(placeMarks(joinLigatures(row), marks)));
}

/** Raised and lowered figures share the line of what they stand beside. */
function isOneLine(first: Glyphs, second: Glyphs): boolean {
  const size = Math.max(first.size, second.size);
  const apart = Math.abs(first.baseline - second.baseline);
  return apart <= (Math.min(first.size, second.size) < 0.8 * size ? 0.45 : 0.15) * size;
}

function splitAtGaps(row: readonly Glyphs[]): Span[] {
  const spans: Glyphs[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const one of row) {
    const last = spans.at(-1);
    if (one.text.trim() === "") {
      last?.push(one);
      continue;
    }
    if (!last || one.left - end > widestWordGap * one.size) spans.push([one]);
    else last.push(one);
    end = Math.max(end, one.right);
  }
  return spans.map(spanOf).filter((span) => span.glyphs.some(({ text }) => text.trim() !== ""));
}

export function spanOf(glyphs: readonly Glyphs[]): Span {
  const inked = glyphs.filter(({ text }) => text.trim() !== "");
  const main = largest(inked);
  return {
    glyphs,
    left: Math.min(...inked.map(({ left }) => left)),
    right: Math.max(...inked.map(({ right }) => right)),
    baseline: main?.baseline ?? 0,
    size: main?.size ?? 0,
  };
}

/** The glyphs with the size that most characters have. */
function largest(glyphs: readonly Glyphs[]): Glyphs | undefined {
  const lengths = new Map<number, number>();
  for (const { size, text } of glyphs) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return glyphs.toSorted((first, second) => (lengths.get(second.size) ?? 0) - (lengths.get(first.size) ?? 0))[0];
}

/** Spaces without width are made up where a piece of text does not begin where the last one ended. */
function isNoSpace({ text, left, right, size }: Glyphs): boolean {
  return text.trim() === "" && right - left < 0.05 * size;
}
