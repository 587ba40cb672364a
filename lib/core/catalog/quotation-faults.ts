import { tearsNumber, type QuotationPieces } from "./quotation-pieces.ts";
import { countWords } from "./word-count.ts";

/** Fewest words of a piece beside a gap. */
export const fewestWords = 2;
/** Most words in one pair of brackets, and most such brackets in one quotation. */
export const mostWordsPutIn = 5;
export const mostReplacements = 8;

/** Why a quotation with gaps is refused before anybody looks for its pieces. */
export type QuotationFault =
  | { readonly kind: "torn-number" }
  | { readonly kind: "many-replacements"; readonly count: number }
  | { readonly kind: "replacement-in-word"; readonly sign: string }
  | { readonly kind: "empty-replacement"; readonly sign: string }
  | { readonly kind: "long-replacement"; readonly sign: string }
  | { readonly kind: "number-put-in"; readonly sign: string }
  | { readonly kind: "short-piece"; readonly piece: string };

/** @param quotation in form F; @param parts what taking it apart gave. */
export function findQuotationFault(
  quotation: string,
  { pieces, replacements }: QuotationPieces,
): QuotationFault | undefined {
  if (tearsNumber(quotation)) return { kind: "torn-number" };
  if (replacements.length > mostReplacements) return { kind: "many-replacements", count: replacements.length };
  for (const { sign, words, insideWord } of replacements) {
    const count = countWords(words);
    if (insideWord) return { kind: "replacement-in-word", sign };
    if (count === 0) return { kind: "empty-replacement", sign };
    if (count > mostWordsPutIn) return { kind: "long-replacement", sign };
    if (/\p{N}/u.test(words)) return { kind: "number-put-in", sign };
  }
  // What an ellipsis only begins or ends is one piece, and may be one word as any quotation may.
  if (pieces.length === 1 && replacements.length === 0) return undefined;
  const short = pieces.find((piece) => countWords(piece) < fewestWords);
  return short === undefined ? undefined : { kind: "short-piece", piece: short };
}
