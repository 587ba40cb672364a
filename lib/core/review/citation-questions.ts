import { Generations } from "../catalog/generations.ts";
import type { CitedPart } from "./cited-parts.ts";
import { citationKey } from "./keys.ts";
import { formerMeaning } from "./meaning.ts";
import type { Answers, CitationQuestion, Doubt } from "./question.ts";
import type { Decisions } from "./range-now.ts";
import type { SourceReview } from "./source-review.ts";

/** One for each citation whose number may mean either of two paragraphs, in order of documents. */
export function citationQuestions(review: SourceReview, decisions: Decisions, answers: Answers): CitationQuestion[] {
  const generations = new Generations(review);
  const questions = new Map<string, CitationQuestion>();
  for (const one of review.parts) {
    if (!isDoubtful(one)) continue;
    const { reading: why, part, written } = one;
    const former = formerOf(one, generations, review, decisions, answers);
    const today = generations.hasToday(part) ? part : undefined;
    const suggestion = why === "retired" ? today : undefined;
    questions.set(citationKey(one), {
      kind: "citation",
      key: citationKey(one),
      written,
      why,
      ...(former && { former }),
      ...(today && { today }),
      ...(suggestion && { suggestion }),
      notes: [one],
    });
  }
  return [...questions.values()];
}

function isDoubtful(one: CitedPart): one is CitedPart & { readonly reading: Doubt } {
  return one.reading !== "locked" && one.reading !== "new";
}

function formerOf(
  one: CitedPart,
  generations: Generations,
  review: SourceReview,
  decisions: Decisions,
  answers: Answers,
) {
  if (one.reading === "moved") return generations.follow(one.part);
  const meaning = formerMeaning(one, review, decisions, answers);
  return meaning.kind === "is" ? meaning.part : undefined;
}
