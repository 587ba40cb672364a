import type { Span } from "../catalog/aligned-form.ts";
import { sentenceEnds } from "../text/sentence-ends.ts";
import { findWordsOf, type FoundWord } from "./find-form.ts";
import type { Term } from "./query.ts";

/** Part of a paragraph, around what was found in it. */
export interface Snippet {
  /** With an ellipsis where it does not begin or end with the paragraph. */
  readonly text: string;
  /** The words that were found: offsets in `text`, in order. */
  readonly words: readonly Span[];
}

interface Match extends Span {
  readonly term: number;
}

/**
 * The words around the place where most of the terms stand closest together.
 *
 * @param most characters of the text shown, in UTF-16 code units.
 */
export function snippetOf(text: string, terms: readonly Term[], most: number): Snippet {
  const words = findWordsOf(text);
  const matches = matchesOf(words, terms);
  const { start: from, end: to } = closest(matches) ?? { start: 0, end: 0 };
  const room = Math.max(0, most - (to - from));
  const wanted = Math.max(0, Math.min(from - Math.floor(room / 3), text.length - most));
  const start = wanted === 0 ? 0 : (words.find((word) => word.start >= wanted)?.start ?? from);
  const limit = Math.max(start + most, to);
  const end = limit >= text.length ? text.length : (words.findLast((word) => word.end <= limit)?.end ?? limit);
  const before = start > 0 ? "…" : "";
  const shown = text.slice(start, end);
  return {
    text: `${before}${shown}${end < text.length ? "…" : ""}`,
    words: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start - start + before.length, end: match.end - start + before.length })),
  };
}

/** The sentence, or the sentences, in which most of the terms stand closest together; undefined where none stands. */
export function sentenceWith(text: string, terms: readonly Term[], language: string): string | undefined {
  const place = closest(matchesOf(findWordsOf(text), terms));
  if (!place) return undefined;
  const ends = sentenceEnds(text, language);
  const start = ends.findLast((end) => end <= place.start) ?? 0;
  const end = ends.find((one) => one >= place.end) ?? text.length;
  return text.slice(start, end).trim();
}

/** Where terms stand, in order; of two that overlap the one that begins first, or else the longer. */
function matchesOf(words: readonly FoundWord[], terms: readonly Term[]): Match[] {
  const wanted = terms.map(({ form, isPhrase }) => ({ words: form.trim().split(" "), isPhrase }));
  const matches: Match[] = [];
  for (let index = 0; index < words.length;) {
    let best: { term: number; length: number } | undefined;
    for (const [term, { words: forms, isPhrase }] of wanted.entries())
      if (forms.length > (best?.length ?? 0) && standsAt(words, index, forms, isPhrase))
        best = { term, length: forms.length };
    if (best)
      matches.push({
        term: best.term,
        start: words[index]?.start ?? 0,
        end: words[index + best.length - 1]?.end ?? 0,
      });
    index += best?.length ?? 1;
  }
  return matches;
}

function standsAt(words: readonly FoundWord[], at: number, forms: readonly string[], isPhrase: boolean): boolean {
  return forms.every((form, index) => {
    const word = words[at + index]?.form;
    return word === form || (!isPhrase && index === forms.length - 1 && word?.startsWith(form) === true);
  });
}

/** The shortest stretch that holds as many different terms as the text has; the first of several. */
function closest(matches: readonly Match[]): Span | undefined {
  const all = new Set(matches.map(({ term }) => term)).size;
  const inside = new Map<number, number>();
  let best: Span | undefined;
  let first = 0;
  for (const match of matches) {
    inside.set(match.term, (inside.get(match.term) ?? 0) + 1);
    for (let opened = matches[first]; opened && inside.size === all; opened = matches[first]) {
      if (!best || match.end - opened.start < best.end - best.start) best = { start: opened.start, end: match.end };
      const left = (inside.get(opened.term) ?? 0) - 1;
      if (left === 0) inside.delete(opened.term);
      else inside.set(opened.term, left);
      first += 1;
      if (first >= matches.length) break;
    }
  }
  return best;
}
