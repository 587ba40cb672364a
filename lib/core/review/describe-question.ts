import type { ParagraphState } from "../anchoring/state.ts";
import { writePinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { shorten } from "../text/shorten.ts";
import type { AffectedNote, CitationQuestion, Question } from "./question.ts";

/** What is asked, on one line: "¶7 was edited; most likely it is ¶8 (likeness 0.86)". */
export function describeQuestion(question: Question): string {
  const name = `¶${question.written}`;
  if (question.kind === "paragraph") return `${name} ${describeState(question.state, question.label)}`;
  if (question.kind === "range") {
    const { suggestion } = question;
    const now = suggestion ? `from its first to its last there is now ¶${write(suggestion)}` : "its ends are gone";
    return `the range ${name} no longer holds the same paragraphs; ${now}`;
  }
  return `${name} in note ${question.notes[0]?.citation.note ?? 1} ${describeDoubt(question)}`;
}

function describeState(state: ParagraphState, label: string): string {
  switch (state.kind) {
    case "ok":
      return "is as it was cited";
    case "moved":
      return `is ¶${state.to} now, letter for letter`;
    case "moved-unsure":
      return `has its words in ¶${state.to} now, but nothing around them shows that it is the same place`;
    case "edited":
      return `was edited; most likely it ${state.to === label ? "still stands there" : `is ¶${state.to}`} (likeness ${state.score.toFixed(2)})`;
    case "ambiguous":
      return `may be one of ${state.candidates.map(({ to, score }) => `¶${to} (${score.toFixed(2)})`).join(", ")}`;
    case "lost":
      return "is gone: no paragraph is like it";
    case "skipped":
      return "is not there, and too much has changed to look for it";
  }
}

function describeDoubt({ why, today, former }: CitationQuestion): string {
  const then = former ? `what had this number before (¶${write(former)} now)` : "what had this number before";
  const now = today ? `¶${write(today)} of today` : "nothing of today";
  const reason = {
    retired: "was cited after that number changed hands",
    again: "is cited more often than when it was recorded",
    moved: "is cited for the first time, and meant other words before the source was changed",
  }[why];
  return `${reason}: it means ${then}, or ${now}`;
}

/** Where a note stands, and what it says: `briefs/a.md:9:31  note 3  "The channel is deep."` */
export function describeNote({ citation }: AffectedNote): string {
  const { path, line, column } = citation.pinpointPlace;
  const sentence = citation.transcluded ? "(the paragraph itself is set here)" : `"${shorten(citation.sentence, 160)}"`;
  return `${path}:${line}:${column}  note ${citation.note}  ${sentence}`;
}

/** Which command answers a question, beside `npx pincite review`. */
export function adviceOn(question: Question, sourceId: string): string {
  const command = `npx pincite accept ${sourceId} ${question.written}`;
  if (question.kind === "citation")
    return question.suggestion ? `${command} if it means that of today` : "npx pincite review";
  const ways = [
    ...(question.suggestion ? [command] : []),
    `${command}=<${question.kind === "range" ? "range" : "label"}>`,
    ...(question.kind === "paragraph" ? [`npx pincite accept ${sourceId} --drop ${question.written}`] : []),
  ];
  return ways.join(", or ");
}

function write(part: PinpointPart): string {
  return writePinpoint([part]);
}
