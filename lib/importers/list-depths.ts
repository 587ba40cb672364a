import type { ImportedBlock } from "./imported-document.ts";

/** Lists inside lists beyond which nobody sees a difference any more. */
const deepest = 8;

/**
 * The depths of list items such as a source can hold them: a list stands inside another only
 * right below an item of that one, and one level deeper. What follows on another block begins
 * an outermost list.
 */
export function withListDepths(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  /** As the document has them, of the item above and those around it. */
  let around: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== "item") {
      around = [];
      return block;
    }
    const { depth: given = 0, ...rest } = block;
    around = [...around.filter((one) => one < given), given].slice(-deepest);
    const depth = around.length - 1;
    return { ...rest, ...(depth > 0 && { depth }) };
  });
}
