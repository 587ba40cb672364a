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
  if (note.relation !== relation) report("note-agrees", `The note says "${note.relation}"; recorded is "${relation}".`);
  if (note.fingerprints.length < Math.min(fingerprintsShown, targets.length))
    report("note-agrees", `The note shows ${note.fingerprints.length} fingerprints of ${targets.length}.`);
  for (const [index, shown] of note.fingerprints.entries()) {
    const recorded = targets[index]?.fingerprint;
    if (recorded !== undefined && shown.length >= fewestDigits && recorded.startsWith(shown)) continue;
    report("note-agrees", `The note shows the fingerprint ${shown || "nothing"}; recorded is ${recorded ?? "none"}.`);
  }
}

/** Whether the marks of a note are those recorded, and each leads to it. */
export function checkMarks({ annotation, marks, report }: NoteCase): void {
  const recorded = new Set(annotation.body.slice(1).map((body) => body.selector.value));
  for (const id of recorded) {
    if (!marks.has(id)) report("mark-leads", `No mark "${id}" in the text leads to the note.`);
  }
  for (const id of marks) {
    if (!recorded.has(id)) report("mark-leads", `The mark "${id}" leads to the note, but is not recorded.`);
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
    const set = transclusions.get(selector.value)?.trim();
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
