import type { Line } from "./pdf-lines.ts";
import { round, type Measures } from "./pdf-measures.ts";

/** Larger than the body by so much, a line is a heading. */
const headingShare = 1.12;
/** What is longer than so many lines is no heading, whatever it looks like. */
const longestLarge = 4;
const longestBold = 2;

export function isLarge(line: Line, measures: Measures): boolean {
  return line.size > headingShare * measures.bodySize;
}

/** Depths of headings, 1-based, by their size of type: the largest is the outermost. */
export function headingDepths(blocks: readonly (readonly Line[])[], measures: Measures): ReadonlyMap<number, number> {
  const headings = blocks.flatMap((lines) => (lines[0] && isHeading(lines, measures) ? [round(lines[0].size)] : []));
  const sizes = [...new Set(headings)].toSorted((first, second) => second - first);
  return new Map(sizes.map((size, index) => [size, Math.min(index + 1, 6)]));
}

/** @returns undefined when the lines are no heading. */
export function headingDepth(
  lines: readonly Line[],
  measures: Measures,
  depths: ReadonlyMap<number, number>,
): number | undefined {
  return isHeading(lines, measures) ? depths.get(round(lines[0]?.size ?? 0)) : undefined;
}

/** Lines in larger type, or a line or two in another font that end like no sentence. */
function isHeading(lines: readonly Line[], measures: Measures): boolean {
  const [first] = lines;
  if (!first || !/\p{L}/u.test(first.text)) return false;
  if (isLarge(first, measures)) return lines.length <= longestLarge;
  const isBody = first.size < 0.97 * measures.bodySize;
  if (isBody || lines.length > longestBold || !lines.every((line) => measures.isInOtherFont(line))) return false;
  return !/[.,;:!?。，；؛۔،]$/u.test(lines.at(-1)?.text ?? "");
}
