import type { Decision } from "../anchoring/renew-lock.ts";
import type { ParagraphLabel } from "../label.ts";
import type { Source } from "../source/source.ts";
import type { PinpointPart } from "../tags/pinpoint.ts";

/** What is decided of the paragraphs of a lock, as far as it is. */
export type Decisions = ReadonlyMap<ParagraphLabel, Decision>;

/** A cited range after what was decided of its paragraphs. */
export type RangeNow =
  /** They stand together as before. */
  | { readonly kind: "together"; readonly part: PinpointPart }
  | {
      readonly kind: "changed";
      /** From where the first that is left stands to where the last does; absent when there is no such range. */
      readonly suggestion?: PinpointPart;
      /** In the labels of today. */
      readonly joined: readonly ParagraphLabel[];
      /** In the labels of the lock. */
      readonly left: readonly ParagraphLabel[];
    };

/** @param held the range's paragraphs in the labels of the lock, in reading order. */
export function rangeNow(held: readonly ParagraphLabel[], decisions: Decisions, source: Source): RangeNow {
  const found = held.map((label) => {
    const decision = decisions.get(label);
    return decision?.kind === "is" ? source.byLabel.get(decision.label) : undefined;
  });
  const there = found.filter((paragraph) => paragraph !== undefined);
  const [first] = there;
  const last = there.at(-1);
  if (!first || !last) return { kind: "changed", joined: [], left: held };
  const together = found.every((paragraph, index) => paragraph?.position === first.position + index);
  if (together) return { kind: "together", part: partOf(first.label, last.label) };
  if (last.position < first.position) return { kind: "changed", joined: [], left: [] };
  const between = source.paragraphs.slice(first.position - 1, last.position);
  return {
    kind: "changed",
    suggestion: partOf(first.label, last.label),
    joined: between.filter((paragraph) => !there.includes(paragraph)).map(({ label }) => label),
    left: held.filter((_, index) => {
      const paragraph = found[index];
      return !paragraph || !between.includes(paragraph);
    }),
  };
}

function partOf(from: ParagraphLabel, to: ParagraphLabel): PinpointPart {
  return from === to ? { from } : { from, to };
}
