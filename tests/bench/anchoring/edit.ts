import type { Random } from "../random.ts";
import { anyWord, joinUnits, unitsOf, type Language } from "./language.ts";
import type { Piece } from "./piece.ts";

/** Put another word in place of, leave out, or add one behind, this share of a paragraph's words; at least one. */
export function editWords(
  piece: Piece,
  share: number,
  pieces: readonly Piece[],
  language: Language,
  random: Random,
): Piece {
  const units = unitsOf(piece.text, language);
  const count = Math.max(1, Math.round(units.length * share));
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.whole(0, units.length - 1));
  const text = units.flatMap((unit, index) => {
    if (!chosen.has(index)) return unit;
    const kind = random.fraction();
    const word = anyWord(pieces, language, random);
    return kind < 0.7 ? word : kind < 0.85 ? [] : [unit, word];
  });
  return changed(piece, joinUnits(text, language), count / units.length);
}

const digits = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];

/** One digit becomes another; a paragraph without digits is given a number. */
export function flipDigit(piece: Piece, language: Language, random: Random): Piece {
  const places = [...piece.text.matchAll(/[0-9٠-٩۰-۹]/g)].map(({ index }) => index);
  if (places.length === 0) return insertUnit(piece, String(random.whole(2, 99)), language, random);
  const at = random.pick(places);
  const set = digits.find((ten) => ten.includes(piece.text.charAt(at))) ?? "";
  const old = set.indexOf(piece.text.charAt(at));
  const digit = set.charAt((old + random.whole(1, 9)) % 10);
  return changed(piece, piece.text.slice(0, at) + digit + piece.text.slice(at + 1), shareOfOne(piece, language));
}

/** The word that negates is taken out, or put in where there is none. */
export function flipNegation(piece: Piece, language: Language, random: Random): Piece {
  const units = unitsOf(piece.text, language);
  const at = units.indexOf(language.negation);
  if (at < 0 || units.length === 1) return insertUnit(piece, language.negation, language, random);
  return changed(piece, joinUnits(units.toSpliced(at, 1), language), 1 / units.length);
}

/** The same words in other letter case or with other signs. It counts as a change, for its text is another. */
export function changeTypography(piece: Piece, { typography }: Language, random: Random): Piece {
  const swaps = typography.flatMap(([a, b]) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);
  const possible = swaps.filter(({ from }) => piece.text.includes(from));
  const upper = piece.text.toUpperCase();
  if (upper !== piece.text && (possible.length === 0 || random.chance(0.3))) return changed(piece, upper, 0);
  if (possible.length === 0) return changed(piece, `${piece.text}!`, 0);
  const { from, to } = random.pick(possible);
  return changed(piece, piece.text.replaceAll(from, to), 0);
}

function insertUnit(piece: Piece, unit: string, language: Language, random: Random): Piece {
  const units = unitsOf(piece.text, language);
  return changed(piece, joinUnits(units.toSpliced(random.whole(0, units.length), 0, unit), language), 1 / units.length);
}

function shareOfOne(piece: Piece, language: Language): number {
  return 1 / unitsOf(piece.text, language).length;
}

function changed(piece: Piece, text: string, edited: number): Piece {
  return { ...piece, text, edited: piece.edited + edited };
}
