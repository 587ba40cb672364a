import { editDistance } from "../text/nearest.ts";
import { findWords } from "../text/find-words.ts";
import { fingerprintForm, quotationForm } from "../text/normal-form.ts";

/**
 * What checking a quotation against a text gave:
 * `verbatim`, letter for letter but for white space; `typographic`, the same words and
 * numbers with other quotation marks, dashes or letter forms; `absent`, not there.
 */
export type QuotationCheck = "verbatim" | "typographic" | "absent";

/** Check that quoted words stand in a text, whole words only. Nothing similar ever passes. */
export function checkQuotation(quotation: string, text: string): QuotationCheck {
  if (findWords(fingerprintForm(text), fingerprintForm(quotation)) >= 0) return "verbatim";
  if (findWords(quotationForm(text), quotationForm(quotation)) >= 0) return "typographic";
  return "absent";
}

/**
 * The run of words in `text` most like a misquotation, as it stands there, for the
 * author to compare; undefined when nothing is more than half alike.
 */
export function closestWords(quotation: string, text: string): string | undefined {
  const wanted = quotationForm(quotation).toLowerCase();
  const size = wanted.split(" ").length;
  const words = fingerprintForm(text).split(" ");
  let best: { words: string; likeness: number } | undefined;
  for (let length = Math.max(1, size - 2); length <= size + 2; length++) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join(" ");
      const form = quotationForm(run).toLowerCase();
      if (form === "") continue;
      const likeness = 1 - editDistance(wanted, form) / Math.max(wanted.length, form.length);
      if (likeness > 0.5 && likeness > (best?.likeness ?? 0)) best = { words: run, likeness };
    }
  }
  // Punctuation around the run is the sentence's, not the quotation's.
  return best?.words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%)\]]+$/gu, "");
}
