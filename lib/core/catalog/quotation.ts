import { editDistance } from "../text/nearest.ts";
import { findWords } from "../text/find-words.ts";
import { fingerprintForm, quotationForm } from "../text/normal-form.ts";

/**
 * What checking a quotation against a text gave:
 * `verbatim`, letter for letter but for white space; `typographic`, the same words and
 * numbers with other quotation marks, dashes or letter forms; `absent`, not there.
 */
export type QuotationCheck = "verbatim" | "typographic" | "absent";

/** Check that quoted words stand in one of the texts, whole words only. Nothing similar ever passes. */
export function checkQuotation(quotation: string, texts: readonly string[]): QuotationCheck {
  const standsAs = (form: (text: string) => string) =>
    texts.some((text) => findWords(form(text), form(quotation)) >= 0);
  if (standsAs(fingerprintForm)) return "verbatim";
  return standsAs(quotationForm) ? "typographic" : "absent";
}

/**
 * The run of words in `text` most like a misquotation, as it stands there, for the
 * author to compare; undefined when nothing is more than half alike.
 */
export function closestWords(quotation: string, text: string): string | undefined {
  const wanted = quotationForm(quotation).toLowerCase();
  const size = wanted.split(" ").length;
  const words = fingerprintForm(text).split(" ");
  const runs: string[] = [];
  for (let length = Math.max(1, size - 2); length <= size + 2; length++) {
    for (let start = 0; start + length <= words.length; start++)
      runs.push(words.slice(start, start + length).join(" "));
  }
  let best: { words: string; likeness: number } | undefined;
  for (const run of likeliest(runs, wanted)) {
    const form = quotationForm(run).toLowerCase();
    if (form === "") continue;
    const likeness = 1 - editDistance(wanted, form) / Math.max(wanted.length, form.length);
    if (likeness > 0.5 && likeness > (best?.likeness ?? 0)) best = { words: run, likeness };
  }
  // Punctuation around the run is the sentence's, not the quotation's.
  return best?.words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%)\]]+$/gu, "");
}

/** Most single comparisons of characters that a suggestion is worth: well under a second. */
const mostComparisons = 20_000_000;

/** All runs; where comparing all would take too long, those that share the most words with what is wanted. */
function likeliest(runs: readonly string[], wanted: string): readonly string[] {
  const most = Math.ceil(mostComparisons / wanted.length ** 2);
  if (runs.length <= most) return runs;
  const wantedWords = new Set(wanted.split(" "));
  const shared = (run: string) =>
    new Set(
      run
        .toLowerCase()
        .split(" ")
        .filter((word) => wantedWords.has(word)),
    ).size;
  const counted = runs.map((run) => ({ run, count: shared(run) }));
  return counted
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ run }) => run);
}
