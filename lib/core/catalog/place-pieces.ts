import type { Span } from "./aligned-form.ts";
import type { Gap } from "./quotation-pieces.ts";
import type { SearchedText, WantedPiece } from "./searched-text.ts";
import { countWords } from "./word-count.ts";

/** Most words of the source that bracketed words stand for, and most characters, in UTF-16 code units. */
export const mostWordsReplaced = 5;
const mostCharactersReplaced = 100;

export type Placed =
  | { readonly kind: "placed"; readonly spans: readonly Span[] }
  /** `missing` is the 0-based number of the first piece that does not follow those before it. */
  | { readonly kind: "not-placed"; readonly missing: number };

/**
 * Place the pieces of a quotation in a text, in order and without overlap.
 *
 * Behind an ellipsis the first place that a piece has is right: any other one ends later,
 * and would leave less room for the pieces that follow. So each is looked for once, from
 * where the one before it ends, and the text is gone through once however many there are.
 *
 * @param gaps between the pieces: `gaps[0]` stands behind the first.
 */
export function placePieces(
  text: SearchedText,
  pieces: readonly WantedPiece[],
  gaps: readonly (Gap | undefined)[],
): Placed {
  const spans: Span[] = [];
  for (const chain of chainsOf(pieces, gaps)) {
    const found = placeChain(text, chain, spans.at(-1)?.end ?? 0);
    if (found.kind === "not-placed") return { kind: "not-placed", missing: spans.length + found.missing };
    spans.push(...found.spans);
  }
  return { kind: "placed", spans };
}

/** Pieces joined by nothing but replacements. */
function chainsOf(pieces: readonly WantedPiece[], gaps: readonly (Gap | undefined)[]): WantedPiece[][] {
  const chains: WantedPiece[][] = [];
  pieces.forEach((piece, index) => {
    if (gaps[index - 1] === "replacement") chains.at(-1)?.push(piece);
    else chains.push([piece]);
  });
  return chains;
}

interface Link extends Span {
  readonly before: Link | undefined;
}

/**
 * A replacement bounds how far off the next piece may stand, so here the first place may
 * be a wrong one: all are tried, each behind the nearest one of the piece before. A nearer
 * one leaves fewer words between, so where it will not do none will.
 */
function placeChain(text: SearchedText, chain: readonly WantedPiece[], from: number): Placed {
  const [head = [], ...others] = chain;
  if (others.length === 0) {
    const span = text.find(head, from);
    return span ? { kind: "placed", spans: [span] } : { kind: "not-placed", missing: 0 };
  }
  let reached: Link[] = text.findAll(head, from).map((span) => ({ ...span, before: undefined }));
  if (reached.length === 0) return { kind: "not-placed", missing: 0 };
  for (const [index, piece] of others.entries()) {
    const next = text.findAll(piece, from).flatMap((span): Link[] => {
      const before = nearestBefore(reached, span.start);
      return before && mayBeReplaced(text.form, before.end, span.start) ? [{ ...span, before }] : [];
    });
    if (next.length === 0) return { kind: "not-placed", missing: index + 1 };
    reached = next;
  }
  const spans: Span[] = [];
  for (let link = reached[0]; link; link = link.before) spans.unshift({ start: link.start, end: link.end });
  return { kind: "placed", spans };
}

/** The last of `links`, which are in order of their ends, that ends at or before `start`. */
function nearestBefore(links: readonly Link[], start: number): Link | undefined {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return links[low - 1];
}

/** A few words, and no number: numbers are quoted or left out, never put in other words. */
function mayBeReplaced(form: string, start: number, end: number): boolean {
  if (end - start > mostCharactersReplaced) return false;
  const words = form.slice(start, end);
  return !/\p{N}/u.test(words) && countWords(words) <= mostWordsReplaced;
}
