import { collapseWhiteSpace } from "../text/normal-form.ts";
import { openingWords } from "../text/sentence.ts";
import { sentenceEnds } from "../text/sentence-ends.ts";
import type { QuotedPlace } from "./quotation.ts";

/** A stretch of the sentences that a quotation is taken from: words quoted, or words left out. */
export interface SentencePart {
  readonly quoted: boolean;
  /** As it stands in the source, white space at its ends included, so that the parts join to running text. */
  readonly text: string;
}

/** Of what is left out in one place, most characters shown, in UTF-16 code units: half from each end. */
const mostLeftOut = 320;

/**
 * The whole sentences that a quotation is taken from, in the source's own words, so that a
 * reader sees what was cut off or left out; empty when nothing was. A line break in the
 * text ends a sentence: paragraphs are joined by it.
 *
 * @param language BCP 47, of the text.
 */
export function quotedSentence({ text, pieces }: QuotedPlace, language: string): SentencePart[] {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? 0;
  const sentences = { start: sentenceStart(text, start, language), end: sentenceEnd(text, end, language) };
  const parts: SentencePart[] = [];
  let from = sentences.start;
  for (const piece of pieces) {
    parts.push({ quoted: false, text: text.slice(from, piece.start) });
    parts.push({ quoted: true, text: text.slice(piece.start, piece.end) });
    from = piece.end;
  }
  parts.push({ quoted: false, text: text.slice(from, sentences.end).trimEnd() });
  if (!parts.some((part) => !part.quoted && /[\p{L}\p{N}]/u.test(part.text))) return [];
  const shown = parts.map((part) => ({ ...part, text: part.text.replace(/\s+/g, " ") }));
  return shown.filter((part) => part.text !== "").map((part) => (part.quoted ? part : shortenMiddle(part)));
}

function sentenceStart(text: string, at: number, language: string): number {
  const from = text.lastIndexOf("\n", at) + 1;
  const to = lineEnd(text, at);
  const before = sentenceEnds(text.slice(from, to), language).filter((end) => end <= at - from);
  const start = from + (before.at(-1) ?? 0);
  return start + text.slice(start, at).search(/\S|$/);
}

function sentenceEnd(text: string, at: number, language: string): number {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const to = lineEnd(text, at);
  const end = sentenceEnds(text.slice(from, to), language).find((end) => end >= at - from);
  return end === undefined ? to : from + end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** What turns a sense around stands at either end of what is left out as a rule, so both are kept. */
function shortenMiddle({ text }: SentencePart): SentencePart {
  if (text.length <= mostLeftOut) return { quoted: false, text };
  const flat = collapseWhiteSpace(text);
  const opening = openingWords(flat, mostLeftOut / 2).replace(/…$/, "");
  const closing = closingWords(flat, mostLeftOut / 2);
  const [before, behind] = [/^\s?/, /\s?$/].map((end) => end.exec(text)?.[0] ?? "");
  return { quoted: false, text: `${before ?? ""}${opening} […] ${closing}${behind ?? ""}` };
}

function closingWords(flat: string, length: number): string {
  const cut = flat.slice(-length - 1);
  return /\s/.test(cut) ? cut.replace(/^\S*\s+/, "") : cut.slice(1).replace(/^[\uDC00-\uDFFF]/, "");
}
