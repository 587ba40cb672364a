import type { Token } from "markdown-it";
import type { Heading } from "../markdown/heading-rule.ts";
import type { Place } from "../problem.ts";
import type { BriefMeta } from "./brief-schema.ts";
import type { BriefSection } from "./brief-section.ts";
import type { CitingDocument } from "./citation.ts";
import type { UncitedParagraph } from "./uncited-paragraphs.ts";
import type { UncitedStatement } from "./uncited-statements.ts";

/** An analyst's document, parsed once: what the catalog checks is what gets rendered. */
export interface Brief extends CitingDocument {
  readonly kind: "brief";
  readonly meta: BriefMeta;
  /** Of each of its former names, where it stands. */
  readonly formerNamePlaces: readonly Place[];
  /** The body as markdown-it left it, notes section included; never changed after parsing. */
  readonly tokens: readonly Token[];
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
  /** How many notes it has, of citations and of the author's own. */
  readonly notes: number;
}
