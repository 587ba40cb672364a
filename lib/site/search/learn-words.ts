import type { FoundBy } from "../../core/search/words-of-pages.ts";
import { readPlaces, readWords, type Postings } from "../../core/search/pagefind-files.ts";
import { open, runPagefind, type IndexFiles } from "./run-pagefind.ts";

/** Letters or digits with signs around them, which are no part of any word. */
const simple = /^[!-/:-@[-^`{-~]*(?:([A-Za-z][a-z]*)|(\d+))[!-/:-@[-^`{-~]*$/;

/** The weight of a whole word of plain text, in 24ths. */
const whole = 24;

/**
 * What Pagefind finds each written word by: its stem, and those of its parts. It is asked once for
 * each word that is new, by a page that has all of them, instead of for each place of it.
 */
export class WordsOfLanguage {
  readonly #foundBy = new Map<string, readonly FoundBy[]>();
  /** What Pagefind made, the index of these words left out. */
  files: IndexFiles = new Map();
  readonly #language: string;

  /** @param language in lower case. */
  constructor(language: string) {
    this.#language = language;
  }

  /** @param words different ones, none of which has white space in it. @returns what each is found by, in the same order. */
  async learn(words: Iterable<string>): Promise<(readonly FoundBy[])[]> {
    const bare = new Map<string, string>();
    const unknown = new Set<string>();
    const all = [...words];
    for (const word of all) {
      if (this.#foundBy.has(word)) continue;
      const [, letters, digits] = simple.exec(word) ?? [];
      // A number has no stem but itself.
      if (digits !== undefined) this.#foundBy.set(word, [{ stem: digits, form: undefined, isPart: false }]);
      else if (letters !== undefined) bare.set(word, letters.toLowerCase());
      else unknown.add(word);
    }
    for (const letters of bare.values()) if (!this.#foundBy.has(letters)) unknown.add(letters);
    // What Pagefind makes beside an index is wanted in any case.
    if (unknown.size > 0 || this.files.size === 0) await this.#ask(["a", ...unknown]);
    for (const [word, letters] of bare) this.#foundBy.set(word, this.#foundBy.get(letters) ?? []);
    return all.map((word) => this.#foundBy.get(word) ?? []);
  }

  async #ask(unknown: readonly string[]): Promise<void> {
    const html = `<html lang="${this.#language}"><body><article data-pagefind-body>${unknown.map(escaped).join(" ")} </article></body></html>`;
    const made = await runPagefind([{ address: "/", html }]);
    const found = unknown.map((): { stem: string; form: string | undefined; weight: number }[] => []);
    const note = (stem: string, form: string | undefined, postings: Postings) => {
      if (postings.count === 0) return;
      for (const [weight, at] of readPlaces(postings)) found[at]?.push({ stem, form, weight });
    };
    for (const [path, bytes] of made) {
      if (!path.endsWith(".pf_index")) continue;
      for (const { word, postings, forms } of readWords(open(bytes))) {
        note(word, undefined, postings);
        for (const one of forms) note(word, one.form, one.postings);
      }
    }
    for (const [at, word] of unknown.entries())
      this.#foundBy.set(
        word,
        (found[at] ?? []).map(({ stem, form, weight }) => ({ stem, form, isPart: weight < whole })),
      );
    this.files = new Map([...made].filter(([path]) => !/\.pf_(?:meta|index|filter|fragment)$/.test(path)));
  }
}

function escaped(word: string): string {
  return word.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
