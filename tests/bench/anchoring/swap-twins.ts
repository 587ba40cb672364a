import type { Random } from "../random.ts";
import type { Piece } from "./piece.ts";

/** Beginnings that twins share, in UTF-16 code units. */
const alike = 16;

/**
 * Exchange two paragraphs that begin alike. Byte-identical ones take the paragraph behind
 * them along: without it nothing would have changed. With no twins, any two are exchanged.
 */
export function swapTwins(pieces: readonly Piece[], random: Random): Piece[] {
  const families = new Map<string, number[]>();
  pieces.forEach(({ text }, index) => {
    const start = text.slice(0, alike);
    families.set(start, [...(families.get(start) ?? []), index]);
  });
  const twins = [...families.values()].filter((family) => family.length > 1);
  const family = twins.length > 0 ? random.pick(twins) : pieces.map((_, index) => index);
  const a = random.pick(family);
  const b = random.pick(family.filter((index) => index !== a));
  const [first, second] = a < b ? [a, b] : [b, a];
  const length = pieces[first]?.text === pieces[second]?.text && second - first > 1 ? 2 : 1;
  return [
    ...pieces.slice(0, first),
    ...pieces.slice(second, second + length),
    ...pieces.slice(first + length, second),
    ...pieces.slice(first, first + length),
    ...pieces.slice(second + length),
  ];
}
