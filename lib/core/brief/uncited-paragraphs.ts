import type { Place } from "../problem.ts";
import { openingWords } from "../text/sentence.ts";
import type { BriefSection } from "./brief-section.ts";
import { isCaption, isLeadIn, type Coverage } from "./coverage.ts";
import type { Passage } from "./passages.ts";

/** A paragraph of running text without any citation. */
export interface UncitedParagraph {
  /** Its opening words, with an ellipsis when more follow. */
  readonly text: string;
  readonly place: Place;
  readonly section: BriefSection;
}

/** In UTF-16 code units: what is shorter makes no claim of its own. */
const shortest = 60;
const shown = 120;

/** The paragraphs without a citation: list items, tables, captions, notes and lead-ins are left out. */
export function uncitedParagraphs(
  passages: readonly Passage[],
  coverage: Coverage,
  sectionOf: ReadonlyMap<Passage, BriefSection>,
  placeOf: (passage: Passage) => Place,
): UncitedParagraph[] {
  return passages.flatMap((passage) => {
    const { kind, text, group, note } = passage;
    const section = sectionOf.get(passage);
    if (kind !== "paragraph" || group !== undefined || note !== undefined || !section) return [];
    if (text.trim().length < shortest || isCaption(passage) || isLeadIn(passage)) return [];
    if (coverage.cited.get(passage)?.size !== 0) return [];
    return [{ text: openingWords(text, shown), place: placeOf(passage), section }];
  });
}
