import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import type { Place } from "../problem.ts";
import type { FileText } from "../text/file-text.ts";
import { BodyFinder } from "./body-finder.ts";
import type { Passage } from "./passages.ts";

/** Finds where in the file a passage, or a spot in its text, stands. */
export class PassageFinder {
  readonly #makeFinder: () => BodyFinder;
  #finder: BodyFinder | undefined;
  /** The passage that was searched last, and how far. */
  #search: PassageSearch | undefined;

  /** @param bodyLine 0-based line of the file on which the body begins. */
  constructor(file: FileText, bodyLine: number, tokens: readonly Token[]) {
    this.#makeFinder = () => new BodyFinder(file, bodyLine, tokens);
  }

  /**
   * The place of what stands at an offset in a passage's text, markup before it left out;
   * of a row, its first word. What Markdown reads otherwise than the file has it is looked
   * for by its first word; where that fails, the beginning of the block is given.
   *
   * @param offset 0-based, in UTF-16 code units.
   */
  placeOf(passage: Passage, offset: number): Place {
    const finder = (this.#finder ??= this.#makeFinder());
    if (this.#search?.passage !== passage || offset < this.#search.reached) {
      this.#search = new PassageSearch(passage, finder);
    }
    return finder.place(this.#search.find(offset));
  }
}

/** Goes once through the words of a passage, so that many spots in it cost no more than one. */
class PassageSearch {
  readonly passage: Passage;
  /** No offset below this can be found any more. */
  reached = 0;
  readonly #finder: BodyFinder;
  readonly #children: readonly Token[];
  #index = 0;
  #behindTag = false;
  /** Where the words of the current child stand; unknown until they are looked for. */
  #found: { readonly at: number | undefined } | undefined;

  constructor(passage: Passage, finder: BodyFinder) {
    this.passage = passage;
    this.#finder = finder;
    this.#children = passage.inlines.flatMap(({ children }) => children ?? []);
    if (passage.lines) finder.searchLines(passage.lines);
    else finder.searchInlineNote(passage.inlines[0]?.content ?? "");
  }

  /** 0-based offset in the file of what stands at, or next behind, an offset in the passage. */
  find(offset: number): number | undefined {
    for (let child = this.#children[this.#index]; child; child = this.#children[this.#index]) {
      const words = child.type === "text" ? child.content.trimEnd() : "";
      if (words !== "") {
        this.#found ??= { at: this.#findWords(words) };
        const within = Math.max(0, offset - this.reached);
        if (within < words.length) return this.#spot(words, within);
      }
      this.reached += inlineText([child]).length;
      this.#behindTag = child.type === "footnote_ref";
      this.#found = undefined;
      this.#index += 1;
    }
    return undefined;
  }

  #findWords(text: string): number | undefined {
    // The words behind a tag might also stand in it.
    const befores = this.#behindTag ? ["%}", ""] : [""];
    return this.#finder.findAny(befores.map((before) => ({ text, before })));
  }

  #spot(words: string, within: number): number | undefined {
    const rest = words.slice(within).trimStart();
    const at = this.#found?.at;
    return at === undefined ? this.#finder.find(/^\S+/.exec(rest)?.[0] ?? rest) : at + words.length - rest.length;
  }
}
