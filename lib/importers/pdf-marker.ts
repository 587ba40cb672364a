import type { Direction } from "./pdf-reading-order.ts";
import { lineText } from "./pdf-reading-order.ts";
import type { Span } from "./pdf-rows.ts";

/** What sets a list item off, at the start of its first line. */
export interface LineMarker {
  /** "•", or the number as it is printed. */
  readonly text: string;
  /** How many characters of the line it takes up, with the space behind it. */
  readonly length: number;
  /** Where the words behind it start, in the direction of reading, in points. */
  readonly wordsStart: number;
  /** Whether the words stand further off than a space puts them. */
  readonly isSetApart: boolean;
}

const bullet = /^[•◦▪‣●○■□–—]\s+/u;
const number =
  /^(?:\((?:\p{Nd}{1,3}|[a-z]|[ivxl]{1,5})\)|(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,3}|[A-Za-z]|[ivxlIVXL]{1,5})[.)۔]|\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,3})\s+/u;

export function readMarker(text: string, row: Span, direction: Direction): LineMarker | undefined {
  const found = bullet.exec(text)?.[0] ?? number.exec(text)?.[0];
  if (found === undefined || found.length >= text.length) return undefined;
  const words = wordsBehind(row, found.trim(), direction);
  const shown = bullet.test(text) ? "•" : found.trim();
  const fallback = direction === "rtl" ? -row.right : row.left;
  return {
    text: shown,
    length: found.length,
    wordsStart: words?.start ?? fallback,
    isSetApart: words !== undefined && words.gap > 0.4 * row.size,
  };
}

/** Where the words behind a marker start, if the marker is a piece of its own. */
function wordsBehind(row: Span, marker: string, direction: Direction): { start: number; gap: number } | undefined {
  const inked = row.glyphs.filter(({ text }) => text.trim() !== "");
  const ordered = direction === "rtl" ? inked.toReversed() : inked;
  for (let count = 1; count < ordered.length && count <= marker.length; count++) {
    const taken = ordered.slice(0, count);
    const seen = direction === "rtl" ? taken.toReversed() : taken;
    if (lineText(seen, row.size, row.baseline, direction).replace(/\s/g, "") !== marker.replace(/\s/g, "")) continue;
    const next = ordered[count];
    if (!next) return undefined;
    if (direction === "rtl")
      return { start: -next.right, gap: Math.min(...taken.map(({ left }) => left)) - next.right };
    return { start: next.left, gap: next.left - Math.max(...taken.map(({ right }) => right)) };
  }
  return undefined;
}
