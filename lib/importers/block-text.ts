import type { ImportedBlock } from "./imported-document.ts";

/** The words of a block; those of a table cell by cell. */
export function textOfBlock(block: ImportedBlock): string {
  return block.kind === "table" ? block.rows.flat().join(" ") : block.text;
}
