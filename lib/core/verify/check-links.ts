import { describeDifference } from "./difference.ts";
import type { ArrivalFacts, ParagraphFacts, SourcePage } from "./built-site.ts";
import { nameTarget, type FoundTarget, type NoteCase } from "./note-case.ts";

/** Whether a note's links lead to the paragraphs recorded, and whether each leads back to the note. */
export function checkLinks(one: NoteCase, found: readonly FoundTarget[]): void {
  const [first] = found;
  if (!first) return;
  const led = one.note.pinpoint.map(({ from, to }) => {
    const start = paragraphAt(one, from, first);
    const end = to === undefined ? start : paragraphAt(one, to, first);
    return start && end && idsBetween(first.page, start, end);
  });
  // What is wrong with a single link was reported when it was followed.
  if (!led.includes(undefined)) {
    const shown = [...new Set(led.flatMap((ids) => ids ?? []))];
    const recorded = found.map(({ target }) => target.selector.value);
    if (shown.join("\n") !== recorded.join("\n")) {
      const message = `The note leads to ${shown.map(quote).join(", ") || "nothing"}; recorded is ${recorded.map(quote).join(", ")}.`;
      one.report("pinpoint-agrees", message);
    }
  }
  for (const target of found) checkWayBack(one, target);
}

/** The paragraph whose arrival notice a note's link leads to; it must lead back to this note itself. */
function paragraphAt(one: NoteCase, href: string, { file, page }: FoundTarget): ParagraphFacts | undefined {
  const place = one.addressesOn(one.place.file).placeOf(href);
  if (place?.file !== file) {
    one.report("pinpoint-agrees", `The note leads to "${href}", which is not on the page recorded, /${file}.`);
    return undefined;
  }
  const count = page.ids.get(place.id) ?? 0;
  const paragraph = page.arrivals.get(place.id);
  const arrival = paragraph?.arrivals.find(({ id }) => id === place.id);
  if (count === 1 && paragraph && arrival && leadsBack(one, file, arrival)) return paragraph;
  const what = count > 1 ? `where ${count} elements have that id` : "where no line leads back to it";
  one.report(count > 1 ? "id-unique" : "way-back", `The note leads to "${href}", ${what}.`);
  return undefined;
}

function idsBetween({ paragraphs }: SourcePage, start: ParagraphFacts, end: ParagraphFacts): string[] {
  return paragraphs.slice(start.index, end.index + 1).map(({ id }) => id);
}

function checkWayBack(one: NoteCase, found: FoundTarget): void {
  const { file, paragraph } = found;
  if (!paragraph.arrivals.some((arrival) => leadsBack(one, file, arrival)))
    one.report("way-back", `${nameTarget(found)} has no way back to the note.`);
}

/** Whether the source's page tells under a paragraph the sentences that are recorded as citing it. */
export function checkSentences(one: NoteCase, { file, target, paragraph }: FoundTarget): void {
  const addresses = one.addressesOn(file);
  const told = new Map(
    paragraph.citing.map(({ href, text }) => {
      const place = addresses.placeOf(href);
      return [place?.file === one.place.file ? place.id : "", text];
    }),
  );
  for (const { selector, citingSentence } of one.annotation.body.slice(1)) {
    const shown = told.get(selector.value);
    if (citingSentence === undefined || shown === citingSentence) continue;
    const words = describeDifference(citingSentence, shown ?? "");
    const name = nameTarget({ file, target });
    one.report("sentence-agrees", `${name} is said to be cited by ${words.actual}; recorded is ${words.expected}.`);
  }
}

function leadsBack(one: NoteCase, file: string, { links }: ArrivalFacts): boolean {
  const addresses = one.addressesOn(file);
  return links.some((href) => {
    const place = addresses.placeOf(href);
    return place?.file === one.place.file && place.id === one.place.id;
  });
}

function quote(id: string): string {
  return `"${id}"`;
}
