import { resolvePinpoint } from "../catalog/resolve.ts";
import { nearest } from "../text/nearest.ts";
import { readPinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { questionsOf } from "./open-questions.ts";
import { needsAnswer, type Answer, type Answers, type Question } from "./question.ts";
import type { SourceReview } from "./source-review.ts";

/**
 * What is asked for in one go, of labels or ranges as they are written in citations; when
 * nothing is named, everything that has exactly one suggestion.
 */
export interface AcceptRequest {
  /** To be taken as suggested. */
  readonly labels: readonly string[];
  /** To be taken as something else. */
  readonly instead: ReadonlyMap<string, Instead>;
}

/** Instead of what is suggested: it is this, or it is gone. */
export type Instead = { readonly kind: "to"; readonly pinpoint: string } | { readonly kind: "drop" };

export type Acceptance =
  | { readonly kind: "answers"; readonly answers: Answers }
  /** Nothing is asked about a label. */
  | { readonly kind: "unknown-label"; readonly label: string; readonly nearest: readonly string[] }
  /** There is no such paragraph or range today. */
  | { readonly kind: "unknown-target"; readonly pinpoint: string; readonly nearest: readonly string[] }
  /** What is asked for does not answer this question. */
  | { readonly kind: "no-answer"; readonly question: Question };

/** Turn what is asked for into answers. What is not asked for stays open. */
export function acceptAnswers(review: SourceReview, request: AcceptRequest): Acceptance {
  const answers = new Map<string, Answer>();
  const known = new Set<string>();
  // Which ranges are asked about depends on what is answered of their paragraphs.
  for (const kinds of [["paragraph", "citation"], ["range"]] as const) {
    const questions = questionsOf(review, answers);
    for (const { written } of questions) known.add(written);
    for (const question of questions.filter(({ kind }) => (kinds as readonly string[]).includes(kind))) {
      if (!isAskedFor(question, request)) continue;
      const answer = answerTo(question, questions, review, request);
      if (answer === undefined) return { kind: "no-answer", question };
      if ("nearest" in answer) return answer;
      answers.set(question.key, answer);
    }
  }
  const unknown = [...request.labels, ...request.instead.keys()].find((label) => !known.has(label));
  if (unknown !== undefined) return { kind: "unknown-label", label: unknown, nearest: nearest(unknown, known) };
  return { kind: "answers", answers };
}

/** Without its label no citation is taken that may mean either of two paragraphs, since nothing suggests which. */
function isAskedFor(question: Question, { labels, instead }: AcceptRequest): boolean {
  if (labels.length > 0 || instead.size > 0) return labels.includes(question.written) || instead.has(question.written);
  return question.suggestion !== undefined && question.kind !== "citation";
}

function answerTo(
  question: Question,
  all: readonly Question[],
  review: SourceReview,
  request: AcceptRequest,
): Answer | Extract<Acceptance, { kind: "unknown-target" }> | undefined {
  const instead = request.instead.get(question.written);
  if (!instead) return question.suggestion && { kind: "is", part: question.suggestion };
  // Of several questions about one number, each may have an answer of its own.
  const same = all.filter((one) => one.written === question.written && (needsAnswer(one) || one === question));
  if (same.length > 1) return undefined;
  if (instead.kind === "drop") return question.kind === "paragraph" ? { kind: "gone" } : undefined;
  const target = readTarget(instead.pinpoint, review);
  if (target.kind === "unknown-target") return target;
  return question.kind === "paragraph" && target.part.to !== undefined ? undefined : target;
}

/** One paragraph or range that a source has today, as it is written in a citation. */
export function readTarget(
  text: string,
  { source }: SourceReview,
): { kind: "is"; part: PinpointPart } | Extract<Acceptance, { kind: "unknown-target" }> {
  const [part, ...more] = readPinpoint(text) ?? [];
  const unknown = { kind: "unknown-target", pinpoint: text, nearest: nearest(text, source.byLabel.keys()) } as const;
  if (!part || more.length > 0) return unknown;
  const resolution = resolvePinpoint(source.id, [part], new Map([[source.id, source]]));
  if (resolution.kind === "unknown-label") return { ...unknown, nearest: resolution.nearest };
  return resolution.kind === "resolved" ? { kind: "is", part } : unknown;
}
