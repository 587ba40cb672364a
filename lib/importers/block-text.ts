import { cellEnd } from "../core/source/cell-end-rule.ts";
import type { ImportedBlock } from "./imported-document.ts";

/** The words of a block; those of a table cell by cell, ended as a source ends them. */
export function textOfBlock(block: ImportedBlock): string {
  return block.kind === "table"
    ? block.rows
        .flat()
        .map((cell) => cell + cellEnd)
        .join(" ")
    : block.text;
}
