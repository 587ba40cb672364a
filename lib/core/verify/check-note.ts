import { collapseWhiteSpace } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import { saysPages } from "./says-pages.ts";
import { describeDifference } from "./difference.ts";
import { isWithheld, nameTarget, type FoundTarget, type NoteCase } from "./note-case.ts";

/** Fingerprints that a note shows at the least, where it cites that many paragraphs. */
const fingerprintsShown = 3;
/** Fewest digits by which a reader can compare one. */
const fewestDigits = 8;

/** Whether the note shows the fingerprints and the relation that are recorded. */
export function checkNote(one: NoteCase): void {
  const { annotation, note, report } = one;
  const { target: targets, relation } = annotation;
  if (note.strange !== undefined)
    report("note-agrees", `The words in the note may read otherwise: there is ${note.strange}.`);
  if (note.relation !== relation) report("note-agrees", `The note says "${note.relation}"; recorded is "${relation}".`);
  const pages = targets.flatMap(({ page }) => page ?? []);
  if (!saysPages(note.pages, pages))
    report(
      "note-agrees",
      `The note shows ${note.pages ?? "no page"}; recorded is ${pages.length === 0 ? "none" : pages.join(", ")}.`,
    );
  if (note.fingerprints.length < Math.min(fingerprintsShown, targets.length))
    report("note-agrees", `The note shows ${note.fingerprints.length} fingerprints of ${targets.length}.`);
  for (const [index, shown] of note.fingerprints.entries()) {
    const recorded = targets[index]?.fingerprint;
    if (recorded !== undefined && shown.length >= fewestDigits && recorded.startsWith(shown)) continue;
    report("note-agrees", `The note shows the fingerprint ${shown || "nothing"}; recorded is ${recorded ?? "none"}.`);
  }
}

/** Whether the marks of a note are those recorded, and each leads to it and it to each. */
export function checkMarks(one: NoteCase): void {
  const { annotation, note, marks, place, report } = one;
  const recorded = new Set(annotation.body.slice(1).map((body) => body.selector.value));
  for (const id of recorded) {
    if (!marks.has(id)) report("mark-leads", `No mark "${id}" in the text leads to the note.`);
  }
  for (const id of marks) {
    if (!recorded.has(id)) report("mark-leads", `The mark "${id}" leads to the note, but is not recorded.`);
  }
  const addresses = one.addressesOn(place.file);
  const back = note.backlinks.map((href) => {
    const led = addresses.placeOf(href);
    return led?.file === place.file ? led.id : href;
  });
  for (const id of recorded) {
    if (!back.includes(id)) report("way-back", `The note has no way back to its mark "${id}".`);
  }
  for (const id of back) {
    if (!recorded.has(id)) report("way-back", `The note leads back to "${id}", which is no mark of it.`);
  }
}

/** Whether the sentences that are recorded as citing stand at their marks in the brief. */
export function checkCitingSentences({ annotation, passages, report }: NoteCase): void {
  for (const { selector, citingSentence } of annotation.body.slice(1)) {
    const passage = passages.get(selector.value);
    if (citingSentence === undefined || passage === undefined) continue;
    const recorded = collapseWhiteSpace(citingSentence);
    if (passage.includes(recorded)) continue;
    const message = `"${shorten(recorded)}" is recorded as citing, and does not stand at the mark "${selector.value}".`;
    report("sentence-agrees", message);
  }
}

/** Whether paragraphs set in the brief say what their source says. */
export function checkTransclusions(
  { annotation, transclusions, report }: NoteCase,
  found: readonly FoundTarget[],
): void {
  const isTranscluded = annotation.verification === "transcluded" && !isWithheld(annotation);
  const expected = found
    .map(({ paragraph }) => paragraph.text ?? "")
    .join("\n")
    .trim();
  for (const { selector } of annotation.body.slice(1)) {
    const { text, strange } = transclusions.get(selector.value) ?? {};
    const set = text?.trim();
    if (strange !== undefined)
      report("transclusion-unaltered", `The words set in the brief may read otherwise: there is ${strange}.`);
    if (!isTranscluded) {
      if (set !== undefined)
        report("transclusion-unaltered", `Words are set at "${selector.value}", but none are recorded as set.`);
    } else if (set === undefined)
      report("transclusion-unaltered", `No words are set at "${selector.value}", where the source's should be.`);
    else if (set !== expected) report("transclusion-unaltered", differs(expected, set, found));
  }
}

function differs(expected: string, shown: string, found: readonly FoundTarget[]): string {
  const words = describeDifference(expected, shown);
  const names = found.map(nameTarget).join(", ");
  return `The words set in the brief have ${words.actual}; ${names} has ${words.expected}.`;
}
