import { raise } from "./html-inline.ts";
import { directionOfText } from "./pdf-characters.ts";
import type { Glyphs } from "./pdf-pages.ts";

export type Direction = "ltr" | "rtl";

/** A gap wider than this, in sizes of type, is a space even if none was written. */
const spaceGap = 0.18;

/**
 * The words of a line in the order in which they are read.
 *
 * A PDF gives pieces from left to right as they are seen. In a text that runs from right to
 * left all pieces change places, but figures and Latin words stay as they are among themselves.
 *
 * @param glyphs From left to right. @param direction In which most of the document runs.
 */
export function lineText(glyphs: readonly Glyphs[], size: number, baseline: number, direction: Direction): string {
  const pieces = withSpaces(glyphs, size, baseline);
  const other: Direction = direction === "rtl" ? "ltr" : "rtl";
  const runs: string[][] = [];
  let other0 = false;
  for (let at = 0; at < pieces.length; at++) {
    const isOther = runsAgainst(pieces, at, other);
    const piece = pieces[at] ?? "";
    const last = runs.at(-1);
    if (isOther && other0 && last) last.push(piece);
    else runs.push([piece]);
    other0 = isOther;
  }
  const text =
    direction === "rtl" ? runs.toReversed().map((run) => run.join("")) : runs.map((run) => run.toReversed().join(""));
  return text.join("").normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Whether a piece runs against the rest, or stands between two that do. */
function runsAgainst(pieces: readonly string[], at: number, other: Direction): boolean {
  const own = directionOfText(pieces[at] ?? "");
  if (own !== "neutral") return own === other;
  const isNeutral = (piece: string) => directionOfText(piece) === "neutral";
  const before = pieces.slice(0, at).findLast((piece) => !isNeutral(piece));
  const after = pieces.slice(at + 1).find((piece) => !isNeutral(piece));
  return (
    before !== undefined && after !== undefined && directionOfText(before) === other && directionOfText(after) === other
  );
}

function withSpaces(glyphs: readonly Glyphs[], size: number, baseline: number): string[] {
  const pieces: string[] = [];
  let end: number | undefined;
  for (const one of glyphs) {
    const isGap = end !== undefined && one.left - end > spaceGap * size;
    if (isGap && pieces.at(-1)?.trim() !== "" && !one.text.startsWith(" ")) pieces.push(" ");
    const isRaised = one.size < 0.8 * size && one.baseline - baseline > 0.15 * size;
    pieces.push(isRaised ? one.text.replace(/\S+/g, raise) : one.text);
    end = Math.max(end ?? one.right, one.right);
  }
  return pieces;
}
