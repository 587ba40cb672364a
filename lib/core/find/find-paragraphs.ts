import type { Paragraph, Source } from "../source/source.ts";
import { findForm, formOfFolded } from "./find-form.ts";
import { foldLetters } from "./fold-letters.ts";
import { wordsBetween } from "./nearness.ts";
import { needleOf, type Term } from "./query.ts";

/** A paragraph in which what was looked for stands. */
export interface Hit {
  readonly source: Source;
  readonly paragraph: Paragraph;
}

export interface Findings {
  /** Best first: what stands together in the order typed, then what stands near, then what a title has part of. */
  readonly hits: readonly Hit[];
  /** Sources whose titles have all of it. */
  readonly titles: readonly Source[];
  /** For each term, in how many paragraphs it stands. */
  readonly counts: readonly number[];
}

interface RankedHit extends Hit {
  /** How many terms only the title or the headings above have. */
  readonly missing: number;
  /** 0 when all stand together, in the order typed and whole; otherwise 1. */
  readonly apart: number;
  readonly distance: number;
}

/** A beginning of a word counts as so many words further off; a term that the title has, too, as so many nearer. */
const prefixDistance = 3;
const titleNearness = 2;

/**
 * The paragraphs that hold every term, at least one of them in their own words; the others
 * may stand in the headings above, or in the source's title or id. Takes time with the length of
 * the texts.
 *
 * @param terms at least one. @param sources in the order in which what is equally good is given.
 */
export function findParagraphs(terms: readonly Term[], sources: Iterable<Source>): Findings {
  const needles = terms.map(needleOf);
  const together = terms.map(({ form }) => form.slice(1)).join("");
  const firstWords = terms.map(({ form }) => firstWord(form));
  const counts = terms.map(() => 0);
  const titles: Source[] = [];
  const hits: RankedHit[] = [];
  for (const source of sources) {
    const title = findForm(`${source.id} ${source.meta.title} ${source.meta["title-short"] ?? ""}`);
    if (needles.every((needle) => title.includes(needle))) titles.push(source);
    for (const paragraph of source.paragraphs) {
      const folded = foldLetters(paragraph.text);
      // Most paragraphs hold nothing of it, and need no closer look.
      if (!firstWords.some((word) => folded.includes(word))) continue;
      const text = formOfFolded(folded);
      const own = needles.filter((needle, index) => {
        const isThere = text.includes(needle);
        if (isThere) counts[index] = (counts[index] ?? 0) + 1;
        return isThere;
      });
      const missing = needles.length - own.length;
      if (own.length === 0 || (missing > 0 && !isAbove(needles, own, title, paragraph))) continue;
      const prefixes = terms.filter(({ form }) => !text.includes(form)).length - missing;
      const inTitle = needles.filter((needle) => title.includes(needle)).length;
      hits.push({
        source,
        paragraph,
        missing,
        apart: text.includes(` ${together}`) ? 0 : 1,
        distance: wordsBetween(text, own) + prefixDistance * prefixes - titleNearness * inTitle,
      });
    }
  }
  // Sorting is stable: what is equally good stays in the order of sources and paragraphs.
  hits.sort((a, b) => a.missing - b.missing || a.apart - b.apart || a.distance - b.distance);
  return { hits: hits.map(({ source, paragraph }) => ({ source, paragraph })), titles, counts };
}

function firstWord(form: string): string {
  return form.slice(1, form.indexOf(" ", 1));
}

/** Whether what a paragraph does not have stands in its source's title or in the headings above it. */
function isAbove(needles: readonly string[], own: readonly string[], title: string, { headings }: Paragraph): boolean {
  const above = headings.length === 0 ? title : `${title}${findForm(headings.join(" "))}`;
  return needles.every((needle) => own.includes(needle) || above.includes(needle));
}
