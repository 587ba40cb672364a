import { fingerprint } from "../anchoring/fingerprint.ts";
import { describeDifference } from "./difference.ts";
import { saysPages } from "./says-pages.ts";
import { isWithheld, nameTarget, type FoundTarget, type NoteCase } from "./note-case.ts";

/** Whether a cited paragraph says, to the character, what it said when it was cited. */
export function checkText(one: NoteCase, found: FoundTarget): void {
  const { target, paragraph } = found;
  const name = nameTarget(found);
  if (paragraph.label !== target.label)
    one.report("pinpoint-agrees", `${name} has the label "${paragraph.label}" on the page.`);
  if (!saysPages(paragraph.page, target.page === undefined ? [] : [target.page]))
    one.report(
      "pinpoint-agrees",
      `${name} has ${paragraph.page ?? "no page"} on the page; recorded is ${target.page ?? "none"}.`,
    );
  const exact = target.selector.refinedBy?.exact;
  if (isWithheld(one.annotation)) {
    if (exact !== undefined || target.marker !== undefined || target.quotedWords)
      one.report("words-withheld", `Words of ${name} are recorded, but the source's rights are metadata-only.`);
    if (!paragraph.isWithheld)
      one.report("words-withheld", `${name} is shown, but the source's rights are metadata-only.`);
    return;
  }
  if (exact === undefined) {
    one.report("evidence-valid", `No words are recorded for ${name}, though the source's may be shown.`);
    return;
  }
  if (paragraph.text === undefined) {
    const what = paragraph.isWithheld ? "The words are withheld" : "The page has no text, or two";
    one.report("text-unaltered", `${what} at ${name}, but words are recorded for it.`);
    return;
  }
  if (paragraph.strange !== undefined)
    one.report("text-unaltered", `The words of ${name} may read otherwise: there is ${paragraph.strange}.`);
  reportDifference(one, `${name} has`, exact, paragraph.text);
  reportDifference(one, `The sign before ${name} is`, target.marker ?? "", paragraph.marker);
  const actual = fingerprint(paragraph.text, one.hash);
  if (actual !== target.fingerprint)
    one.report(
      "fingerprint-matches",
      `The words of ${name} have the fingerprint ${actual}; recorded is ${target.fingerprint}.`,
    );
}

function reportDifference({ report }: NoteCase, start: string, recorded: string, shown: string): void {
  if (recorded === shown) return;
  const { expected, actual } = describeDifference(recorded, shown);
  report("text-unaltered", `${start} ${actual}; recorded is ${expected}.`);
}
