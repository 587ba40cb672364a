import { mayBegin, mayEnd } from "../text/inside-words.ts";

/** A full stop right before a digit is a decimal point, never part of an ellipsis. */
const dot = "(?:\u2026|\\.(?!\\p{N}))";
const dots = `${dot}(?: ?${dot})*`;
const bracketedDots = new RegExp(`^\\[ ?${dots} ?\\]$`, "u");

/** What may be a sign of the author's: square brackets without others inside, or dots. */
export const possibleSign = new RegExp(`\\[[^[\\]]*\\]|${dots}`, "gu");

/** Whether a possible sign is `…`, `...` or `. . .`, bare or in square brackets; a full stop may stand with it. */
export function isEllipsis(sign: string): boolean {
  if (sign.startsWith("[") && !bracketedDots.test(sign)) return false;
  return sign.includes("\u2026") || sign.replace(/[^.]/g, "").length >= 3;
}

export function isSic(sign: string): boolean {
  return sign === "[sic]" || sign === "[sic!]";
}

/** Whether a possible sign is one letter in brackets, as in `[T]he`. */
export function isLetter(sign: string): boolean {
  return /^\[\p{L}\p{M}*\]$/u.test(sign);
}

/** Take each `[sic]` out with the space before it, unless it stands inside a word or number. */
export function dropSic(text: string): string {
  let kept = "";
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/ ?\[sic!?\]/g)) {
    const before = kept + text.slice(from, index);
    const joined = before + text.slice(index + sign.length);
    if (!mayBegin(joined, before.length) || !mayEnd(joined, before.length)) continue;
    kept = before;
    from = index + sign.length;
  }
  return kept + text.slice(from);
}

/**
 * Words whose bracketed first letters, as in `[T]he`, are set without brackets.
 *
 * @returns the 0-based offsets of those letters in `words`; undefined when there is none,
 * or one that begins no word.
 */
export function freeLetters(text: string): { readonly words: string; readonly free: readonly number[] } | undefined {
  const free: number[] = [];
  let words = "";
  let from = 0;
  for (const { 0: sign, 1: letter = "", index } of text.matchAll(/\[(\p{L}\p{M}*)\]/gu)) {
    words += text.slice(from, index);
    free.push(words.length);
    words += letter;
    from = index + sign.length;
  }
  words += text.slice(from);
  return free.length > 0 && free.every((at) => mayBegin(words, at)) ? { words, free } : undefined;
}
