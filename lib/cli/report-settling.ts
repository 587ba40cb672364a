import { formatProblem, cleanLine } from "../core/problem.ts";
import { adviceOn, describeNote, describeQuestion } from "../core/review/describe-question.ts";
import { describeSettled } from "../core/review/describe-settled.ts";
import type { Answers, Question } from "../core/review/question.ts";
import type { SourceReview } from "../core/review/source-review.ts";
import type { Settling } from "./settle-project.ts";

/** Where nothing may be written into the project. */
export const frozenRefusal =
  "Nothing may be written here (CI is set, or --frozen). Run this where the briefs are written, and commit what it writes.";

/** What was decided of a source, and which notes that concerns. */
export function settledLines(review: SourceReview, answers: Answers): string[] {
  return describeSettled(review, answers).flatMap(({ said, notes }) => [
    cleanLine(said),
    ...notes.map((note) => `  ${cleanLine(note)}`),
  ]);
}

/** What is open, what to write, and the notes that it concerns. */
export function questionLines(question: Question, sourceId: string): string[] {
  const line = `"${sourceId}": ${describeQuestion(question)}. Write ${adviceOn(question, sourceId)}.`;
  return [cleanLine(line), ...question.notes.map((note) => `  ${cleanLine(describeNote(note))}`)];
}

/** What came of settling a source, as whole lines; each says what to do next. */
export function reportSettling(outcome: Settling, sourceId: string): string[] {
  switch (outcome.kind) {
    case "written": {
      const { orphans } = outcome.settlement;
      return [
        ...outcome.files.map((path) => `wrote ${path}`),
        ...orphans.map((note) => `Take out or cite another paragraph: ${describeNote(note)}`),
      ].map(cleanLine);
    }
    case "open": {
      const together =
        "A source is settled as a whole, with one command or not at all. Where more than one answer is needed, npx pincite review asks for each in turn.";
      return [...outcome.questions.flatMap((question) => questionLines(question, sourceId)), together];
    }
    case "unread":
      return [
        "What cannot be read may cite this source, too. Correct this first:",
        ...outcome.problems.map(formatProblem),
      ];
    case "number-taken":
      return outcome.notes.map((note) =>
        cleanLine(
          `${describeNote(note)}: what it cites is gone, and ¶${note.part.from} is now the number of another paragraph. Take the citation out, then run this again.`,
        ),
      );
    case "shared": {
      const { path, line, column } = outcome.citation.pinpointPlace;
      return [
        `${path}:${line}:${column}  This tag has one pinpoint for "${sourceId}" and "${outcome.other}", and they have not moved alike. Edit it by hand: write a {% quote %} for each.`,
      ].map(cleanLine);
    }
    case "changed":
      return ["The files have changed in the meantime. Run this again."];
  }
}
