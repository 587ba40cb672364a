import type { Token } from "markdown-it";
import type { Problem } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { findLongRows } from "../text/table-rows.ts";

/**
 * Report the rows of a brief's tables that have words beyond the last column.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function checkTables(file: FileText, bodyLine: number, tokens: readonly Token[]): Problem[] {
  const startOf = (line: number) => file.offsetOfLine(bodyLine + line);
  const rows = findLongRows(tokens, (line) => file.text.slice(startOf(line), startOf(line + 1)));
  return rows.map(({ line, offset, message }) => ({
    place: file.placeAt(startOf(line) + offset),
    rule: "table-row-fits",
    message,
  }));
}
