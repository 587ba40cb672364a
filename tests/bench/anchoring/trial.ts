import { compareWithLock } from "../../../lib/core/anchoring/compare.ts";
import { fingerprintParagraphs, type FingerprintedParagraph } from "../../../lib/core/anchoring/fingerprint.ts";
import type { ParagraphState } from "../../../lib/core/anchoring/state.ts";
import { ordinalLabel, type ParagraphLabel } from "../../../lib/core/label.ts";
import type { Random } from "../random.ts";
import type { Corpus } from "./corpora.ts";
import { lockOf, sha256 } from "./lock-of.ts";
import { mutate, type MutationKind } from "./mutate.ts";
import { piecesOf, type Piece } from "./piece.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** Cite every paragraph of a document, change the document, compare, and hold the outcome against the truth. */
export function runTrial(corpus: Corpus, kind: MutationKind, random: Random): Tally {
  const { texts, spare } = corpus.document(random);
  const before = piecesOf(texts);
  const share = random.pick([0.02, 0.1, 0.3]);
  const after = mutate(before, kind, { language: corpus.language, random, share }, (one) => one.pick(spare));
  const lock = lockOf(fingerprinted(before, corpus), () => true);
  const current = fingerprinted(after, corpus);
  const start = performance.now();
  const { paragraphs } = compareWithLock(lock, current, { sourceHash: sha256("changed"), budget: 1_000_000 });
  const tally = { ...emptyTally(), time: performance.now() - start };
  const places = new Map(current.map(({ label }, place) => [label, place]));
  [...paragraphs].forEach(([label, state], id) => {
    judgeCitation(tally, { id, label, state, countsAsEdit: kind === "edit" }, { texts, after, current, places });
  });
  return tally;
}

interface Outcome {
  /** Identity of the cited paragraph. */
  readonly id: number;
  readonly label: ParagraphLabel;
  readonly state: ParagraphState;
  readonly countsAsEdit: boolean;
}

interface Truth {
  readonly texts: readonly string[];
  readonly after: readonly Piece[];
  readonly current: readonly FingerprintedParagraph[];
  readonly places: ReadonlyMap<ParagraphLabel, number>;
}

function judgeCitation(tally: Tally, { id, label, state, countsAsEdit }: Outcome, truth: Truth): void {
  tally.citations++;
  tally.states.set(state.kind, (tally.states.get(state.kind) ?? 0) + 1);
  const leadsTo = (to: ParagraphLabel | undefined) => truth.places.get(to ?? label) ?? -1;
  const isRight = (to: ParagraphLabel | undefined) => truth.after[leadsTo(to)]?.of.includes(id) === true;
  if (state.kind === "ok" || state.kind === "moved") {
    const to = state.kind === "ok" ? label : state.to;
    if (truth.current[leadsTo(to)]?.text !== truth.texts[id]) tally.acceptedChanged++;
    if (!isRight(to)) tally[wrongness(state.kind, id, leadsTo(to), truth)]++;
  }
  const edited = truth.after.find(({ of }) => of.includes(id))?.edited ?? 0;
  const changed = truth.current.every(
    (paragraph, place) => !truth.after[place]?.of.includes(id) || paragraph.text !== truth.texts[id],
  );
  if (!countsAsEdit || !changed || edited === 0 || edited > 0.3) return;
  tally.edits++;
  const first = firstSuggestion(state);
  if (first !== undefined && isRight(first)) tally.rightFirst++;
}

/** Twins that changed places so that the same words stand between the same words cannot be told apart. */
function wrongness(
  kind: "ok" | "moved",
  id: number,
  place: number,
  { texts, current }: Truth,
): "wrongOk" | "wrongMoved" | "exchanged" {
  const around = [-1, 0, 1];
  if (around.every((step) => texts[id + step] === current[place + step]?.text)) return "exchanged";
  return kind === "ok" ? "wrongOk" : "wrongMoved";
}

function firstSuggestion(state: ParagraphState): ParagraphLabel | undefined {
  if (state.kind === "ambiguous") return state.candidates[0]?.to;
  return "to" in state ? state.to : undefined;
}

function fingerprinted(pieces: readonly Piece[], { ownLabels }: Corpus): FingerprintedParagraph[] {
  const seen = new Set<number>();
  const labelOf = ({ of: [id] }: Piece, index: number): ParagraphLabel => {
    if (ownLabels !== true) return ordinalLabel(index + 1);
    const own = id !== undefined && !seen.has(id);
    if (own) seen.add(id);
    return (own ? `c${id}` : `n${index}`) as ParagraphLabel;
  };
  return fingerprintParagraphs(
    pieces.map((piece, index) => ({ label: labelOf(piece, index), text: piece.text })),
    sha256,
  );
}
