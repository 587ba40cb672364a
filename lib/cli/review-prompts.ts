import { confirm, isCancel, log, select, text } from "@clack/prompts";
import { cleanLine } from "../core/problem.ts";
import { readTarget } from "../core/review/accept-answers.ts";
import { choicesOf } from "../core/review/choices.ts";
import { isNumberTaken } from "../core/review/number-taken.ts";
import { questionsOf } from "../core/review/open-questions.ts";
import { needsAnswer, type Answer, type Answers, type Question } from "../core/review/question.ts";
import type { SourceReview } from "../core/review/source-review.ts";
import { showQuestion } from "./review-text.ts";

/** What a person answered of one source: all of it, or one question was left open, or the review was ended. */
export type Replies = { readonly kind: "answers"; readonly answers: Answers } | { readonly kind: "left" | "cancelled" };

/** Walk the questions of one source. Moves, which nobody has to decide, are shown and confirmed in one go. */
export async function askAll(review: SourceReview): Promise<Replies> {
  const answers = new Map<string, Answer>();
  const moves = questionsOf(review).filter((question) => !needsAnswer(question));
  const confirmed = moves.length === 0 || (await confirmMoves(moves, review));
  if (confirmed === "cancelled") return { kind: confirmed };
  const asked = new Set(confirmed ? moves.map(({ key }) => key) : []);
  // What is asked depends on what was answered.
  for (;;) {
    const question = questionsOf(review, answers).find(({ key }) => !asked.has(key));
    if (!question) return { kind: "answers", answers };
    asked.add(question.key);
    log.message(showQuestion(question, review));
    const reply = await ask(question, review);
    if (typeof reply === "string") return { kind: reply };
    answers.set(question.key, reply);
    if (reply.kind === "gone" && isNumberTaken(question.written, review, answers)) {
      log.warn(
        `¶${question.written} is now the number of another cited paragraph. Take the citations listed above out of the briefs, then run npx pincite review again.`,
      );
      return { kind: "left" };
    }
  }
}

async function confirmMoves(moves: readonly Question[], review: SourceReview): Promise<boolean | "cancelled"> {
  for (const question of moves) log.message(showQuestion(question, review));
  const message = moves.length === 1 ? "Take this move as it is?" : `Take these ${moves.length} moves as they are?`;
  const confirmed = await confirm({ message });
  return isCancel(confirmed) ? "cancelled" : confirmed;
}

async function ask(question: Question, review: SourceReview): Promise<Answer | "left" | "cancelled"> {
  const choices = choicesOf(question, review);
  const chosen = await select({
    message: question.kind === "citation" ? "Which does this citation mean?" : `What is ¶${question.written} now?`,
    options: choices.map(({ label }, value) => ({ label: cleanLine(label), value })),
    // A key that is pressed too soon takes nothing that is not suggested.
    initialValue: question.suggestion ? 0 : choices.length - 1,
  });
  if (isCancel(chosen)) return "cancelled";
  const reply = choices[chosen]?.reply ?? "leave";
  if (reply === "leave") return "left";
  return reply === "another" ? askForTarget(question, review) : reply;
}

async function askForTarget(question: Question, review: SourceReview): Promise<Answer | "cancelled"> {
  const read = (typed = "") => readTarget(typed.trim(), review);
  const written = await text({
    message:
      question.kind === "range"
        ? "Which range, or paragraph, is it? Write it as a citation does, such as 7-9."
        : "Which paragraph is it? Write its label, such as 7.",
    validate: (typed) => {
      const target = read(typed);
      if (target.kind === "unknown-target") {
        const [near] = target.nearest;
        return `There is no such paragraph.${near === undefined ? "" : ` Nearest: ${near}.`}`;
      }
      return question.kind === "paragraph" && target.part.to !== undefined
        ? "Write one label. Of a paragraph that was split, choose the part that its notes cite."
        : undefined;
    },
  });
  if (isCancel(written)) return "cancelled";
  const target = read(written);
  return target.kind === "is" ? target : "cancelled";
}
