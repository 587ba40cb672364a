import type { Token } from "markdown-it";
import type { Place } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { linesOf } from "./block-tokens.ts";

/** Where in a source's file the things stand that Markdown knows by their lines only. */
export class BodyPlaces {
  readonly #file: FileText;
  readonly #bodyLine: number;

  /** @param bodyLine 0-based line of the file on which the body begins. */
  constructor(file: FileText, bodyLine: number) {
    this.#file = file;
    this.#bodyLine = bodyLine;
  }

  /** @param line 0-based in the body; @param column 0-based. */
  at(line: number, column = 0): Place {
    return this.#file.placeAt(this.#file.offsetOfLine(this.#bodyLine + line) + column);
  }

  /** The first character of a line that is not white space. */
  pastIndent(line: number): Place {
    const start = this.#file.offsetOfLine(this.#bodyLine + line);
    return this.at(line, /^[ \t]*/.exec(this.#file.text.slice(start, start + 1000))?.[0].length ?? 0);
  }

  /** The label that ends a block. @param braces as they are written. */
  ofLastLabel(tokens: readonly Token[], braces: string): Place {
    const { start, text } = this.#textOf(tokens);
    return this.#file.placeAt(start + Math.max(0, text.lastIndexOf(braces)));
  }

  /** Labels of a block in the order given, which is that of reading; escaped ones are passed over. */
  ofLabels(tokens: readonly Token[], labels: readonly string[]): Place[] {
    const { start, text } = this.#textOf(tokens);
    let past = 0;
    return labels.map((written) => {
      let found = text.indexOf(written, past);
      while (found > 0 && text[found - 1] === "\\") found = text.indexOf(written, found + 1);
      if (found >= 0) past = found + written.length;
      return this.#file.placeAt(start + Math.max(0, found));
    });
  }

  #textOf(tokens: readonly Token[]): { start: number; text: string } {
    const [first, past] = linesOf(tokens);
    const start = this.#file.offsetOfLine(this.#bodyLine + first);
    return { start, text: this.#file.text.slice(start, this.#file.offsetOfLine(this.#bodyLine + past)) };
  }
}
