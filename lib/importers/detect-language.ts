import { francAll } from "franc";
import type { DetectedLanguage } from "./imported-document.ts";

/** Characters of a piece that is looked at; a longer one makes languages look more alike, not less. */
const pieceLength = 400;
const mostPieces = 15;
/** Letters under which a guess is no more than that; Chinese and its like say as much in a quarter. */
const least = 200;
/** The share of the pieces that have to agree. */
const agreement = 0.8;

/**
 * The language of most pieces of a text; undefined for one too short or in no language known.
 * Where a small language is likeliest, the likeliest large one is given, as a guess: Scots
 * is found in much that is English.
 */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const votes = new Map<string, { all: number; plain: number }>();
  const pieces = piecesOf(text.replace(/\s+/g, " ").trim());
  for (const piece of pieces) {
    const tags = francAll(piece, { minLength: 20 }).map(([code]) => shortTag(code));
    const at = tags.findIndex((tag) => tag !== undefined && isLarge(tag));
    const tag = tags[at];
    if (tag === undefined) continue;
    const { all, plain } = votes.get(tag) ?? { all: 0, plain: 0 };
    votes.set(tag, { all: all + 1, plain: plain + (at === 0 ? 1 : 0) });
  }
  const [first] = [...votes].sort(([, a], [, b]) => b.all - a.all);
  if (!first) return undefined;
  const [tag, { plain }] = first;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isDense = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(pieces[0] ?? "");
  return { tag, certain: plain >= pieces.length * agreement && letters >= (isDense ? least / 4 : least) };
}

/** Whether a language has a code of two letters in ISO 639. */
function isLarge(tag: string): boolean {
  return /^[a-z]{2}(?:-|$)/.test(tag);
}

/** Pieces from all over a text. */
function piecesOf(text: string): string[] {
  const count = Math.max(1, Math.min(mostPieces, Math.floor(text.length / pieceLength)));
  const step = text.length / count;
  return Array.from({ length: count }, (_, at) =>
    text.slice(Math.floor(at * step), Math.floor(at * step) + pieceLength),
  );
}

/** ISO 639-3 as BCP 47 has it: "eng" is "en", "prs" is "fa-AF"; undefined for "und", no language. */
function shortTag(code: string): string | undefined {
  if (code === "und") return undefined;
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}
