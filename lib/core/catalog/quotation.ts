import { fingerprintForm } from "../text/normal-form.ts";
import type { Span } from "./aligned-form.ts";
import { dropSic } from "./editorial-signs.ts";
import { placePieces } from "./place-pieces.ts";
import { findQuotationFault } from "./quotation-faults.ts";
import { takeApart, type QuotationPieces } from "./quotation-pieces.ts";
import { SearchedText, wantedAsTyped, wantedPiece, type WantedPiece } from "./searched-text.ts";

/**
 * How quoted words agree with a text:
 * `verbatim`, letter for letter but for white space; `typographic`, the same words and
 * numbers with other quotation marks, dashes or letter forms; `elided`, pieces of it in
 * order, with ellipses between; `altered`, the same with words of the author's in brackets.
 * An ellipsis at an end and `[sic]` count as nothing, and `[T]` as typography.
 */
export type Agreement = "verbatim" | "typographic" | "elided" | "altered";

/** Where quoted words stand: the text, and in it each piece, in order, as it stands there. */
export interface QuotedPlace {
  readonly text: string;
  /** Never empty. */
  readonly pieces: readonly Span[];
}

export type QuotationCheck =
  | { readonly kind: "found"; readonly agreement: Agreement; readonly place: QuotedPlace | undefined }
  | { readonly kind: "absent" };

/** Words in quotation marks, as an author types them. */
export interface Quotation {
  readonly text: string;
  /** Whether words in square brackets may stand for others. */
  readonly altered: boolean;
}

/** Check that quoted words stand in one of the texts, whole words only. Nothing similar ever passes. */
export function checkQuotation(quotation: Quotation, texts: readonly string[], language = ""): QuotationCheck {
  return quotationChecker(quotation, language)(texts);
}

/**
 * The same for one quotation and many texts.
 *
 * @param language BCP 47, of the texts: it decides which letters are the same.
 */
export function quotationChecker(quotation: Quotation, language = ""): (texts: readonly string[]) => QuotationCheck {
  const ways = waysToFind(quotation, language);
  return (texts) => {
    const searched = texts.map((text) => new SearchedText(text, language));
    for (const { agreement, find } of ways) {
      for (const text of searched) {
        const found = find(text);
        if (!found) continue;
        const pieces = found();
        return { kind: "found", agreement, place: pieces && { text: text.text, pieces } };
      }
    }
    return { kind: "absent" };
  };
}

/** One way of finding a quotation; what it finds is told where only when that is asked. */
interface Way {
  readonly agreement: Agreement;
  readonly find: (text: SearchedText) => (() => readonly Span[] | undefined) | undefined;
}

/** From the strictest to the loosest. */
function waysToFind({ text, altered }: Quotation, language: string): Way[] {
  const whole = fingerprintForm(text);
  const { pieces } = takeApart(whole, false);
  // Without ellipses at its ends and without [sic]: what is left may be one piece of the source.
  const bare = pieces.length === 1 ? pieces : [];
  const edited = [...new Set([...bare, ...bare.map(dropSic)])].filter((words) => words !== whole);
  return [
    literally(whole),
    inFormQ(wantedAsTyped(whole, language)),
    ...edited.map(literally),
    ...bare.map((words) => inFormQ(wantedPiece(words, language))),
    ...(pieces.length > 1 ? inPieces("elided", takeApart(whole, false), whole, language) : []),
    ...(altered ? inPieces("altered", takeApart(whole, true), whole, language) : []),
  ];
}

function literally(words: string): Way {
  return {
    agreement: "verbatim",
    find: (text) => {
      const span = text.findLiteral(words);
      return span && (() => text.placeOfLiteral(span));
    },
  };
}

function inFormQ(wanted: WantedPiece): Way {
  return {
    agreement: "typographic",
    find: (text) => {
      const span = text.find(wanted);
      return span && (() => text.placeOf([span]));
    },
  };
}

/** None for a quotation with a fault: nothing is looked for that would not be accepted. */
function inPieces(agreement: "elided" | "altered", parts: QuotationPieces, whole: string, language: string): Way[] {
  if (parts.pieces.length === 0 || findQuotationFault(whole, parts)) return [];
  const wanted = parts.pieces.map((piece) => wantedPiece(piece, language));
  const find = (text: SearchedText) => {
    const placed = placePieces(text, wanted, parts.gaps.slice(1, -1));
    return placed.kind === "placed" ? () => text.placeOf(placed.spans) : undefined;
  };
  return [{ agreement, find }];
}
