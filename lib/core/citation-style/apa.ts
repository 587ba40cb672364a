import type { CslItem } from "../export/csl-item.ts";
import { apaReference } from "./apa-reference.ts";
import type { CitationStyle, CitedAmong } from "./forms.ts";
import { yearAndLetter, yearOf } from "./item-date.ts";
import { contributorsOf, listNames, shortName } from "./names.ts";
import { ended, joined, pinpointSlot, type Piece, type Runs } from "./run.ts";
import { pinpointBeforeAddress } from "./reference-note.ts";
import { isLegal, kindOf, quotedTitle, shortTitle, titleRun, yearInTitle } from "./work.ts";

/**
 * Notes after the Publication Manual of the American Psychological Association, 7th edition,
 * which has no notes of sources: the first note is the entry that the list of references would
 * have (9, 10, and 11 for law) with the paragraph in it, later ones are the citation that the
 * text would have, author, date and paragraph (8.10-8.17), without its parentheses. There is no
 * "ibid." (8.16). Three authors or more: the first and "et al." (8.17).
 */
export const apa: CitationStyle = (item, among) => {
  const { words } = among;
  const whole = apaReference(item, among);
  const again = ended(joined(words.comma, authorAndDate(item, among), pinpointSlot), words.stop);
  return { first: pinpointBeforeAddress(whole, words), again, next: again, whole };
};

function authorAndDate(item: CslItem, { words, letter }: CitedAmong): Runs {
  const { comma } = words;
  const year = yearOf(item.issued);
  if (isLegal(item)) {
    const named = titleRun(kindOf(item) === "case" ? item.title : shortTitle(item), kindOf(item) === "case");
    return joined(comma, named, yearInTitle(item, year) + letter);
  }
  return joined(comma, who(item, words.comma, words.andOthers), yearAndLetter(year, letter, words.noDate));
}

function who(item: CslItem, comma: string, others: string): Piece {
  const found = contributorsOf(item);
  if (!found) return untitled(item);
  const names = listNames(found.names, { write: shortName, comma, and: [" & ", " & "], most: 2, others });
  return names.map((run) => ({ ...run, link: { to: "source" } as const }));
}

/** In place of an author: a title that stands alone in italics, that of a part in quotation marks. */
function untitled(item: CslItem): Runs {
  const part = ["article", "chapter", "newspaper"].includes(kindOf(item));
  return part ? quotedTitle(shortTitle(item), ["“", "”"]) : [titleRun(shortTitle(item), true)];
}
