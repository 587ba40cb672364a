import type { Token } from "markdown-it";
import type { Place } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";

/**
 * Finds in a brief's file what Markdown's tokens speak of. Markdown keeps only the lines
 * of a block; within them a text is looked for in reading order, code left out.
 */
export class BodyFinder {
  readonly #file: FileText;
  readonly #bodyLine: number;
  /** The file's text with code blanked, character for character. */
  readonly #visible: string;
  /** 0-based offsets in it: where the search may go, and where it has come to. */
  #start = 0;
  #end = 0;
  #cursor = 0;

  /** @param bodyLine 0-based line of the file on which the body begins. */
  constructor(file: FileText, bodyLine: number, tokens: readonly Token[]) {
    this.#file = file;
    this.#bodyLine = bodyLine;
    this.#visible = withoutCode(file, bodyLine, tokens);
    this.searchBody();
  }

  searchBody(): void {
    this.#search(this.#file.offsetOfLine(this.#bodyLine), this.#file.text.length);
  }

  /** @param lines first and past the last, 0-based in the body, as tokens have them. */
  searchLines([first, past]: readonly [number, number]): void {
    this.#search(this.#file.offsetOfLine(this.#bodyLine + first), this.#file.offsetOfLine(this.#bodyLine + past));
  }

  /** Markdown forgets where a note `^[…]` stood. */
  searchInlineNote(content: string): void {
    this.searchBody();
    const at = this.find(content, "^[");
    if (at !== undefined) this.#search(at, at + content.length);
  }

  /** 0-based offset of `text` where `before` stands before it: the next one, or else the first. */
  find(text: string, before = ""): number | undefined {
    const wanted = before + text;
    for (const from of [this.#cursor, this.#start]) {
      const at = this.#visible.indexOf(wanted, from);
      if (at < 0 || at + wanted.length > this.#end) continue;
      this.#cursor = at + wanted.length;
      return at + before.length;
    }
    return undefined;
  }

  /** The place of what was found, or else of the beginning of the block. */
  place(found: number | undefined): Place {
    return this.#file.placeAt(found ?? this.#start);
  }

  /** Whether what was found has a backslash before it, and so is plain text. */
  isEscaped(found: number | undefined): boolean {
    return found !== undefined && this.#visible[found - 1] === "\\";
  }

  #search(start: number, end: number): void {
    this.#start = start;
    this.#end = end;
    this.#cursor = start;
  }
}

const codeSpan = /(?<![\\`])(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;

function withoutCode(file: FileText, bodyLine: number, tokens: readonly Token[]): string {
  let text = file.text;
  for (const [index, token] of tokens.entries()) {
    const isBlock = token.type === "fence" || token.type === "code_block";
    if (!isBlock && !token.children?.some((child) => child.type === "code_inline")) continue;
    const lines = tokens.slice(0, index + 1).findLast((before) => before.map)?.map ?? [0, 0];
    const start = file.offsetOfLine(bodyLine + lines[0]);
    const end = file.offsetOfLine(bodyLine + lines[1]);
    const part = text.slice(start, end);
    text = text.slice(0, start) + (isBlock ? blank(part) : part.replace(codeSpan, blank)) + text.slice(end);
  }
  return text;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
