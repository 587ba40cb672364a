/** Beyond ASCII, which every face keeps; as runs of a range, which is many times quicker than by property. */
const beyondAscii = /[\u0080-\uffff]+/g;

/**
 * Characters that files of a site may show, ASCII left out: those that stand in them, and
 * what a browser may draw in their place, letters put together or taken apart (NFC, NFD).
 *
 * Pincite writes no character beyond ASCII as an entity, so what stands in a page is all
 * of it: its text, what its attributes say, and what its scripts write.
 */
export class ShownCharacters {
  readonly #found = new Set<string>();

  add(text: string): void {
    for (const run of text.match(beyondAscii) ?? []) for (const character of run) this.#found.add(character);
  }

  /** In order of their code points, each once. */
  sorted(): readonly string[] {
    const all = [...this.#found].flatMap((one) => Array.from(one + one.normalize("NFC") + one.normalize("NFD")));
    return [...new Set(all)].sort((a, b) => codeOf(a) - codeOf(b));
  }
}

/** The characters of a text beyond ASCII, each once. */
export function charactersIn(text: string): string {
  return [...new Set(text.match(beyondAscii)?.join(""))].join("");
}

export function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The blocks of Arabic letters; as ranges, which is many times quicker than by script. */
const arabicLetter = /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;

export function isArabic(text: string): boolean {
  return arabicLetter.test(text);
}
