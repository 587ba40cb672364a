import type { Direction } from "../../core/text/language.ts";
import { chartWidth, textSize } from "./measures.ts";

/** Wide: scripts whose letters are as wide as they are high. None: marks set on other letters. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const none = /[\p{M}\p{Cf}]/u;
const broad = /[\p{Lu}\p{N}MWmw—…%&@]/u;

/**
 * A label on one line of a chart, cut with an ellipsis where it would not fit: behind a word,
 * or within the only one. Nothing can be measured without the reader's font, so widths are
 * estimates on the generous side.
 */
export function fitLabel(text: string, width: number = chartWidth): string {
  const label = onOneLine(text);
  const letters = Array.from(label);
  const fitting = fittingLetters(letters, width);
  if (fitting === letters.length) return label;
  const cut = letters.slice(0, fitting).join("");
  const isBehindWord = letters[fitting] === " ";
  return `${(isBehindWord ? cut : cut.replace(/(?<=\S) \S*$/u, "")).trimEnd()}…`;
}

/** A label on as many lines as it needs, two at most, the second cut like {@link fitLabel}. Never empty. */
export function labelLines(text: string, width: number = chartWidth): readonly string[] {
  const label = onOneLine(text);
  const words = label.split(" ");
  let first = words[0] ?? "";
  let used = 1;
  for (const word of words.slice(1)) {
    if (!fits(`${first} ${word}`, width)) break;
    first += ` ${word}`;
    used++;
  }
  if (!fits(first, width)) return [fitLabel(label, width)];
  return used === words.length ? [label] : [first, fitLabel(words.slice(used).join(" "), width)];
}

/** A label in the order in which its own script is read, in a chart that is read the other way. */
export function ownOrder(label: string, direction: Direction): string {
  const letter = /\p{L}/u.exec(label)?.[0];
  if (letter === undefined) return label;
  const own = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter) ? "rtl" : "ltr";
  // Isolates of the Unicode Bidirectional Algorithm: from right to left, from left to right.
  return own === direction ? label : `${own === "rtl" ? "\u2067" : "\u2066"}${label}\u2069`;
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}

function fits(label: string, width: number): boolean {
  const letters = Array.from(label);
  return fittingLetters(letters, width) === letters.length;
}

/** How many letters of a label, from its beginning, are no wider than `width`, in units of a chart. */
function fittingLetters(letters: readonly string[], width: number): number {
  let room = width / textSize - (width === chartWidth ? 1 : 0);
  for (const [index, letter] of letters.entries()) {
    room -= wide.test(letter) ? 1.05 : none.test(letter) ? 0 : broad.test(letter) ? 0.72 : 0.53;
    if (room < 0) return index;
  }
  return letters.length;
}
