import { findWords } from "../text/find-words.ts";
import { mayBegin, mayEnd } from "../text/inside-words.ts";
import { fingerprintForm, foldDashes } from "../text/normal-form.ts";
import { alignSpans, type Span } from "./aligned-form.ts";
import { dropSic, freeLetters } from "./editorial-signs.ts";
import { toldForm, visibleForm } from "./quotation-forms.ts";

/** Words looked for, in form Q, and the offsets of the letters in them that may stand in either case. */
interface WantedWords {
  readonly words: string;
  readonly free: readonly number[];
}

/** A piece of a quotation in each of the ways it may be meant: with its editorial signs, or without. */
export type WantedPiece = readonly WantedWords[];

/** Words in form Q just as they are typed. */
export function wantedAsTyped(words: string, language: string): WantedPiece {
  return [{ words: foldDashes(toldForm(words, language)), free: [] }];
}

/** @param language BCP 47, of the texts that will be searched. */
export function wantedPiece(piece: string, language: string): WantedPiece {
  return [...new Set([piece, dropSic(piece)])].flatMap((typed) => {
    const told = toldForm(typed, language);
    const freed = freeLetters(told);
    const asTyped: WantedWords = { words: foldDashes(told), free: [] };
    return freed ? [asTyped, { words: foldDashes(freed.words), free: freed.free }] : [asTyped];
  });
}

/** A text in which pieces of quotations are looked for. Offsets are in form Q unless said otherwise. */
export class SearchedText {
  readonly text: string;
  readonly #language: string;
  #form: string | undefined;
  #folded: string | undefined;
  #lowered: string | undefined;

  /** @param language BCP 47. */
  constructor(text: string, language: string) {
    this.text = text;
    this.#language = language;
  }

  /** The text in form Q, its dashes still told apart. */
  get form(): string {
    return (this.#form ??= toldForm(this.text, this.#language));
  }

  /**
   * Where words stand letter for letter but for white space.
   *
   * @returns offsets in the visible form, which {@link placeOfLiteral} reads.
   */
  findLiteral(words: string): Span | undefined {
    const visible = visibleForm(words);
    const start = findWords(visibleForm(this.text), visible);
    if (start < 0 || !fingerprintForm(this.text).includes(fingerprintForm(words))) return undefined;
    return { start, end: start + visible.length };
  }

  /** Stretches of form Q as stretches of the text itself; undefined when they cannot be told. */
  placeOf(spans: readonly Span[]): readonly Span[] | undefined {
    return alignSpans(this.text, this.form, (part) => toldForm(part, this.#language), spans);
  }

  placeOfLiteral(span: Span): readonly Span[] | undefined {
    return alignSpans(this.text, visibleForm(this.text), visibleForm, [span]);
  }

  /** Where a piece stands as whole words and numbers at or behind `from`: of several places the one that ends first. */
  find(piece: WantedPiece, from = 0): Span | undefined {
    let first: Span | undefined;
    for (const wanted of piece) {
      const at = this.#find(wanted, from);
      const end = at + wanted.words.length;
      if (at >= 0 && end < (first?.end ?? Number.POSITIVE_INFINITY)) first = { start: at, end };
    }
    return first;
  }

  /** Everywhere that a piece stands, in order of its ends. */
  findAll(piece: WantedPiece, from: number): Span[] {
    const spans = piece.flatMap((wanted) => {
      const found: Span[] = [];
      for (let at = this.#find(wanted, from); at >= 0; at = this.#find(wanted, at + 1))
        found.push({ start: at, end: at + wanted.words.length });
      return found;
    });
    return spans.sort((a, b) => a.end - b.end || b.start - a.start);
  }

  #find({ words, free }: WantedWords, from: number): number {
    if (!/[\p{L}\p{N}]/u.test(words)) return -1;
    const folded = (this.#folded ??= foldDashes(this.form));
    const text = free.length === 0 ? folded : (this.#lowered ??= lower(folded));
    const wanted = free.length === 0 ? words : lower(words);
    for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + words.length;
      const same = free.length === 0 || differsOnlyAt(free, words, folded.slice(at, end));
      if (same && mayBegin(this.form, at) && mayEnd(this.form, end)) return at;
    }
    return -1;
  }
}

/** Lower case, letter for letter, so that offsets hold. */
function lower(text: string): string {
  return text.replace(/[\p{Lu}\p{Lt}]/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function differsOnlyAt(free: readonly number[], words: string, found: string): boolean {
  let from = 0;
  for (const at of free) {
    if (words.slice(from, at) !== found.slice(from, at)) return false;
    // The letters themselves are the same in lower case, or the place would not have been found.
    from = at + String.fromCodePoint(words.codePointAt(at) ?? 0).length;
  }
  return words.slice(from) === found.slice(from);
}
