import { mayBegin, mayEnd } from "./inside-words.ts";

/**
 * Where `words` stand in `text` as whole words and numbers, or -1. Words without a
 * letter or digit stand nowhere.
 *
 * @param text without invisible characters, white space made single spaces.
 * @param words in the same form.
 * @param told the text as long as it is, with dashes still told apart: by it is judged
 * where words and numbers end.
 * @returns 0-based offset in UTF-16 code units.
 */
export function findWords(text: string, words: string, told = text): number {
  if (!/[\p{L}\p{N}]/u.test(words)) return -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (mayBegin(told, at) && mayEnd(told, at + words.length)) return at;
  }
  return -1;
}
