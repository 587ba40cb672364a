import type { ParagraphLabel } from "../label.ts";
import type { FingerprintedParagraph } from "./fingerprint.ts";
import type { Sequence } from "./sequence.ts";
import type { ParagraphState, RangeState } from "./state.ts";

/**
 * Whether each cited range still encloses the paragraphs it did, no more and no fewer, in
 * the same order. A paragraph of it that was edited counts as standing where it is
 * suggested: its own state stops the build. One that cannot be placed makes the range changed.
 *
 * @param states of the cited paragraphs, by their locked labels.
 */
export function compareRanges(
  ranges: ReadonlyMap<string, readonly ParagraphLabel[]>,
  states: ReadonlyMap<ParagraphLabel, ParagraphState>,
  now: Sequence<FingerprintedParagraph>,
): Map<string, RangeState> {
  return new Map([...ranges].map(([range, held]) => [range, stateOf(held, states, now)]));
}

function stateOf(
  before: readonly ParagraphLabel[],
  states: ReadonlyMap<ParagraphLabel, ParagraphState>,
  now: Sequence<FingerprintedParagraph>,
): RangeState {
  const labels = before.map((label) => labelNow(label, states.get(label)));
  const places = labels.map((label) => (label === undefined ? undefined : now.placeOfLabel(label)));
  const [from] = labels;
  const to = labels.at(-1);
  const together = places.every((place, index) => place !== undefined && place === (places[0] ?? 0) + index);
  if (together && from !== undefined && to !== undefined) {
    const stayed = before.every((label, index) => label === labels[index]);
    return stayed ? { kind: "ok" } : { kind: "moved", to: from === to ? from : `${from}-${to}` };
  }
  const first = placeOfEnd(places[0], before[0], now);
  const last = placeOfEnd(places.at(-1), before.at(-1), now);
  return { kind: "range-changed", before, after: labelsBetween(first, last, now) };
}

/** Undefined when nobody can say; for a paragraph that the lock does not hold, too. */
function labelNow(label: ParagraphLabel, state: ParagraphState | undefined): ParagraphLabel | undefined {
  if (!state) return undefined;
  if (state.kind === "ok") return label;
  return "to" in state ? state.to : undefined;
}

/** An end that cannot be placed is taken to be what its label names today. */
function placeOfEnd(place: number | undefined, label: ParagraphLabel | undefined, now: Sequence): number | undefined {
  return place ?? (label === undefined ? undefined : now.placeOfLabel(label));
}

function labelsBetween(first: number | undefined, last: number | undefined, now: Sequence): ParagraphLabel[] {
  const labels: ParagraphLabel[] = [];
  if (first === undefined || last === undefined) return labels;
  for (let place = first; place <= last; place++) {
    const paragraph = now.at(place);
    if (paragraph) labels.push(paragraph.label);
  }
  return labels;
}
