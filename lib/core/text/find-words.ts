/**
 * Where `words` stand in `text` as whole words, or -1.
 *
 * A match may not begin or end inside a word or a number: "3 million" does not stand
 * in "1.3 million", nor "5%" in "-5%", nor "they can" in "they can't". Zero-width joiners
 * join a word. Both strings are in the same normal form.
 *
 * @returns 0-based offset in UTF-16 code units.
 */
export function findWords(text: string, words: string, from = 0): number {
  if (words === "") return -1;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    if (startsCleanly(text, at) && endsCleanly(text, at + words.length)) return at;
  }
  return -1;
}

const wordCharacter = /[\p{L}\p{M}\p{N}\u200C\u200D]/u;
const letter = /\p{L}/u;
const apostrophe = /['\u2019\u02BC]/u;
const digit = /\p{Nd}/u;
const separator = /[.,٫٬·:/'\u2019]/u;
const decimalPoint = /[.٫]/u;
const startOfNumber = /^(?:\s|\p{Sc})?$/u;
const sign = /[-+−–]/u;

function startsCleanly(text: string, start: number): boolean {
  const first = charAt(text, start);
  const before = charBefore(text, start);
  if (wordCharacter.test(first) && wordCharacter.test(before)) return false;
  if (!digit.test(first)) return true;
  const further = charBefore(text, start - before.length);
  if (separator.test(before) && digit.test(further)) return false;
  if (decimalPoint.test(before) && startOfNumber.test(further)) return false;
  return !(sign.test(before) && !wordCharacter.test(further));
}

function endsCleanly(text: string, end: number): boolean {
  const last = charBefore(text, end);
  const after = charAt(text, end);
  if (wordCharacter.test(last) && wordCharacter.test(after)) return false;
  const further = charAt(text, end + after.length);
  if (letter.test(last) && apostrophe.test(after) && letter.test(further)) return false;
  if (!digit.test(last)) return true;
  return !(separator.test(after) && digit.test(further));
}

function charAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function charBefore(text: string, at: number): string {
  if (at <= 0) return "";
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at >= 2 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}
