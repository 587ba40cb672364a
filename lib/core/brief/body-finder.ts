import type { Token } from "markdown-it";
import type { Place } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { withoutCode } from "./without-code.ts";

/**
 * Finds in a brief's file what Markdown's tokens speak of. Markdown keeps only the lines
 * of a block; within them a text is looked for in reading order, code left out.
 */
export class BodyFinder {
  readonly #file: FileText;
  readonly #bodyLine: number;
  /** The file's text with code blanked, character for character. */
  readonly #visible: string;
  readonly #body: Stretch;
  /** Where the search goes now. */
  #stretch: Stretch;

  /** @param bodyLine 0-based line of the file on which the body begins. */
  constructor(file: FileText, bodyLine: number, tokens: readonly Token[]) {
    this.#file = file;
    this.#bodyLine = bodyLine;
    this.#visible = withoutCode(file, bodyLine, tokens);
    this.#body = new Stretch(this.#visible, file.offsetOfLine(bodyLine), file.text.length);
    this.#stretch = this.#body;
  }

  /** Search the whole body, on from where it was searched last. */
  searchBody(): void {
    this.#stretch = this.#body;
  }

  /** Search the whole body anew. */
  searchFromStart(): void {
    this.#body.rewind();
    this.#stretch = this.#body;
  }

  /** @param lines first and past the last, 0-based in the body, as tokens have them. */
  searchLines([first, past]: readonly [number, number]): void {
    const start = this.#file.offsetOfLine(this.#bodyLine + first);
    this.#stretch = new Stretch(this.#visible, start, this.#file.offsetOfLine(this.#bodyLine + past));
  }

  /** Markdown forgets where a note `^[…]` stood. */
  searchInlineNote(content: string): void {
    this.searchBody();
    const at = this.find(content, "^[");
    if (at !== undefined) this.#stretch = new Stretch(this.#visible, at, at + content.length);
  }

  /** 0-based offset of `text` where `before` stands before it: the next one, or else the first. */
  find(text: string, before = ""): number | undefined {
    return this.findAny([{ text, before }]);
  }

  /** 0-based offset of the first of the texts that stands near; of those beside each other the earlier in the list. */
  findAny(texts: readonly { readonly text: string; readonly before: string }[]): number | undefined {
    const wanted = texts.map(({ text, before }) => before + text);
    const found = this.#stretch.findNear(wanted) ?? this.#stretch.findNear(wanted, 0);
    return found && found.at + (texts[found.index]?.before.length ?? 0);
  }

  /** The place of what was found, or else of the beginning of the block. */
  place(found: number | undefined): Place {
    return this.#file.placeAt(found ?? this.#stretch.start);
  }
}

/** Longer than the text of most links, in characters. */
const shortestReach = 1024;

/** A part of the file, and how far it has been searched. */
class Stretch {
  readonly start: number;
  readonly #text: string;
  #cursor = 0;
  /** Offsets from which on a text is known not to stand here. */
  readonly #noneFrom = new Map<string, number>();

  /** @param start, end 0-based offsets in `text`. */
  constructor(text: string, start: number, end: number) {
    this.start = start;
    this.#text = text.slice(start, end);
  }

  /** The first of the texts to stand within a growing distance, so that one far away costs only what lies between. */
  findNear(wanted: readonly string[], from = this.#cursor): { index: number; at: number } | undefined {
    for (let reach = shortestReach; ; reach *= 4) {
      const whole = from + reach >= this.#text.length;
      for (const [index, text] of wanted.entries()) {
        if (from >= (this.#noneFrom.get(text) ?? Infinity)) continue;
        const at = this.#text.slice(from, from + reach).indexOf(text);
        if (at >= 0) {
          this.#cursor = from + at + text.length;
          return { index, at: this.start + from + at };
        }
        if (whole) this.#noneFrom.set(text, from);
      }
      if (whole) return undefined;
    }
  }

  rewind(): void {
    this.#cursor = 0;
  }
}
