import { isSpaceless } from "./pdf-characters.ts";

const dense = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const denseSign = new RegExp(String.raw`${dense}[,.;:!?)](?=${dense})`, "gu");
const spacedSign = new RegExp(String.raw`${dense}[,.;:!?)] (?=${dense})`, "gu");
const signAtEnd = new RegExp(String.raw`${dense}[,.;:!?)]$`, "u");

/** Whether nothing stands between two lines of a paragraph in a script without spaces. */
export function isJoinedDensely(first: string, second: string, words: Vocabulary): boolean {
  if (!isSpaceless(second[0] ?? "")) return false;
  return isSpaceless(first.at(-1) ?? "") || (words.isDense && signAtEnd.test(first));
}

/** All words of a document, in lower case, so that a word cut in two can be looked up in it. */
export class Vocabulary {
  readonly #words: ReadonlySet<string>;
  /** Whether scripts without spaces have none behind signs such as commas either. */
  readonly isDense: boolean;

  constructor(lines: readonly string[]) {
    const all = lines.join("\n");
    const count = (pattern: RegExp) => all.match(pattern)?.length ?? 0;
    this.isDense = count(denseSign) >= count(spacedSign);
    this.#words = new Set(lines.flatMap((line, at) => wordsOf(line, hyphenAtEnd.test(lines[at - 1] ?? ""))));
  }

  has(word: string): boolean {
    return this.#words.has(normal(word));
  }
}

export type JoinedLines = { readonly text: string; readonly isCertain: boolean };

/** Beginnings of words that are mostly followed by a hyphen, in English. */
const keptAfter = new Set(["non", "self", "well", "quasi", "cross"]);

const hyphenAtEnd = /([\p{L}\p{M}][\p{L}\p{M}'’]*(?:[-\u2010][\p{L}\p{M}'’]+)*)([-\u2010\u00AD])$/u;

/**
 * Put two lines of a paragraph together. A hyphen at the end of the first is left out or
 * kept as the document writes the word elsewhere; without a model it is left out before a
 * small letter, and said to be uncertain.
 *
 * @param isSpaceless Whether the script puts no spaces between words.
 */
export function joinLines(first: string, second: string, words: Vocabulary, isSpaceless: boolean): JoinedLines {
  const [, head, hyphen] = hyphenAtEnd.exec(first) ?? [];
  const tail = /^[\p{L}\p{M}'’]+(?:[-\u2010][\p{L}\p{M}'’]+)*/u.exec(second)?.[0];
  if (head === undefined || hyphen === undefined || tail === undefined)
    return {
      text: isSpaceless || /[\p{L}\p{Nd}][-\u2010/–—]$/u.test(first) ? first + second : `${first} ${second}`,
      isCertain: true,
    };
  const without = first.slice(0, -1) + second;
  if (hyphen === "\u00AD" || words.has(head + tail)) return { text: without, isCertain: true };
  if (words.has(`${head}-${tail}`)) return { text: first + second, isCertain: true };
  const isCapitals = head.length > 1 && `${head}${tail}` === `${head}${tail}`.toUpperCase();
  if (/^\p{Lu}/u.test(tail) && !isCapitals) return { text: first + second, isCertain: true };
  if (keptAfter.has(normal(head))) return { text: first + second, isCertain: false };
  // Both halves are words, as in a compound that always has its hyphen; or neither, as in a word cut in two.
  const isCompound = words.has(head) && words.has(tail) && head.length > 3 && tail.length > 3;
  return {
    text: isCompound ? first + second : without,
    isCertain: !isCompound && !(words.has(head) && words.has(tail)),
  };
}

/** The words of a line, without the halves of words that are cut in two. */
function wordsOf(line: string, beginsWithHalf: boolean): string[] {
  const whole = line.replace(hyphenAtEnd, "").replace(beginsWithHalf ? /^[\p{L}\p{M}'’]+/u : "", "");
  return Array.from(whole.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’]*(?:[-\u2010][\p{L}\p{M}'’]+)*/gu), ([word]) =>
    normal(word),
  );
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll("\u2010", "-").replaceAll("’", "'");
}
