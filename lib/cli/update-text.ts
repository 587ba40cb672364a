import { cleanLine } from "../core/problem.ts";
import { describeNote } from "../core/review/describe-question.ts";
import type { AffectedNote } from "../core/review/question.ts";
import { shorten } from "../core/text/shorten.ts";
import { fateKinds, movedRuns, type Fate } from "../core/update/fates.ts";
import type { SourceUpdate } from "../importers/update-source.ts";
import { count } from "./report.ts";
import { showDifference } from "./review-text.ts";

/** The notes that cite a paragraph under the label it has at present. */
export type NotesOf = (label: string) => readonly AffectedNote[];

/** Edited and new paragraphs that are listed; the rest is counted. Gone ones are listed all. */
const mostListed = 200;

/** What a newer text makes of the present one, and which notes that touches: every line fit for a terminal. */
export function updateLines(update: SourceUpdate, notesOf: NotesOf): string[] {
  const { fates, skipped, toWrite, isDigest } = update;
  const counts = fateKinds.map((kind) => `${fates.filter((fate) => fate.kind === kind).length} ${kind}`);
  const lines = [counts.join(", ")];
  if (skipped > 0)
    lines.push(`Too much has changed for all to be compared: ${skipped} count as gone, and what they became as new.`);
  const isToWrite = new Set<string>(toWrite);
  const moved = movedRuns(fates).map((run) => {
    const runs = (from: string, last: string) => (from === last ? `¶${from}` : `¶${from} to ¶${last}`);
    return `${runs(run.from, run.last)} moved: ${runs(run.to, run.lastTo)} now`;
  });
  const changed = fates.flatMap((fate) => {
    if (fate.kind === "edited")
      return [`${name(fate)} edited (likeness ${fate.score.toFixed(2)}): ${showDifference(fate.before, fate.after)}`];
    if (fate.kind === "new")
      return [isToWrite.has(fate.to) ? `¶${fate.to} to be written` : `¶${fate.to} new: ${excerpt(fate.after)}`];
    return [];
  });
  const gone = fates.flatMap((fate) =>
    fate.kind === "gone" ? [`¶${fate.label} gone: ${isDigest ? cleanLine(fate.before) : excerpt(fate.before)}`] : [],
  );
  const more = changed.length > mostListed ? [`… and ${changed.length - mostListed} more`] : [];
  const listed = [...moved.slice(0, mostListed), ...changed.slice(0, mostListed), ...more, ...gone];
  if (listed.length > 0) lines.push("", ...listed);
  return [...lines, ...noteLines(fates, notesOf), ...asides(update)];
}

function name(fate: Extract<Fate, { kind: "edited" }>): string {
  return fate.label === fate.to ? `¶${fate.label}` : `¶${fate.label} (now ¶${fate.to})`;
}

function noteLines(fates: readonly Fate[], notesOf: NotesOf): string[] {
  const touched = touchedNotes(fates, notesOf).map(
    ({ fate, notes }) => [describeFate(fate), ...notes.map((note) => `  ${cleanLine(describeNote(note))}`)] as const,
  );
  return touched.length === 0
    ? ["", "No note cites what has changed."]
    : ["", "Notes that this touches:", ...touched.flat()];
}

/** What is cited and does not stay as it is, with the notes that cite it. */
export function touchedNotes(fates: readonly Fate[], notesOf: NotesOf) {
  return fates.flatMap((fate) => {
    if (fate.kind === "new" || fate.kind === "unchanged") return [];
    const notes = notesOf(fate.label);
    return notes.length === 0 ? [] : [{ fate, notes }];
  });
}

function describeFate(fate: Exclude<Fate, { kind: "new" }>): string {
  if (fate.kind === "gone") return `¶${fate.label}, gone`;
  return `¶${fate.label}, ${fate.kind}${fate.label === fate.to ? "" : `, now ¶${fate.to}`}`;
}

/** What else of the present file goes or has to be looked at. */
function asides({ remarks, lost, plainer, isSameText }: SourceUpdate): string[] {
  if (isSameText) return [];
  const said = [
    ...lost.map((one) => cleanLine(`The remark on ¶${one.label} goes, for its paragraph is gone: ${one.words}`)),
    ...remarks.doubtful.map((label) => `The remark on ¶${label} stays, though its words have changed: read it again.`),
  ];
  if (plainer.length > 0)
    said.push(
      `Emphasis, links and the like that stand in the present text go in ${count(plainer.length, "paragraph")}: ${plainer.map((label) => `¶${label}`).join(", ")}.`,
    );
  return said.length === 0 ? [] : ["", ...said];
}

function excerpt(text: string): string {
  return cleanLine(shorten(text, 100));
}

/** The same for programs. */
export function updateData(update: SourceUpdate, notesOf: NotesOf): Record<string, unknown> {
  const { fates, skipped, remarks, lost, plainer, toWrite } = update;
  return {
    counts: Object.fromEntries(fateKinds.map((kind) => [kind, fates.filter((fate) => fate.kind === kind).length])),
    skipped,
    paragraphs: fates.map((fate) => {
      const notes = "label" in fate ? notesOf(fate.label) : [];
      return {
        ...fate,
        notes: notes.map(
          ({
            citation: {
              note,
              pinpointPlace: { path, line, column },
            },
          }) => ({ path, line, column, note }),
        ),
      };
    }),
    remarks: { lost, doubtful: remarks.doubtful },
    plainer,
    toWrite,
  };
}
