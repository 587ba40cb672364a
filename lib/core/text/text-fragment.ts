/** Words at each end that name a longer passage. */
const wordsAtEnd = 4;
/** So many are named in full. */
const fewWords = 2 * wordsAtEnd;
/** Longest piece in which those words are looked for, in UTF-16 code units. */
const searched = 160;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/**
 * The part of an address by which a browser finds words on a page and marks them, such as
 * `:~:text=Everyone%20has%20the%20right,asylum%20from%20persecution`. It names whole words,
 * as browsers want them: all of a short text, or else the first and the last.
 *
 * @returns empty for a text without words.
 */
export function textFragment(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const head = flat.slice(0, searched);
  const tail = flat.slice(-searched);
  // What is cut off may be half a word.
  const first = firstWords(head, fewWords + 1).filter(({ end }) => flat === head || end < head.length);
  const last = lastWords(tail, wordsAtEnd + 1).filter(({ start }) => flat === tail || start > 0);
  const from = first[0]?.start;
  const to = last.at(-1)?.end;
  if (from === undefined || to === undefined) return "";
  const isShort = flat === head && first.length <= fewWords;
  if (isShort) return `:~:text=${encodeWords(flat.slice(from, to))}`;
  const opening = head.slice(from, first[Math.min(wordsAtEnd, first.length) - 1]?.end);
  const closing = tail.slice(last[Math.max(0, last.length - wordsAtEnd)]?.start, to);
  return `:~:text=${encodeWords(opening)},${encodeWords(closing)}`;
}

/** 0-based offsets of a word. */
interface Word {
  readonly start: number;
  readonly end: number;
}

/** In order, not more than `most`: to find the words of a whole paragraph would take the time of a page. */
function firstWords(text: string, most: number): Word[] {
  const words: Word[] = [];
  for (const found of segmenter.segment(text)) {
    if (found.isWordLike === true) words.push(placeOf(found));
    if (words.length === most) break;
  }
  return words;
}

/** In order, not more than `most`. */
function lastWords(text: string, most: number): Word[] {
  const words: Word[] = [];
  const segments = segmenter.segment(text);
  for (let found = segments.containing(text.length - 1); found; found = segments.containing(found.index - 1)) {
    if (found.isWordLike === true) words.unshift(placeOf(found));
    if (words.length === most) break;
  }
  return words;
}

function placeOf({ index, segment }: Intl.SegmentData): Word {
  return { start: index, end: index + segment.length };
}

/** A hyphen, a comma and an ampersand mean something there. A half of a character, cut off, is none. */
function encodeWords(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, "\uFFFD")).replaceAll("-", "%2D");
}
