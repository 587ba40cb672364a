import type { Brief } from "../brief/brief.ts";
import { lastDay } from "../brief/last-day.ts";
import { printName } from "../front-matter/fields.ts";
import { escapeHtml } from "../text/escape.ts";
import { directionOf } from "../text/language.ts";
import { briefLife, type DatedNote } from "../view/brief-life.ts";
import type { FeedEntry } from "./feed.ts";
import type { FeedWordsFor } from "./feed-words.ts";

/** Takes a root-relative path without the site's path prefix. */
export type AbsoluteAddress = (path: string) => string;

/**
 * Briefs as entries of a feed, drafts left out. A brief that was withdrawn says so, and
 * why, instead of what it said.
 */
export function briefEntries(briefs: readonly Brief[], absolute: AbsoluteAddress, wordsFor: FeedWordsFor): FeedEntry[] {
  return briefs.filter(isShown).map((brief): FeedEntry => {
    const { meta, language } = brief;
    const words = wordsFor(language);
    const { withdrawn, corrections } = briefLife(brief);
    const told = withdrawn
      ? [withdrawn.note]
      : [...(meta.question === undefined ? [] : [meta.question]), meta.summary, ...corrections.map(words.corrected)];
    return {
      ...sharedOf(brief),
      id: absolute(firstPath(brief)),
      url: absolute(brief.url),
      title: withdrawn ? words.withdrawn(meta.title) : meta.title,
      published: meta.date,
      updated: lastDay(brief),
      summary: withdrawn?.note ?? meta.summary,
      html: paragraphs(told, language),
    };
  });
}

/** Every correction and every withdrawal of these briefs, drafts left out, as entries of their own. */
export function correctionEntries(
  briefs: readonly Brief[],
  absolute: AbsoluteAddress,
  wordsFor: FeedWordsFor,
): FeedEntry[] {
  return briefs.filter(isShown).flatMap((brief): FeedEntry[] => {
    const { withdrawn, corrections } = briefLife(brief);
    const words = wordsFor(brief.language);
    const entry = (note: DatedNote, id: string, url: string, title: string): FeedEntry => ({
      ...sharedOf(brief),
      id: absolute(`${firstPath(brief)}#${id}`),
      url: absolute(url),
      title,
      published: note.date,
      updated: note.date,
      summary: note.note,
      html: paragraphs([note.note], brief.language),
    });
    const counted = numberWithinDays(corrections);
    return [
      ...(withdrawn
        ? [entry(withdrawn, `withdrawn-${withdrawn.date}`, brief.url, words.withdrawn(brief.meta.title))]
        : []),
      ...counted.map(({ note, number }) =>
        entry(note, `correction-${note.date}-${number}`, `${brief.url}#changes`, words.correction(brief.meta.title)),
      ),
    ];
  });
}

/** Under a new name a brief stays the same entry: its id is made of the first name it had, the last of its aliases. */
function firstPath({ name, formerNames }: Brief): string {
  return `/briefs/${formerNames.at(-1) ?? name}/`;
}

function sharedOf({ meta, language }: Brief) {
  return { language, authors: meta.authors.map(printName), topics: meta.topics };
}

function isShown({ meta }: Brief): boolean {
  return meta.status !== "draft";
}

/** The second correction of a day is that one still when a third is added below it. */
function numberWithinDays(notes: readonly DatedNote[]): { readonly note: DatedNote; readonly number: number }[] {
  const seen = new Map<string, number>();
  return notes.map((note) => {
    const number = (seen.get(note.date) ?? 0) + 1;
    seen.set(note.date, number);
    return { note, number };
  });
}

function paragraphs(texts: readonly string[], language: string): string {
  const inner = texts.map((text) => `<p>${escapeHtml(text)}</p>`).join("");
  return `<div lang="${escapeHtml(language)}" dir="${directionOf(language)}">${inner}</div>`;
}
