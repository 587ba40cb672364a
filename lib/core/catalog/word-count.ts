/** Scripts written without spaces: there each letter counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;

/** How many words a reader counts: what stands between spaces and has a letter or digit, "non-binding" being one. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.split(/\s+/)) {
    if (/[\p{L}\p{N}]/u.test(word)) count += word.match(unspaced)?.length ?? 1;
  }
  return count;
}
