import type { Line } from "./pdf-lines.ts";

/** Points by which the beginnings of a table's cells may be off. */
const sameColumn = 3;
/** Fewer rows may be set apart by chance. */
const fewestRows = 3;

/**
 * The lines that look like rows of a table: pieces set apart by wide gaps, that begin at the
 * same places in line after line. What is a cell and what a heading cannot be told for
 * certain, so that their words stay as they stand.
 */
export function linesOfTables(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  let run: Line[] = [];
  for (const line of lines) {
    const last = run.at(-1);
    if (last?.column === line.column && sharedStarts(last, line) >= 2) run.push(line);
    else run = line.pieces.length > 1 ? [line] : [];
    if (run.length >= fewestRows) for (const one of run) found.add(one);
  }
  return found;
}

/** In how many places pieces of both lines begin. */
function sharedStarts(first: Line, second: Line): number {
  return first.pieces.filter((start) => second.pieces.some((other) => Math.abs(start - other) <= sameColumn)).length;
}
