import { readLabel, type ParagraphLabel } from "../label.ts";
import type { Alignment } from "./align-texts.ts";

/** The label of a paragraph of the text before. */
export interface FormerLabel {
  readonly label: ParagraphLabel;
  /** Whether it is written in the source, and not only its position. */
  readonly isWritten: boolean;
}

export interface CarriedLabels {
  /** Of each paragraph after: the label to write, or undefined where its position is its label. */
  readonly written: readonly (ParagraphLabel | undefined)[];
  /** Of each paragraph after, as it is cited. Each once. */
  readonly labels: readonly ParagraphLabel[];
}

/**
 * Labels for a newer text: the document's own numbers come first; a label that was written
 * by hand stays with its paragraph; the rest are their positions, or with official numbers
 * called after the paragraph above, such as 5_1.
 *
 * @param own the labels that the newer text brings along, by place.
 */
export function carryLabels(
  former: readonly FormerLabel[],
  own: readonly (string | undefined)[],
  alignment: Alignment,
  numbering: "official" | "ours",
): CarriedLabels {
  const written = own.map((label) => (label === undefined ? undefined : readLabel(label)));
  const taken = new Set<string>(written.filter((label) => label !== undefined));
  for (const { before, after } of alignment.pairs) {
    const old = former[before];
    if (!old?.isWritten) continue;
    if (written[after] !== undefined || taken.has(old.label)) continue;
    written[after] = old.label;
    taken.add(old.label);
  }
  let above = "0";
  const labels = written.map((label, place) => {
    const position = String(place + 1);
    if (label === undefined && (numbering === "official" || taken.has(position))) {
      const free = freeLabel(above, taken);
      taken.add(free);
      written[place] = free;
    }
    const settled = written[place] ?? (position as ParagraphLabel);
    if (label !== undefined || numbering === "ours") above = settled;
    return settled;
  });
  return { written, labels };
}

/** A label after another one, of a label's length at most. */
function freeLabel(above: string, taken: ReadonlySet<string>): ParagraphLabel {
  for (let count = 1; ; count++) {
    const suffix = `_${count}`;
    const label = readLabel(
      Array.from(above)
        .slice(0, 40 - suffix.length)
        .join("") + suffix,
    );
    if (label === undefined) throw new Error(`No label can be made of "${above}"`);
    if (!taken.has(label)) return label;
  }
}
