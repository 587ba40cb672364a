import type { Place } from "../problem.ts";

/**
 * The 0-based offset of a place in a file's own text, byte order mark and line ends as
 * they are. The inverse of `FileText.placeAt`, which counts without the mark.
 *
 * @returns undefined when the file has no such line or column.
 */
export function offsetInRaw(raw: string, { line, column }: Pick<Place, "line" | "column">): number | undefined {
  const lineEnd = /\r\n?|\n|$/g;
  let start = raw.startsWith("\uFEFF") ? 1 : 0;
  for (let number = 1; ; number++) {
    lineEnd.lastIndex = start;
    const end = lineEnd.exec(raw);
    if (!end) return undefined;
    if (number === line) {
      const offset = start + column - 1;
      return offset <= end.index ? offset : undefined;
    }
    if (end[0] === "") return undefined;
    start = end.index + end[0].length;
  }
}
