/** One cell of a table, and where it stands. */
export interface Cell {
  /** Without quotation marks and the white space around it. */
  readonly text: string;
  /** 0-based offset in the table's text. */
  readonly offset: number;
}

export interface CsvFault {
  /** 0-based offset in the table's text. */
  readonly offset: number;
  readonly message: string;
}

/**
 * Read a table of comma-separated values (RFC 4180), line ends being \n. Lines without
 * any word are passed over.
 */
export function readCsv(text: string): {
  readonly rows: readonly (readonly Cell[])[];
  readonly faults: readonly CsvFault[];
} {
  const rows: Cell[][] = [];
  const faults: CsvFault[] = [];
  let row: Cell[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some((cell) => cell.text !== "")) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const start = skipBlanks(text, at);
    if (text[start] === '"') {
      const quoted = readQuoted(text, start);
      if (!quoted) {
        faults.push({ offset: start, message: 'The quotation mark is never closed. Write " behind the cell.' });
        break;
      }
      row.push({ text: quoted.value.trim(), offset: start });
      at = skipBlanks(text, quoted.end);
      if (at < text.length && !/[,\n]/.test(text[at] ?? "")) {
        faults.push({
          offset: at,
          message: "Behind a cell in quotation marks stands a comma. Write a quotation mark inside it twice.",
        });
        break;
      }
    } else {
      const end = endOfCell(text, start);
      row.push({ text: text.slice(start, end).trim(), offset: start });
      at = end;
    }
    if (text[at] === "\n") endRow();
    else if (at === text.length - 1) row.push({ text: "", offset: text.length });
    at += 1;
  }
  endRow();
  return { rows, faults };
}

/** A table's cells as comma-separated values, in the form of RFC 4180 with line ends \n. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const write = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(write).join(",")}\n`).join("");
}

function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    at += 1;
  }
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}

function endOfCell(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "," && text[at] !== "\n") at += 1;
  return at;
}
