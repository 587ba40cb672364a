import { fingerprintForm } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import { closestWords } from "./closest-words.ts";
import { mostWordsReplaced, placePieces } from "./place-pieces.ts";
import {
  fewestWords,
  findQuotationFault,
  mostReplacements,
  mostWordsPutIn,
  type QuotationFault,
} from "./quotation-faults.ts";
import { takeApart } from "./quotation-pieces.ts";
import { quotationChecker, type Quotation } from "./quotation.ts";
import { SearchedText, wantedPiece } from "./searched-text.ts";

/**
 * What is wrong with a quotation that has gaps, and what to write; undefined when it has none.
 *
 * @param texts where it is not found. @param where they are, such as `¶7 of "report"`.
 */
export function adviseOnPieces(
  quotation: Quotation,
  texts: readonly string[],
  language: string,
  where: string,
): string | undefined {
  const whole = fingerprintForm(quotation.text);
  const parts = takeApart(whole, quotation.altered);
  const start = `"${shorten(whole)}" is not in ${where}`;
  const fault = findQuotationFault(whole, parts);
  if (fault) return `${start}: ${adviseOnFault(fault)}`;
  if (!quotation.altered && quotationChecker({ ...quotation, altered: true }, language)(texts).kind === "found")
    return `${start} as it is typed: words in brackets stand there for others. Add altered="yes", and readers are told so.`;
  if (parts.pieces.length < 2) return undefined;
  const pieces = parts.pieces.map((piece) => wantedPiece(piece, language));
  const gaps = parts.gaps.slice(1, -1);
  let missing = -1;
  let furthest: SearchedText | undefined;
  for (const text of texts) {
    const searched = new SearchedText(text, language);
    const placed = placePieces(searched, pieces, gaps);
    if (placed.kind !== "not-placed" || placed.missing <= missing) continue;
    missing = placed.missing;
    furthest = searched;
  }
  const piece = parts.pieces[missing];
  if (piece === undefined || !furthest) return undefined;
  const before = parts.pieces[missing - 1];
  const place = before === undefined ? where : `${where} after "${shorten(before)}"`;
  const begin = `"${shorten(piece)}" is not in ${place}`;
  if (furthest.find(pieces[missing] ?? [])) {
    if (gaps[missing - 1] === "replacement")
      return `${begin} with at most ${mostWordsReplaced} words and no number between. Write … for what the brackets leave out.`;
    return `${begin}; it stands earlier. Put the pieces in the order of the source.`;
  }
  const close = closestWords(piece, texts.join(" … "), language);
  if (close === undefined) return `${begin}. Copy the words from the source.`;
  return `${begin}; there stands "${shorten(close)}". Write that, or end the quotation before it.`;
}

function adviseOnFault(fault: QuotationFault): string {
  switch (fault.kind) {
    case "torn-number":
      return "an ellipsis stands inside a number. Write a space before and after it.";
    case "many-replacements":
      return `${fault.count} words of yours in brackets are more than the ${mostReplacements} that may be. Quote less, or say it in your own words.`;
    case "replacement-in-word":
      return `"${shorten(fault.sign)}" changes part of a word. Put the whole word in brackets.`;
    case "empty-replacement":
      return `"${shorten(fault.sign)}" holds no word. Write … for words left out.`;
    case "long-replacement":
      return `"${shorten(fault.sign)}" is longer than ${mostWordsPutIn} words. Write fewer, or end the quotation before it.`;
    case "number-put-in":
      return `"${shorten(fault.sign)}" puts a number among the source's words. Say it outside the quotation.`;
    case "short-piece":
      return `"${shorten(fault.piece)}" is too little to be found between ellipses or brackets. Quote at least ${fewestWords} words of the source there.`;
  }
}
