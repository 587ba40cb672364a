import type { Brief } from "../brief/brief.ts";
import type { UncitedStatement } from "../brief/uncited-statements.ts";
import { openingWords } from "../text/sentence.ts";
import { shorten } from "../text/shorten.ts";
import type { Warning } from "./warning.ts";

/** Figures and dates that the brief states without a citation. */
export function uncitedWarnings(brief: Brief): Warning[] {
  return brief.uncitedStatements.map((statement) => ({
    place: statement.place,
    rule: statement.kind === "figure" ? "figures-cited" : "dates-cited",
    message: messageOn(statement),
    about: { words: statement.sentence },
  }));
}

function messageOn({ kind, words, sentence, rows }: UncitedStatement): string {
  const opening = openingWords(sentence, 60);
  if (rows > 1) {
    const first = `the first is "${opening}"`;
    return `${rows} rows of this table state a ${kind} without a citation; ${first}. Write {% cite "source-id", 7 %} in each, or in the table's head.`;
  }
  const where = rows === 1 ? `the row "${opening}"` : `"${opening}"`;
  const fix = rows === 1 ? "in the row" : "after the sentence";
  return `No citation stands for the ${kind} "${shorten(words, 40)}" in ${where}. Write {% cite "source-id", 7 %} ${fix}.`;
}
