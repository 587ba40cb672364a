import { readLabel } from "../core/label.ts";
import type { ImportedBlock } from "./imported-document.ts";
import { findOfficialNumbers, type OfficialNumbers } from "./official-numbers.ts";

export type Numbering = "official" | "ours";

export interface LabelledBlocks {
  readonly numbering: Numbering;
  /** With official numbers every block but the headings has a label, and no two have the same. */
  readonly blocks: readonly ImportedBlock[];
  readonly doubts: readonly string[];
}

/** The share of paragraphs that must bear a number for the numbers to be taken unasked. */
const leastCoverage = 0.5;

/**
 * Decide by what numbers a document is cited: those its mark-up gives, those typed at the
 * start of its paragraphs where they run in order, or its paragraphs' positions.
 *
 * @param wanted what somebody asked for; typed numbers stay in the text with "ours".
 */
export function settleLabels(blocks: readonly ImportedBlock[], wanted?: Numbering): LabelledBlocks {
  const isLabelled = blocks.some((block) => labelOf(block) !== undefined && !isNote(block));
  if (wanted === "ours") return { numbering: "ours", blocks: blocks.map(withoutLabel), doubts: [] };
  if (isLabelled) return { numbering: "official", ...completeLabels(blocks) };
  const found = findOfficialNumbers(blocks);
  if (!found) {
    const doubts =
      wanted === "official" ? ["No numbers run through the document; its paragraphs are numbered as they stand."] : [];
    return { numbering: "ours", blocks: blocks.map(withoutLabel), doubts };
  }
  if (wanted !== "official" && found.coverage < leastCoverage) {
    const doubts = [
      `${found.numbers.size} paragraphs begin with numbers in order, the others with none; the numbers were left in the text. --numbering official takes them.`,
    ];
    return { numbering: "ours", blocks: blocks.map(withoutLabel), doubts };
  }
  return { numbering: "official", ...completeLabels(takeNumbers(blocks, found)) };
}

function takeNumbers(blocks: readonly ImportedBlock[], { numbers, outOfOrder }: OfficialNumbers): ImportedBlock[] {
  const odd = new Set(outOfOrder);
  return blocks.map((block, index) => {
    const number = numbers.get(index);
    if (number && (block.kind === "paragraph" || block.kind === "quote"))
      return { ...block, text: number.rest, label: number.label };
    if (number && block.kind === "item") {
      const { page, sheet, uncertain, text } = block;
      return {
        kind: "paragraph",
        text,
        label: number.label,
        ...(page !== undefined && { page }),
        ...(sheet !== undefined && { sheet }),
        ...(uncertain !== undefined && { uncertain }),
      };
    }
    return odd.has(index) ? { ...block, uncertain: "its number is out of order and was left in the text" } : block;
  });
}

/**
 * Labels for all: one without a number is called after the one above it, 5_1, 5_2, …
 * and 0_1, … before the first; of two with the same number the second is 5_1 as well.
 */
function completeLabels(blocks: readonly ImportedBlock[]): { blocks: ImportedBlock[]; doubts: string[] } {
  const taken = new Set<string>(blocks.flatMap((block) => readLabel(labelOf(block) ?? "") ?? []));
  const used = new Set<string>();
  let above = "0";
  let unnumbered = 0;
  const settled = blocks.map((block) => {
    if (block.kind === "heading") return block;
    const given = block.label === undefined ? undefined : readLabel(block.label.trim());
    if (given !== undefined && !used.has(given)) {
      used.add(given);
      if (!isNote(block)) above = given;
      return { ...block, label: given };
    }
    let count = 1;
    while (taken.has(suffixed(above, count)) || used.has(suffixed(above, count))) count += 1;
    const label = suffixed(above, count);
    used.add(label);
    unnumbered += 1;
    const uncertain =
      block.label === undefined
        ? undefined
        : given === undefined
          ? `"${block.label}" cannot be a label`
          : `the number ${given} is given twice`;
    return { ...block, label, ...(uncertain !== undefined && { uncertain }) };
  });
  const doubts =
    unnumbered === 0
      ? []
      : [
          `Paragraphs without a number of their own (${unnumbered}) are labelled after the one above, such as ${suffixed(above, 1)}.`,
        ];
  return { blocks: settled, doubts };
}

/** A label with a suffix, of a label's length at most. */
function suffixed(label: string, count: number): string {
  const suffix = `_${count}`;
  return `${Array.from(label)
    .slice(0, 40 - suffix.length)
    .join("")}${suffix}`;
}

function labelOf(block: ImportedBlock): string | undefined {
  return block.kind === "heading" ? undefined : block.label;
}

/** Footnotes have labels in any numbering. */
function isNote(block: ImportedBlock): boolean {
  return /^fn\d+$/.test(labelOf(block) ?? "");
}

/** Only footnotes keep their labels where positions number the rest. */
function withoutLabel(block: ImportedBlock): ImportedBlock {
  if (block.kind === "heading") return block;
  const { label, ...rest } = block;
  return label === undefined || isNote(block) ? block : rest;
}
