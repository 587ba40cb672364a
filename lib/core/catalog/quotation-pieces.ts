import { withoutInvisible } from "../text/invisible.ts";
import { isEllipsis, isLetter, isSic, possibleSign } from "./editorial-signs.ts";

/** What an author puts between two pieces of a quotation: an ellipsis, or other words in square brackets. */
export type Gap = "omission" | "replacement";

/** Words of the author's own in square brackets. */
export interface Replacement {
  readonly sign: string;
  readonly words: string;
  /** Whether a letter or digit touches the brackets, as in `refugee[s]`. */
  readonly insideWord: boolean;
}

/** A quotation taken apart at its gaps: `gaps[0]` stands before `pieces[0]`, the last gap behind the last piece. */
export interface QuotationPieces {
  readonly pieces: readonly string[];
  /** One more than there are pieces; undefined at an end where there is none. */
  readonly gaps: readonly (Gap | undefined)[];
  /** In order, those beside an ellipsis too. */
  readonly replacements: readonly Replacement[];
}

/**
 * Take a quotation apart at its ellipses and, where the author says that it is altered, at
 * brackets with other words. `[sic]`, and a letter in brackets that belongs to a word, stay.
 *
 * @param quotation in form F.
 */
export function takeApart(quotation: string, altered: boolean): QuotationPieces {
  const pieces: string[] = [];
  const gaps: (Gap | undefined)[] = [undefined];
  const replacements: Replacement[] = [];
  let from = 0;
  const addPiece = (end: number) => {
    const piece = quotation.slice(from, end).trim();
    if (piece === "") return;
    pieces.push(piece);
    gaps.push(undefined);
  };
  for (const { 0: sign, index } of quotation.matchAll(possibleSign)) {
    const end = index + sign.length;
    const omission = isEllipsis(sign);
    const replacement = altered && !omission ? readReplacement(quotation, index, end) : undefined;
    if (replacement) replacements.push(replacement);
    else if (!omission) continue;
    addPiece(index);
    // Where an ellipsis stands beside a replacement, anything may have been left out.
    gaps[gaps.length - 1] = omission || gaps.at(-1) === "omission" ? "omission" : "replacement";
    from = end;
  }
  addPiece(quotation.length);
  return { pieces, gaps, replacements };
}

/** Whether an ellipsis stands within a number, as in "1…300": it would read as a range or as another number. */
export function tearsNumber(quotation: string): boolean {
  const text = withoutInvisible(quotation);
  return Array.from(text.matchAll(possibleSign)).some(({ 0: sign, index }) => {
    const end = index + sign.length;
    const endsInNumber = /\p{N}[^\s\p{L}\p{N}]?$/u.test(text.slice(Math.max(0, index - 4), index));
    return isEllipsis(sign) && endsInNumber && /^[^\s\p{L}]?\p{N}/u.test(text.slice(end, end + 4));
  });
}

function readReplacement(quotation: string, start: number, end: number): Replacement | undefined {
  const sign = quotation.slice(start, end);
  if (!sign.startsWith("[") || isSic(sign)) return undefined;
  const before = withoutInvisible(quotation.slice(Math.max(0, start - 8), start));
  const behind = withoutInvisible(quotation.slice(end, end + 8));
  const goesOn = /^[\p{L}\p{M}\p{N}]/u.test(behind);
  const follows = /[\p{L}\p{M}\p{N}]$/u.test(before);
  if (isLetter(sign) && goesOn && !follows) return undefined;
  return { sign, words: sign.slice(1, -1).trim(), insideWord: goesOn || follows };
}
