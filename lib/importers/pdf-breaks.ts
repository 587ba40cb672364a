import { isSpaceless } from "./pdf-characters.ts";
import type { Line } from "./pdf-lines.ts";
import { round, type Measures } from "./pdf-measures.ts";

/**
 * Whether a line begins a paragraph, when the line above it in the same column is known.
 *
 * @param above The lines of the paragraph so far; never empty.
 */
export function beginsParagraph(line: Line, above: readonly Line[], measures: Measures): boolean {
  const last = above.at(-1);
  const first = above[0];
  if (!last || !first) return true;
  if (Math.abs(round(last.size) - round(line.size)) > 0.06 * last.size) return true;
  if (last.baseline - line.baseline > 1.22 * measures.leading(line.size)) return true;
  const em = line.size;
  const isHeading = line.size > 1.12 * measures.bodySize;
  if (isHeading) return false;
  // Where the lines of this paragraph begin, but for its first.
  const margin = above.length > 1 ? last.start : (first.marker?.wordsStart ?? first.start);
  if (line.marker && (line.start < margin - 0.5 * em || endsEarly(last, line, measures))) return true;
  if (first.marker && line.start < margin - 0.8 * em) return true;
  if (above.length > 1 && line.start > margin + 0.8 * em) return true;
  if (above.length === 1 && !first.marker && line.start > first.start + 0.8 * em) return true;
  return endsEarly(last, line, measures);
}

/** Whether a line ends although the first word of the next would have had room in it. */
export function endsEarly(line: Line, next: Line, measures: Measures): boolean {
  const { start, end } = measures.column(line);
  const perCharacter = (next.end - next.start) / Math.max(1, next.text.length);
  const isDense = isSpaceless(next.text[0] ?? "");
  const word = isDense ? 2 : (next.text.split(" ")[0]?.length ?? 1) + 1;
  // What is set in the middle has as much room on its left.
  const isCentred = line.start - start > 3 * line.size && Math.abs(line.start - start - (end - line.end)) < line.size;
  const room = end - line.end + (isCentred ? line.start - start : 0);
  return room > word * perCharacter + line.size;
}

/**
 * Whether a paragraph goes on in the next column or on the next page: surely, perhaps, or not.
 *
 * @param isMargin Whether the last line begins where all lines of its paragraph but the first do.
 */
export function goesOn(last: Line, next: Line, isMargin: boolean, measures: Measures): "surely" | "perhaps" | "no" {
  if (Math.abs(round(last.size) - round(next.size)) > 0.06 * last.size || next.marker?.isSetApart) return "no";
  if (endsEarly(last, next, measures)) return "no";
  if (/[-\u2010\u00AD]$/u.test(last.text) || /^\p{Ll}/u.test(next.text)) return "surely";
  if (/[.!?。！？؟۔:;]["'”’»)\]]*$/u.test(last.text)) return /^\p{Lu}/u.test(next.text) ? "no" : "perhaps";
  const margin = isMargin ? last.start - measures.column(last).start : 0;
  if (next.start - measures.column(next).start > margin + 0.8 * next.size) return "no";
  return "surely";
}
