import type { Token } from "markdown-it";
import type { ParseEnvironment } from "../markdown/environment.ts";
import type { FootnoteLabelMeta } from "../markdown/footnote-label-rule.ts";
import { unmark } from "../markdown/marks.ts";
import type { Problem } from "../problem.ts";
import type { BodyFinder } from "./body-finder.ts";

/** A mention `[^x]` of a footnote that is not written; the finder stands in its block. */
export function missingFootnote(token: Token, finder: BodyFinder): Problem {
  const { label } = token.meta as FootnoteLabelMeta;
  const place = finder.place(finder.find(`[^${label}]`));
  const message = /\s/.test(label)
    ? `The label of a footnote has no spaces. Write [^${withHyphens(label)}].`
    : `No footnote [^${label}] is written. Add a line [^${label}]: with its text.`;
  return { place, rule: "footnote-defined", message };
}

/** A line `[^x y]: …` that is no footnote; the finder stands in its block. */
export function unreadFootnote(token: Token, finder: BodyFinder): Problem {
  const { label } = token.meta as FootnoteLabelMeta;
  const place = finder.place(finder.find(`[^${label}]:`));
  const message =
    label.trim() === ""
      ? "This footnote has no label. Write one, such as [^1]:, and mention it."
      : `The label of a footnote has no spaces. Write [^${withHyphens(label)}]:, here and where it is mentioned.`;
  return { place, rule: "footnote-defined", message };
}

/** Footnotes that no reader would find, or would find empty. */
export function checkFootnotes(finder: BodyFinder, env: ParseEnvironment): Problem[] {
  const problems: Problem[] = [];
  const {
    mentionedFootnotes,
    repeatedFootnotes = [],
    nestedFootnotes = [],
    emptyFootnotes = [],
  } = env.noteNumbers ?? {};
  const report = (written: string, rule: Problem["rule"], messageOn: (label: string) => string) => {
    const label = unmark(written);
    problems.push({ place: finder.place(finder.find(`[^${label}]:`)), rule, message: messageOn(`[^${label}]`) });
  };
  finder.searchBody();
  for (const key of Object.keys(env.footnotes?.refs ?? {})) {
    const label = key.slice(1);
    if (mentionedFootnotes?.has(label)) continue;
    const fix = "so no reader would see it. Mention it or take it out.";
    report(label, "footnote-mentioned", (footnote) => `Nothing mentions the footnote ${footnote}, ${fix}`);
  }
  for (const label of emptyFootnotes)
    report(
      label,
      "footnote-defined",
      (footnote) => `The footnote ${footnote} is empty. Write its text after the colon.`,
    );
  for (const label of repeatedFootnotes) {
    finder.searchFromStart();
    finder.find(`[^${unmark(label)}]:`);
    const fix = "Give one of them another name.";
    report(label, "footnote-defined", (footnote) => `The footnote ${footnote} is written twice. ${fix}`);
  }
  for (const label of nestedFootnotes) {
    const fix = "Begin it at the start of a line.";
    report(label, "footnote-defined", (footnote) => `The footnote ${footnote} is written inside another. ${fix}`);
  }
  return problems;
}

function withHyphens(label: string): string {
  return label.trim().replace(/\s+/g, "-");
}
