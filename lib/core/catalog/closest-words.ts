import { editDistance } from "../text/nearest.ts";
import { fingerprintForm, quotationForm } from "../text/normal-form.ts";

/** A longer quotation gets no suggestion: what is wrong with it is found by reading, not by searching. */
const mostWords = 60;
const mostCharacters = 500;
/** Runs that are compared letter by letter, and most single comparisons: well under a second. */
const mostRuns = 400;
const mostComparisons = 6_000_000;

/**
 * The run of words in `text` most like a misquotation, as it stands there, for the
 * author to compare; undefined when nothing is more than half alike, or the quotation is long.
 */
export function closestWords(quotation: string, text: string, language = ""): string | undefined {
  if (quotation.length > 4 * mostCharacters) return undefined;
  const wanted = quotationForm(quotation, language).toLowerCase();
  const wantedWords = wanted.split(" ");
  if (wanted.length > mostCharacters || wantedWords.length > mostWords) return undefined;
  const words = fingerprintForm(text).split(" ");
  let best: { words: string; likeness: number } | undefined;
  for (const { start, length } of likeliestRuns(words, wantedWords, wanted.length)) {
    const run = words.slice(start, start + length).join(" ");
    if (run.length > 2 * wanted.length + 20) continue;
    const form = quotationForm(run, language).toLowerCase();
    if (form === "") continue;
    const likeness = 1 - editDistance(wanted, form) / Math.max(wanted.length, form.length);
    if (likeness > 0.5 && likeness > (best?.likeness ?? 0)) best = { words: run, likeness };
  }
  // Punctuation around the run is the sentence's, not the quotation's.
  return best?.words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%)\]]+$/gu, "");
}

interface Run {
  readonly start: number;
  readonly length: number;
  readonly score: number;
}

/** The runs of about as many words that share the most of them, best first. Only counts slide over the text. */
function likeliestRuns(words: readonly string[], wanted: readonly string[], wantedLength: number): Run[] {
  const scores = scoreWords(words, wanted);
  const runs: Run[] = [];
  for (let length = Math.max(1, wanted.length - 2); length <= wanted.length + 2; length++) {
    let score = 0;
    for (let end = 0; end < words.length; end++) {
      score += (scores[end] ?? 0) - (scores[end - length] ?? 0);
      if (end + 1 >= length) runs.push({ start: end + 1 - length, length, score });
    }
  }
  const off = ({ length }: Run) => Math.abs(length - wanted.length);
  runs.sort((a, b) => b.score - a.score || off(a) - off(b) || a.start - b.start);
  return runs.slice(0, Math.min(mostRuns, Math.ceil(mostComparisons / wantedLength ** 2)));
}

/** For each word 2 when it is wanted, 1 when it begins or ends like one that is. */
function scoreWords(words: readonly string[], wanted: readonly string[]): number[] {
  const whole = new Set(wanted);
  const ends = new Set(wanted.flatMap((word) => [`${word.slice(0, 2)}…`, `…${word.slice(-2)}`]));
  return words.map((word) => {
    const lower = word.toLowerCase();
    if (whole.has(lower)) return 2;
    return ends.has(`${lower.slice(0, 2)}…`) || ends.has(`…${lower.slice(-2)}`) ? 1 : 0;
  });
}
