import { checkQuotation } from "../catalog/quotation.ts";
import { collapseWhiteSpace } from "../text/normal-form.ts";
import { describeDifference } from "./difference.ts";
import { isWithheld, nameTarget, type FoundTarget, type NoteCase } from "./note-case.ts";

const quoting: ReadonlySet<string> = new Set(["verbatim", "typographic", "elided", "altered"]);

/** Whether quoted words stand in the paragraphs cited, and whether the note shows the same words. */
export function checkWords(one: NoteCase, found: readonly FoundTarget[]): void {
  const { annotation, note, report } = one;
  if (isWithheld(annotation)) {
    if (annotation.quotation !== undefined || note.quotation !== undefined || note.sentence || note.opening)
      report("words-withheld", "Words of the source are shown or recorded, but its rights are metadata-only.");
    return;
  }
  const runs = unbrokenRuns(found);
  if (annotation.quotation !== undefined) checkRecordedQuotation(one, annotation.quotation, found, runs);
  else {
    if (quoting.has(annotation.verification))
      report("verification-stated", `Words are said to be ${annotation.verification}, but none are recorded.`);
    if (note.quotation !== undefined || note.sentence)
      report("note-agrees", "The note quotes words, but none are recorded as quoted.");
  }
  checkShownWords(one, runs);
}

function checkRecordedQuotation(
  { annotation, note, report }: NoteCase,
  text: string,
  found: readonly FoundTarget[],
  runs: readonly string[],
): void {
  const check = checkQuotation({ text, altered: annotation.altered ?? false }, runs, annotation.sourceLanguage);
  if (check.kind === "absent") report("quotation-stands", `"${text}" does not stand in the paragraphs cited.`);
  else if (check.agreement !== annotation.verification)
    report("verification-stated", `"${text}" is ${check.agreement}; recorded is ${annotation.verification}.`);
  const recorded: string[] = [];
  for (const one of found) {
    for (const { prefix = "", exact, suffix = "" } of one.target.quotedWords ?? []) {
      recorded.push(exact);
      if (one.paragraph.text?.includes(prefix + exact + suffix)) continue;
      report("quotation-stands", `"${prefix}${exact}${suffix}" does not stand in ${nameTarget(one)}.`);
    }
  }
  if (note.quotation === undefined && !note.sentence) report("note-agrees", "The note does not show the words quoted.");
  const pairs: (readonly [recorded: string, shown: string | undefined])[] = [
    [text, note.quotation],
    [collapseWhiteSpace(recorded.join(" ")), note.sentence && collapseWhiteSpace(note.sentence.quoted.join(" "))],
  ];
  for (const [expected, shown] of pairs) {
    if (shown === undefined || shown === expected) continue;
    const words = describeDifference(expected, shown);
    report("note-agrees", `The note quotes ${words.actual}; recorded is ${words.expected}.`);
  }
}

/** What a note shows of a paragraph beside quoted words, or in their place. */
function checkShownWords({ note, report }: NoteCase, runs: readonly string[]): void {
  const texts = runs.map(collapseWhiteSpace);
  for (const piece of note.sentence?.text.split(" […] ") ?? []) {
    const words = collapseWhiteSpace(piece);
    if (!texts.some((text) => text.includes(words)))
      report("note-agrees", `The note shows "${words}", which does not stand in the paragraphs cited.`);
  }
  const opening = note.opening === undefined ? "" : collapseWhiteSpace(note.opening).replace(/…$/, "");
  if (!texts[0]?.startsWith(opening)) {
    const words = describeDifference((texts[0] ?? "").slice(0, opening.length), opening);
    report("note-agrees", `The note shows ${words.actual}; the paragraph begins with ${words.expected}.`);
  }
}

/** A quotation may run on into the next paragraph, but over none that is left out. */
function unbrokenRuns(found: readonly FoundTarget[]): string[] {
  const runs: string[][] = [];
  let last: number | undefined;
  for (const { paragraph } of found) {
    const line = collapseWhiteSpace(paragraph.text ?? "");
    if (paragraph.position - 1 === last) runs.at(-1)?.push(line);
    else runs.push([line]);
    last = paragraph.position;
  }
  return runs.map((run) => run.join("\n"));
}
