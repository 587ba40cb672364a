import type { ParagraphLabel } from "../label.ts";
import type { Alignment } from "./align-texts.ts";

/** What a newer text makes of one paragraph. Labels are those of the text before (`label`) and after (`to`). */
export type Fate =
  | { readonly kind: "unchanged"; readonly label: ParagraphLabel; readonly to: ParagraphLabel }
  /** The same words, letter for letter, under another label. */
  | { readonly kind: "moved"; readonly label: ParagraphLabel; readonly to: ParagraphLabel }
  /** Most likely the same paragraph, in other words. */
  | {
      readonly kind: "edited";
      readonly label: ParagraphLabel;
      readonly to: ParagraphLabel;
      /** 0 to 1, in steps of 0.001. */
      readonly score: number;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "gone"; readonly label: ParagraphLabel; readonly before: string }
  | { readonly kind: "new"; readonly to: ParagraphLabel; readonly after: string };

export const fateKinds = ["unchanged", "moved", "edited", "new", "gone"] as const satisfies readonly Fate["kind"][];

/** A paragraph with its label and words. */
export interface LabelledText {
  readonly label: ParagraphLabel;
  readonly text: string;
}

/** What becomes of every paragraph: those of the text after in its order, then those that are gone in theirs. */
export function fatesOf(before: readonly LabelledText[], after: readonly LabelledText[], alignment: Alignment): Fate[] {
  const pairs = new Map(alignment.pairs.map((pair) => [pair.after, pair]));
  const fates = after.map(({ label: to, text }, place): Fate => {
    const pair = pairs.get(place);
    const old = pair && before[pair.before];
    if (!old) return { kind: "new", to, after: text };
    const { label } = old;
    if (pair.kind === "edited") return { kind: "edited", label, to, score: pair.score, before: old.text, after: text };
    return { kind: label === to ? "unchanged" : "moved", label, to };
  });
  const gone = alignment.gone.flatMap((place): Fate[] => {
    const old = before[place];
    return old ? [{ kind: "gone", label: old.label, before: old.text }] : [];
  });
  return [...fates, ...gone];
}

/** Paragraphs under labels that changed by the same number, one after the other, as one line. */
export interface MovedRun {
  readonly from: ParagraphLabel;
  readonly last: ParagraphLabel;
  readonly to: ParagraphLabel;
  readonly lastTo: ParagraphLabel;
  readonly length: number;
}

/** The moved paragraphs in runs: what moves by an insertion moves together. */
export function movedRuns(fates: readonly Fate[]): MovedRun[] {
  const runs: MovedRun[] = [];
  let shift: number | undefined;
  for (const fate of fates) {
    if (fate.kind !== "moved") {
      shift = undefined;
      continue;
    }
    const by = Number(fate.to) - Number(fate.label);
    const run = runs.at(-1);
    if (run && shift !== undefined && by === shift && Number(fate.label) === Number(run.last) + 1)
      runs[runs.length - 1] = { ...run, last: fate.label, lastTo: fate.to, length: run.length + 1 };
    else runs.push({ from: fate.label, last: fate.label, to: fate.to, lastTo: fate.to, length: 1 });
    shift = Number.isNaN(by) ? undefined : by;
  }
  return runs;
}
