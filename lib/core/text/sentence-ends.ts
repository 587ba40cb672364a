import { endsInAbbreviation } from "./abbreviations.ts";

const segmenters = new Map<string, Intl.Segmenter>();

/** An engine may copy the whole text for each sentence it finds, so a text is given to it in parts of this length. */
const partLength = 4096;
/** Nearer than this to the end of a part, what decides whether a sentence ends may lie beyond it. */
const lookahead = 128;
/** More than this is never looked at for an abbreviation, however long a sentence grows. */
const lookbehind = 64;

/**
 * 0-based offsets just past each sentence, the last one the text's length. Boundaries are
 * those of Unicode UAX 29, save that an abbreviation or an initial ends no sentence.
 *
 * @param language BCP 47.
 */
export function sentenceEnds(text: string, language: string): number[] {
  const ends = segmentStarts(text, language).filter((at) => {
    const before = text.slice(Math.max(0, at - lookbehind), at).trimEnd();
    return !endsInAbbreviation(before, text.slice(at, at + lookahead), language);
  });
  return [...ends, text.length];
}

/** Offsets at which the segments of a text begin, the first one's left out. */
function segmentStarts(text: string, language: string): number[] {
  const starts: number[] = [];
  for (let from = 0, length = partLength; from < text.length;) {
    const part = text.slice(from, from + length);
    const isLast = from + length >= text.length;
    const segments = segmenterOf(language).segment(part);
    const found = Array.from(segments, ({ index }) => index);
    const sure = found.filter((index) => index > 0 && (isLast || index < length - lookahead));
    for (const index of sure) starts.push(from + index);
    if (isLast) break;
    // A sentence longer than the part is tried again with more.
    from += sure.at(-1) ?? 0;
    length = sure.length > 0 ? partLength : length * 2;
  }
  return starts;
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, made);
  return made;
}
