import type { Place } from "../problem.ts";

/**
 * A file's text, ready for parsing, that still knows its own coordinates.
 *
 * The byte order mark is taken off and every line ending becomes \n, neither of
 * which moves a line or a column, so an offset here gives the place an editor shows.
 */
export class FileText {
  /** Path relative to the project, with forward slashes. */
  readonly path: string;
  /** No byte order mark, lines ended by \n only. */
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(path: string, raw: string) {
    this.path = path;
    this.text = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) {
      this.#lineStarts.push(at + 1);
    }
  }

  /** The place of a 0-based offset in {@link text}; past the end gives the end. */
  placeAt(offset: number): Place {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { path: this.path, line: low + 1, column: bounded - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** 0-based offset at which a 0-based line begins; past the end gives the text's length. */
  offsetOfLine(line: number): number {
    return this.#lineStarts[line] ?? this.text.length;
  }
}
