import type { Token } from "markdown-it";
import type { ChartMeta } from "../markdown/chart-rule.ts";
import type { Heading } from "../markdown/heading-rule.ts";
import type { Place } from "../problem.ts";
import type { Confidence } from "../text/brief-words.ts";
import type { BriefMeta } from "./brief-schema.ts";
import type { BriefSection } from "./brief-section.ts";
import type { CitingDocument } from "./citation.ts";
import type { UncitedParagraph } from "./uncited-paragraphs.ts";
import type { UncitedStatement } from "./uncited-statements.ts";

/** A word that a brief refers to the glossary. */
export interface WrittenTerm {
  readonly name: string;
  readonly place: Place;
}

/** An analyst's document, parsed once: what the catalog checks is what gets rendered. */
export interface Brief extends CitingDocument {
  readonly kind: "brief";
  readonly meta: BriefMeta;
  /** Of each of its former names, where it stands. */
  readonly formerNamePlaces: readonly Place[];
  /**
   * The body as markdown-it left it, notes section included; never changed after parsing.
   * A call may parse it again: see `tokensOf`.
   */
  readonly tokens: () => readonly Token[];
  /** 0-based line of the file on which the body begins, from which tokens count theirs. */
  readonly bodyLine: number;
  readonly headings: readonly Heading[];
  /** In reading order; none when the body is empty. */
  readonly sections: readonly BriefSection[];
  readonly uncitedStatements: readonly UncitedStatement[];
  readonly uncitedParagraphs: readonly UncitedParagraph[];
  /** Of each of `meta.answers`, where it stands. */
  readonly answerPlaces: readonly Place[];
  /** Words of the body, notes left out. */
  readonly words: number;
  /** In reading order, with the numbers of their figures. */
  readonly charts: readonly ChartMeta[];
  /** Names of the images it shows, files of its own folder. */
  readonly images: readonly string[];
  /** References to the glossary, in reading order. */
  readonly terms: readonly WrittenTerm[];
  /** How often the author says how sure the brief is of a statement, by level. */
  readonly confidence: Readonly<Record<Confidence, number>>;
  /** How many notes it has, of citations and of the author's own. */
  readonly notes: number;
}
