import { unspaced } from "../anchoring/words.ts";
import { foldCharacter, foldLetters } from "./fold-letters.ts";

/** A word of a text as it is looked for, and where it stands: 0-based offsets, the end not included. */
export interface FoundWord {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const noWords = /[^\p{L}\p{N}]+/gu;
const noAsciiWords = /[^a-z0-9]+/g;
const unspacedCharacters = new RegExp(unspaced.source, "gu");

/**
 * The form in which words are looked for: letters and digits as {@link foldLetters} gives
 * them, each word with a space before and behind it, such as ` the right to asylum `. What is
 * no letter or digit parts words; in scripts without spaces each character is a word.
 *
 * @returns one space when the text has no word.
 */
export function findForm(text: string): string {
  return formOfFolded(foldLetters(text));
}

/** The same, of a text that is folded already. */
export function formOfFolded(folded: string): string {
  const isAscii = !/[^\x00-\x7F]/.test(folded);
  if (isAscii) return ` ${folded} `.replace(noAsciiWords, " ");
  const parted = unspaced.test(folded) ? folded.replace(unspacedCharacters, " $& ") : folded;
  return ` ${parted} `.replace(noWords, " ");
}

/** The words of {@link findForm} one by one, with their places. */
export function findWordsOf(text: string): FoundWord[] {
  const words: FoundWord[] = [];
  let open: { form: string; start: number; end: number } | undefined;
  const close = () => {
    if (open) words.push(open);
    open = undefined;
  };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const letter of foldCharacter(character)) {
      const isAlone = unspaced.test(letter);
      if (isAlone || !/[\p{L}\p{N}]/u.test(letter)) close();
      if (isAlone) words.push({ form: letter, start: at, end });
      else if (/[\p{L}\p{N}]/u.test(letter))
        open = { form: (open?.form ?? "") + letter, start: open?.start ?? at, end };
    }
    // A mark belongs to what is before it.
    if (open && foldCharacter(character) === "") open.end = end;
    at = end;
  }
  close();
  return words;
}
