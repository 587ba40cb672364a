import type { ParagraphState } from "../../../lib/core/anchoring/state.ts";

/** What became of many citations. */
export interface Tally {
  citations: number;
  readonly states: Map<ParagraphState["kind"], number>;
  /** Citations passed (`ok`, `moved`) whose text is another than the cited one. */
  acceptedChanged: number;
  /** Citations in `ok`, or in `moved`, that lead to the same words in another paragraph. */
  wrongOk: number;
  wrongMoved: number;
  /** Citations passed that lead to the same words between the same neighbours, though they came there from elsewhere. */
  exchanged: number;
  /** Paragraphs of which an edit changed at most 0.3 of the words, and for how many the first suggestion was right. */
  edits: number;
  rightFirst: number;
  /** Spent in comparing, in milliseconds. */
  time: number;
}

export function emptyTally(): Tally {
  return {
    citations: 0,
    states: new Map(),
    acceptedChanged: 0,
    wrongOk: 0,
    wrongMoved: 0,
    exchanged: 0,
    edits: 0,
    rightFirst: 0,
    time: 0,
  };
}

export function addTally(sum: Tally, more: Tally): void {
  for (const [kind, count] of more.states) sum.states.set(kind, (sum.states.get(kind) ?? 0) + count);
  sum.citations += more.citations;
  sum.acceptedChanged += more.acceptedChanged;
  sum.wrongOk += more.wrongOk;
  sum.wrongMoved += more.wrongMoved;
  sum.exchanged += more.exchanged;
  sum.edits += more.edits;
  sum.rightFirst += more.rightFirst;
  sum.time += more.time;
}

/** What must hold of all citations together, each as a clause that names the figure. */
export function brokenBounds({ citations, acceptedChanged, wrongOk, wrongMoved, edits, rightFirst }: Tally): string[] {
  const broken: string[] = [];
  if (acceptedChanged > 0) broken.push(`${acceptedChanged} changed texts were accepted; there may be none`);
  if (wrongOk > 0) broken.push(`${wrongOk} wrong paragraphs are ok; there may be none`);
  if (wrongMoved > citations / 100_000) broken.push(`${wrongMoved} wrong twins are moved; 1 in 100,000 may be`);
  if (rightFirst < 0.92 * edits) broken.push(`${rightFirst} of ${edits} first suggestions are right; 92 % must be`);
  return broken;
}
