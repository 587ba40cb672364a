import type { Comparison } from "../anchoring/compare.ts";
import type { SourceLock } from "../anchoring/lock.ts";
import type { ParagraphState, RangeState } from "../anchoring/state.ts";
import type { ParagraphLabel } from "../label.ts";
import { readPinpoint, writePinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import type { SourceDrift } from "./source-record.ts";

/** A state in which a paragraph is no longer known to be what was cited. */
export type ChangedState = Exclude<ParagraphState, { kind: "ok" | "moved" }>;

/** What a source's lock says of one part of a pinpoint: a paragraph, or a range. */
export type Standing =
  /** The lock does not hold it: it is cited for the first time. */
  | { readonly kind: "new" }
  /** As it was cited. */
  | { readonly kind: "ok" }
  /** The same text, letter for letter, under other labels. */
  | { readonly kind: "moved"; readonly to: PinpointPart }
  /** One of its paragraphs is not what was cited. */
  | { readonly kind: "changed"; readonly label: ParagraphLabel; readonly state: ChangedState }
  /** Its ends are there, but not the same paragraphs between them. */
  | { readonly kind: "range-changed"; readonly state: Extract<RangeState, { kind: "range-changed" }> }
  /** Cited for the first time under a label whose address belongs to other words, which left it or are gone. */
  | { readonly kind: "retired"; readonly label: ParagraphLabel; readonly to?: ParagraphLabel };

/** Whether something that is cited does not stand as it did: then numbers may have come to mean something else. */
export function isUnsettled({ kind }: Standing): boolean {
  return kind === "moved" || kind === "changed" || kind === "range-changed";
}

/** What has become of one part of a pinpoint, as its source's lock tells. */
export function standingOf(part: PinpointPart, drift: SourceDrift | undefined): Standing {
  const lock = drift?.record.lock;
  const comparison = drift?.comparison;
  if (!lock || !comparison) return { kind: "new" };
  // A range from a paragraph to itself is that paragraph.
  if (part.to === undefined || part.to === part.from) return standingOfParagraph(part.from, lock, comparison);
  const written = writePinpoint([part]);
  const held = lock.ranges.get(written);
  if (!held) return retirementOf(part.from, lock) ?? retirementOf(part.to, lock) ?? { kind: "new" };
  for (const label of held) {
    const state = comparison.paragraphs.get(label);
    if (state && isChanged(state)) return { kind: "changed", label, state };
  }
  return standingOfRange(comparison.ranges.get(written));
}

function standingOfParagraph(label: ParagraphLabel, lock: SourceLock, comparison: Comparison): Standing {
  const state = comparison.paragraphs.get(label);
  if (!state) return retirementOf(label, lock) ?? { kind: "new" };
  if (isChanged(state)) return { kind: "changed", label, state };
  return state.kind === "moved" ? { kind: "moved", to: { from: state.to } } : { kind: "ok" };
}

function isChanged(state: ParagraphState): state is ChangedState {
  return state.kind !== "ok" && state.kind !== "moved";
}

/** A label that the lock does not hold, and whose address belongs to other words. */
function retirementOf(label: ParagraphLabel, lock: SourceLock): Standing | undefined {
  if (lock.cited.has(label)) return undefined;
  const to = lock.aliases.get(label);
  if (to !== undefined) return { kind: "retired", label, to };
  return lock.gone.has(label) ? { kind: "retired", label } : undefined;
}

function standingOfRange(state: RangeState | undefined): Standing {
  if (!state) return { kind: "new" };
  if (state.kind === "ok") return { kind: "ok" };
  if (state.kind === "range-changed") return { kind: "range-changed", state };
  const [to] = readPinpoint(state.to) ?? [];
  if (!to) throw new Error(`"${state.to}" is not a range`);
  return { kind: "moved", to };
}
