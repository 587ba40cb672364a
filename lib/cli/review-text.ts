import { styleText } from "node:util";
import { diffWords } from "../core/anchoring/word-diff.ts";
import { checkQuotation } from "../core/catalog/quotation.ts";
import { cleanLine } from "../core/problem.ts";
import { describeNote, describeQuestion } from "../core/review/describe-question.ts";
import type { ParagraphQuestion, Question } from "../core/review/question.ts";
import { paragraphToday, type SourceReview } from "../core/review/source-review.ts";
import { shorten } from "../core/text/shorten.ts";
import { formatDate } from "../core/text/date.ts";
import { writePinpoint, type PinpointPart } from "../core/tags/pinpoint.ts";

/** Most characters of a paragraph that are shown whole. */
const mostShown = 1200;

/**
 * What a person needs to see before answering: what was cited, what stands there now, the
 * difference by words, and the notes that it concerns. Every line is fit for a terminal.
 */
export function showQuestion(question: Question, review: SourceReview): string {
  const lines = [styleText("bold", cleanLine(describeQuestion(question)))];
  if (question.kind === "paragraph") lines.push(...showParagraph(question, review));
  else if (question.kind === "range") {
    for (const label of question.left)
      lines.push(removed(`- ¶${label}: ${excerpt(review.lock.cited.get(label)?.text ?? "")}`));
    for (const label of question.joined) lines.push(added(`+ ¶${label}: ${textToday(review, label)}`));
  } else {
    if (question.former) lines.push(`before  ${showPart(question.former, review)}`);
    if (question.today) lines.push(`today   ${showPart(question.today, review)}`);
  }
  lines.push(
    ...question.notes.map((note) => `cited   ${cleanLine(describeNote(note))} in ${cleanLine(note.document.title)}`),
  );
  return lines.join("\n");
}

function showParagraph({ cited, state }: ParagraphQuestion, review: SourceReview): string[] {
  const lines = [
    `was     ${excerpt(cited.text)}`,
    `        accepted ${formatDate(cited.accepted, "en")}${under(cited.headings)}`,
  ];
  for (const words of cited.quotations) {
    const stands = "to" in state && quotes(words, state.to, review);
    lines.push(`quoted  "${excerpt(words)}"${stands ? "" : ", which does not stand there now"}`);
  }
  if (state.kind === "moved" || state.kind === "moved-unsure") {
    const now = paragraphToday(review, state.to);
    lines.push(`now     ¶${state.to}, the same words${under(now?.headings ?? [])}`);
  } else if (state.kind === "edited") lines.push(...showChange(cited.text, state.to, review));
  else if (state.kind === "ambiguous")
    for (const { to, score } of state.candidates) {
      lines.push(`maybe   ¶${to} (likeness ${score.toFixed(2)})`, ...showChange(cited.text, to, review));
    }
  return lines;
}

/** Whether quoted words stand in a paragraph of today; where they run on into the next, in both. */
function quotes(words: string, label: string, { source }: SourceReview): boolean {
  const position = source.byLabel.get(label)?.position ?? 0;
  const text = source.paragraphs.slice(position - 1, position + 1).map((paragraph) => paragraph.text);
  return checkQuotation({ text: words, altered: true }, [text.join(" ")], source.meta.language).kind === "found";
}

function showChange(before: string, to: string, review: SourceReview): string[] {
  const now = paragraphToday(review, to);
  if (!now) return [];
  const difference = showDifference(before, now.text);
  return [`now     ¶${to}: ${excerpt(now.text)}${under(now.headings)}`, `change  ${difference}`];
}

/** By words, with signs as well as colours: [-taken out-] and {+put in+}. */
export function showDifference(before: string, after: string): string {
  const parts = diffWords(before, after).map(({ kind, text }) => {
    const [, lead = "", words = "", trail = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
    if (kind === "same") return shortenMiddle(text);
    const clean = cleanLine(words);
    return lead + (kind === "removed" ? removed(`[-${clean}-]`) : added(`{+${clean}+}`)) + trail;
  });
  return parts.join("");
}

/** What stays the same is shown beside the changes only. */
function shortenMiddle(text: string): string {
  const shown = text.length <= 120 ? text : `${text.slice(0, 50)}…${text.slice(-50)}`;
  return shown.replace(/[\p{Cc}\u2028\u2029]/gu, " ");
}

function showPart(part: PinpointPart, review: SourceReview): string {
  const last = part.to === undefined ? "" : ` … ${textToday(review, part.to)}`;
  return `¶${writePinpoint([part])}: ${textToday(review, part.from)}${last}`;
}

function textToday(review: SourceReview, label: string): string {
  return excerpt(paragraphToday(review, label)?.text ?? "");
}

function under(headings: readonly string[]): string {
  return headings.length === 0 ? "" : `, under ${cleanLine(headings.join(" › "))}`;
}

function excerpt(text: string): string {
  return cleanLine(shorten(text, mostShown));
}

function removed(text: string): string {
  return styleText("red", text);
}

function added(text: string): string {
  return styleText("green", text);
}
