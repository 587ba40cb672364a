import type { Token } from "markdown-it";

/** A row of a Markdown table with words beyond its table's last column: they would not be shown. */
export interface LongRow {
  /** 0-based, as the tokens count lines. */
  readonly line: number;
  /** 0-based offset in that line at which the words begin. */
  readonly offset: number;
  readonly message: string;
}

/**
 * The rows that lose words, of every table among a document's tokens. An empty cell too
 * many loses nothing.
 *
 * @param lineAt the text of a line, by the number that the tokens have.
 */
export function findLongRows(tokens: readonly Token[], lineAt: (line: number) => string): LongRow[] {
  const rows: LongRow[] = [];
  let columns = 0;
  for (const token of tokens) {
    if (token.type === "table_open") columns = 0;
    else if (token.type === "th_open") columns += 1;
    else if (token.type === "tr_open" && token.map && columns > 0) {
      const [line] = token.map;
      const offset = wordsBeyond(columns, lineAt(line));
      if (offset === undefined) continue;
      const has = columns === 1 ? "1 column" : `${columns} columns`;
      const message = `The table has ${has}, and what stands from here on in this row would be lost. Take it out, or write \\| for a | that ends no cell.`;
      rows.push({ line, offset, message });
    }
  }
  return rows;
}

function wordsBeyond(columns: number, line: string): number | undefined {
  // The signs of block quotes come before the row, and a pipe before its first cell.
  let start = /^[\s>]*\|?/.exec(line)?.[0].length ?? 0;
  for (const [index, cell] of line
    .slice(start)
    .split(/(?<!\\)\|/)
    .entries()) {
    if (index >= columns && cell.trim() !== "") return start + cell.search(/\S/);
    start += cell.length + 1;
  }
  return undefined;
}
