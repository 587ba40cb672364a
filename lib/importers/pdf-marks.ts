import { directionOfText } from "./pdf-characters.ts";
import type { Glyphs } from "./pdf-pages.ts";

/** In sizes of type: how far off its letter a mark may begin. */
const offLetter = 0.15;

/**
 * A row from left to right, with the letters of a ligature in one piece: of lam and alef
 * drawn as one, the alef has no width and stands where the lam does.
 */
export function joinLigatures(row: readonly Glyphs[]): Glyphs[] {
  const joined: Glyphs[] = [];
  let waiting: Glyphs | undefined;
  // Sorting keeps the order of what stands in one place.
  for (const one of row.toSorted((first, second) => first.left - second.left)) {
    const isWide = one.right > one.left;
    if (waiting && isWide && one.text.trim() !== "" && one.left - waiting.left < 0.1 * one.size) {
      const isLeftward = directionOfText(one.text) === "rtl";
      joined.push({ ...one, text: isLeftward ? one.text + waiting.text : waiting.text + one.text });
      waiting = undefined;
    } else if (!waiting && !isWide && one.text.trim() !== "") waiting = one;
    else joined.push(one);
  }
  return waiting ? [...joined, waiting] : joined;
}

/** Marks are drawn apart from their letters: put each behind the letter that it stands over or under. */
export function placeMarks(row: readonly Glyphs[], marks: readonly Glyphs[]): Glyphs[] {
  const [first] = row;
  if (!first) return [];
  const texts = row.map(({ text }) => Array.from(text));
  for (const mark of marks) {
    if (Math.abs(mark.baseline - first.baseline) > 0.9 * first.size) continue;
    const index = nearest(row, mark);
    const [letters, one] = [texts[index], row[index]];
    if (!letters || !one) continue;
    const share = Math.min(Math.max((mark.left - one.left) / (one.right - one.left), 0), 0.999);
    const at = Math.floor((directionOfText(one.text) === "rtl" ? 1 - share : share) * Array.from(one.text).length);
    const place = Math.min(at, letters.length - 1);
    letters[place] = (letters[place] ?? "") + mark.text.trim();
  }
  return row.map((one, index) => ({ ...one, text: texts[index]?.join("") ?? one.text }));
}

/** Index of the piece over which a mark stands; -1 if there is none. */
function nearest(row: readonly Glyphs[], mark: Glyphs): number {
  let best = -1;
  let closest = offLetter * mark.size;
  for (const [index, { text, left, right }] of row.entries()) {
    if (text.trim() === "") continue;
    const apart = Math.max(left - mark.left, mark.left - right, 0);
    if (apart < closest || (apart === 0 && best === -1)) [best, closest] = [index, apart];
  }
  return best;
}
