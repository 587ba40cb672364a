import type { Brief } from "../brief/brief.ts";
import type { Problem } from "../problem.ts";
import { collapseWhiteSpace, quotationForm } from "../text/normal-form.ts";
import { shorten } from "../text/shorten.ts";
import type { Warning } from "./warning.ts";

/** A warning that the author has answered. */
export interface AnsweredWarning {
  readonly warning: Problem;
  /** Why the brief stands as it is, in the author's words. */
  readonly reason: string;
}

type Answer = Brief["meta"]["answers"][number];

/**
 * Set a brief's answers beside its warnings. An answer with `about` goes before one
 * that answers a whole rule, and the first of several that fit is taken; one that is
 * never taken is stale.
 */
export function answerWarnings(brief: Brief, warnings: readonly Warning[]) {
  const answers = brief.meta.answers.map((answer, index) => ({
    ...answer,
    fits: fitsTo(answer, brief.language),
    index,
  }));
  const inTurn = answers.sort((a, b) => Number(a.about === undefined) - Number(b.about === undefined));
  const taken = new Set<number>();
  const open: Problem[] = [];
  const answered: AnsweredWarning[] = [];
  for (const warning of warnings) {
    const { place, rule, message } = warning;
    const answer = inTurn.find(({ fits }) => fits(warning));
    if (!answer) open.push({ place, rule, message });
    else {
      taken.add(answer.index);
      answered.push({ warning: { place, rule, message }, reason: answer.reason });
    }
  }
  const stale = brief.meta.answers.flatMap((answer, index) => {
    const place = brief.answerPlaces[index];
    return place === undefined || taken.has(index) ? [] : [staleAnswer(answer, place)];
  });
  return { open, answered: answered.sort(byPlace), stale };
}

/**
 * Whether an answer is about a warning: it names its source, or begins as the sentence,
 * row or heading does, in whole words; white space, typography and a closing ellipsis
 * make no difference.
 */
function fitsTo({ rule, about }: Answer, language: string): (warning: Warning) => boolean {
  if (about === undefined) return (warning) => warning.rule === rule;
  const opening = quotationForm(about, language).replace(/ ?\.{3}$/, "");
  return (warning) => {
    if (warning.rule !== rule) return false;
    if (warning.about.sourceId === about) return true;
    // Normal forms differ little in length, so that no long row is taken whole for a few words.
    const words = quotationForm(warning.about.words.slice(0, 2 * about.length + 100), language);
    return opening !== "" && words.startsWith(opening) && !/^[\p{L}\p{M}\p{N}]/u.test(words.slice(opening.length));
  };
}

function staleAnswer({ rule, about }: Answer, place: Problem["place"]): Problem {
  const what =
    about === undefined
      ? `There is no ${rule} warning`
      : `There is no ${rule} warning about "${shorten(collapseWhiteSpace(about))}"`;
  const fix =
    about === undefined
      ? "Take it out."
      : "Take it out, or copy the first words of the sentence, row or heading into about:.";
  return { place, rule: "answer-needed", message: `${what} for this to answer. ${fix}` };
}

function byPlace({ warning: { place: a } }: AnsweredWarning, { warning: { place: b } }: AnsweredWarning): number {
  return a.line - b.line || a.column - b.column;
}
