import type { CitedEntry } from "../anchoring/lock.ts";
import type { ParagraphState } from "../anchoring/state.ts";
import type { Citation, CitingDocument } from "../brief/citation.ts";
import type { ParagraphLabel } from "../label.ts";
import type { PinpointPart } from "../tags/pinpoint.ts";

/** A note that cites what a question is about. */
export interface AffectedNote {
  readonly document: CitingDocument;
  readonly citation: Citation;
  /** As it is written. */
  readonly part: PinpointPart;
}

interface Common {
  /** Unique within its source, and the same as long as the question is. */
  readonly key: string;
  /** As authors write it: a label, or a range such as "7-9". */
  readonly written: string;
  /** In the labels of today; absent when there is not exactly one thing to suggest. */
  readonly suggestion?: PinpointPart;
  /** In order of documents, then as these are written. Never empty. */
  readonly notes: readonly AffectedNote[];
}

/** What has become of a paragraph that is cited? */
export interface ParagraphQuestion extends Common {
  readonly kind: "paragraph";
  /** In the lock. */
  readonly label: ParagraphLabel;
  readonly cited: CitedEntry;
  readonly state: Exclude<ParagraphState, { kind: "ok" }>;
}

/** Which paragraphs is a cited range now, where they no longer stand together as they did? */
export interface RangeQuestion extends Common {
  readonly kind: "range";
  /** What the suggestion would bring into it, in the labels of today. */
  readonly joined: readonly ParagraphLabel[];
  /** What would no longer be in it, in the labels of the lock. */
  readonly left: readonly ParagraphLabel[];
}

/** Why it cannot be known which of two paragraphs the number in a citation means. */
export type Doubt =
  /** Its number belongs to words that left it or are gone, and it was cited after that. */
  | "retired"
  /** What it names has moved, and the document cites it more often than when that was recorded. */
  | "again"
  /** It is cited for the first time, in a source of which something cited has moved. */
  | "moved";

/** Which of two paragraphs does one citation mean? */
export interface CitationQuestion extends Common {
  readonly kind: "citation";
  readonly why: Doubt;
  /** Where what had this number before is expected now; absent when that is gone or cannot be known. */
  readonly former?: PinpointPart;
  /** What has this number today; absent when nothing has. */
  readonly today?: PinpointPart;
}

/** What a person has to decide before a source's lock can be renewed. */
export type Question = ParagraphQuestion | RangeQuestion | CitationQuestion;

/** What a person decides. Labels are those of today. */
export type Answer =
  /** It is this paragraph, or this range, whatever it says. */
  | { readonly kind: "is"; readonly part: PinpointPart }
  /** A citation means what had its number before, whatever is decided of that. */
  | { readonly kind: "former" }
  /** A paragraph's words are gone; its citations are for their authors to take out. */
  | { readonly kind: "gone" };

/** By the key of the question; a question without an answer is left open. */
export type Answers = ReadonlyMap<string, Answer>;

/** Moves are settled by the rules, unless a person says otherwise; everything else needs an answer. */
export function needsAnswer(question: Question): boolean {
  return question.kind !== "paragraph" || question.state.kind !== "moved";
}

/** The answer that a citation means what had its number before. */
export function formerAnswer({ why, former }: CitationQuestion): Answer {
  // What was not cited before has no decision to follow, only the place where its words are.
  return why === "moved" && former ? { kind: "is", part: former } : { kind: "former" };
}
