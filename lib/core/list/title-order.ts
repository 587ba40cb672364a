/** How titles are ordered and grouped for readers of one language. */
export interface TitleOrder {
  readonly compare: (a: string, b: string) => number;
  /** The letters under which titles stand, each title's by its place; the titles are in order. */
  readonly lettersOf: (titles: readonly string[]) => string[];
}

/** What titles stand under that begin with no letter. */
const noLetter = "0–9";

/**
 * The order that an index of the language has: word by word, case counting for little and the
 * quotation mark before a title for nothing, numbers by their value.
 *
 * @param language BCP 47.
 */
export function titleOrder(language: string): TitleOrder {
  const titles = new Intl.Collator(language, { numeric: true });
  const letters = new Intl.Collator(language, { sensitivity: "base" });
  return {
    compare: (a, b) => titles.compare(fromFirstWord(a), fromFirstWord(b)),
    lettersOf: (all) => {
      let last = "";
      return all.map((title) => {
        const letter = firstLetter(title, language);
        if (last !== "" && letters.compare(letter, last) === 0) return last;
        // É stands under E in French, and Å under a letter of its own in Swedish: the language decides.
        const plain = letter.normalize("NFD").replace(/\p{M}/gu, "");
        last = letters.compare(letter, plain) === 0 ? plain : letter;
        return last;
      });
    },
  };
}

function firstLetter(title: string, language: string): string {
  const [first = ""] = fromFirstWord(title);
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase(language) : noLetter;
}

function fromFirstWord(title: string): string {
  return title.replace(/^[\p{P}\p{Z}\p{M}]+/u, "");
}
