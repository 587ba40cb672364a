import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import type { Place } from "../problem.ts";
import { isCaption, type Coverage } from "./coverage.ts";
import type { Passage } from "./passages.ts";
import { firstDate, withoutDates, type Stated } from "./stated-dates.ts";
import { statedFigures } from "./stated-figures.ts";

/** A sentence, or rows of a table, that state a figure or a date for which no citation stands. */
export interface UncitedStatement {
  /** What is stated; a sentence that states both is listed for its figure. */
  readonly kind: "figure" | "date";
  /** The first figure or date. */
  readonly words: string;
  /** The sentence, or the first such row with its cells joined by a middle dot. */
  readonly sentence: string;
  /** Rows of the same table of which this can be said; 0 for a sentence. */
  readonly rows: number;
  /** Of the figure or date; of a row, its beginning. */
  readonly place: Place;
}

/** Nothing without one of these states a figure or a date. */
const mayState = /\p{Nd}|illion|per ?cent|lakh|crore/iu;

/**
 * The figures and dates of a brief that no citation covers, in reading order. Besides
 * what {@link Coverage} says, a citation reaches back in its paragraph as far as the
 * last sentence before it that states a figure or date, and no further.
 *
 * @param language BCP 47. @param placeOf the place of a 0-based offset in a passage's text.
 */
export function uncitedStatements(
  passages: readonly Passage[],
  coverage: Coverage,
  language: string,
  placeOf: (passage: Passage, offset: number) => Place,
): UncitedStatement[] {
  const statements: UncitedStatement[] = [];
  const tables = new Map<string, { rows: number }>();
  for (const passage of passages) {
    if (coverage.whole.has(passage) || !mayState.test(passage.text)) continue;
    if (passage.kind === "paragraph" && !isCaption(passage)) {
      for (const { stated, index } of uncitedSentences(passage, coverage, language)) {
        const { kind, words, offset } = stated;
        const sentence = passage.sentences.textOf(index);
        statements.push({ kind, words, sentence, rows: 0, place: placeOf(passage, offset) });
      }
    } else if (passage.kind === "row") {
      const stated = firstStated(withoutRowNumber(withoutCode(passage)), language);
      if (!stated) continue;
      const table = `${stated.kind} ${passage.group}`;
      const known = tables.get(table);
      if (known) known.rows += 1;
      else {
        const { kind, words } = stated;
        const one = { kind, words, sentence: passage.text, rows: 1, place: placeOf(passage, 0) };
        tables.set(table, one);
        statements.push(one);
      }
    }
  }
  return statements;
}

function uncitedSentences(passage: Passage, coverage: Coverage, language: string) {
  const cited = coverage.cited.get(passage);
  const { ends } = passage.sentences;
  const text = withoutCode(passage);
  const uncited: { stated: FirstStated; index: number }[] = [];
  let reached = false;
  for (let index = ends.length - 1; index >= 0; index--) {
    if (cited?.has(index)) {
      reached = true;
      continue;
    }
    const start = ends[index - 1] ?? 0;
    const stated = firstStated(text.slice(start, ends[index]), language);
    if (!stated) continue;
    if (!reached) uncited.push({ stated: { ...stated, offset: start + stated.offset }, index });
    reached = false;
  }
  return uncited.reverse();
}

type FirstStated = Stated & { readonly kind: UncitedStatement["kind"] };

function firstStated(text: string, language: string): FirstStated | undefined {
  if (!mayState.test(text)) return undefined;
  const [figure] = statedFigures(withoutDates(text, language));
  if (figure) return { kind: "figure", ...figure };
  const date = firstDate(text, language);
  return date && { kind: "date", ...date };
}

/** A passage's text with its code blanked; of a paragraph, offsets hold. */
function withoutCode({ text, inlines }: Passage): string {
  if (!inlines.some(({ children }) => children?.some(isCode))) return text;
  const blanked = (child: Token) => (isCode(child) ? " ".repeat(child.content.length) : inlineText([child]));
  return inlines.map(({ children }) => (children ?? []).map(blanked).join("")).join(" · ");
}

function isCode({ type }: Token): boolean {
  return type === "code_inline";
}

/** A first cell that holds a whole number alone says which row it is. */
function withoutRowNumber(row: string): string {
  return row.replace(/^\p{Nd}{1,3}(?= · )/u, " ");
}
