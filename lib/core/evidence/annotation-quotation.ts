import type { Span } from "../catalog/aligned-form.ts";
import type { QuotedPlace } from "../catalog/quotation.ts";
import type { Paragraph } from "../source/source.ts";
import type { TextQuote } from "./annotation-schema.ts";
import { textContentOf } from "./annotation-text.ts";

/** Characters before and behind quoted words that tell them from the same words elsewhere, in UTF-16 code units. */
const contextLength = 32;

/**
 * The words of a quotation as they stand in each paragraph, white space included, with
 * some of the same paragraph before and behind. A piece that runs on into the next
 * paragraph is two.
 *
 * @param paragraphs cited, in order. @returns by paragraph; only those that hold quoted words.
 */
export function quotedWords(
  place: QuotedPlace,
  paragraphs: readonly Paragraph[],
): ReadonlyMap<Paragraph, readonly TextQuote[]> {
  const lines = place.text.split("\n");
  const first = paragraphs.findIndex((_, index) =>
    lines.every((line, at) => paragraphs[index + at]?.text.replace(/\s/g, " ") === line),
  );
  const found = new Map<Paragraph, TextQuote[]>();
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const paragraph = first < 0 ? undefined : paragraphs[first + at];
    const inLine = place.pieces
      .map((piece) => ({ start: Math.max(piece.start - start, 0), end: Math.min(piece.end - start, line.length) }))
      .filter((piece) => piece.start < piece.end);
    if (paragraph && inLine.length > 0) found.set(paragraph, quotesIn(textContentOf(paragraph.html), line, inLine));
    start += line.length + 1;
  }
  return found;
}

/** @param content as a page shows it. @param line the same, white space collapsed. @param spans in the line. */
function quotesIn(content: string, line: string, spans: readonly Span[]): TextQuote[] {
  const offsets = offsetsOfLetters(content);
  return spans.flatMap(({ start, end }): TextQuote[] => {
    const before = countLetters(line.slice(0, start));
    const letters = countLetters(line.slice(start, end));
    const from = offsets[before];
    const last = offsets[before + letters - 1];
    if (letters === 0 || from === undefined || last === undefined) return [];
    const prefix = content.slice(Math.max(0, from - contextLength), from).replace(/^[\uDC00-\uDFFF]/, "");
    const suffix = content.slice(last + 1, last + 1 + contextLength).replace(/[\uD800-\uDBFF]$/, "");
    return [
      {
        type: "TextQuoteSelector",
        exact: content.slice(from, last + 1),
        ...(prefix !== "" && { prefix }),
        ...(suffix !== "" && { suffix }),
      },
    ];
  });
}

/** What is not white space, by which a text and its collapsed form are counted alike. */
const letter = /[^\s\u0085]|\uFEFF/g;

function offsetsOfLetters(content: string): number[] {
  return Array.from(content.matchAll(letter), ({ index }) => index);
}

function countLetters(text: string): number {
  return text.match(letter)?.length ?? 0;
}
