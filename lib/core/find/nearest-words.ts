import type { Source } from "../source/source.ts";
import { nearest } from "../text/nearest.ts";
import { findForm } from "./find-form.ts";
import type { Term } from "./query.ts";

/** A term that stands nowhere, with the words most like each of its words that does not. */
export interface AbsentTerm {
  readonly typed: string;
  readonly nearest: readonly string[];
}

/**
 * The terms of which no paragraph has any, with what may have been meant.
 *
 * @param counts for each term, in how many paragraphs it stands.
 */
export function absentTerms(
  terms: readonly Term[],
  counts: readonly number[],
  sources: Iterable<Source>,
): readonly AbsentTerm[] {
  const absent = terms.filter((_, index) => counts[index] === 0);
  if (absent.length === 0) return [];
  const words = new Set<string>();
  for (const { paragraphs } of sources)
    for (const { text } of paragraphs) for (const word of findForm(text).split(" ")) words.add(word);
  words.delete("");
  return absent.map(({ typed, form }) => {
    const unknown = form
      .trim()
      .split(" ")
      .filter((word) => !words.has(word));
    return { typed, nearest: unknown.flatMap((word) => nearest(word, words, 3)) };
  });
}
