import type { CitingDocument } from "../brief/citation.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { directionOf, type Direction } from "../text/language.ts";
import { arrivalPath } from "./address.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

/** A paragraph or range set in a document as it stands in its source. */
export interface QuotationView {
  readonly source: SourceCard;
  readonly language: string;
  readonly direction: Direction;
  /** Of the document it is set in. */
  readonly documentDirection: Direction;
  /** Safe HTML of the paragraphs, in order. */
  readonly paragraphs: readonly string[];
  /** As printed: `14.1`, `7–9`. */
  readonly pinpoint: string;
  readonly plural: boolean;
  readonly url: string;
  /** Safe HTML of the mark of its note. */
  readonly noteref: string;
}

export function quotationView(
  document: CitingDocument,
  verified: VerifiedCitation,
  noteref: string,
  language: string,
): QuotationView {
  const { source, parts, paragraphs, citation } = verified;
  const [first] = paragraphs;
  return {
    source: sourceCard(source, language),
    language: source.meta.language,
    direction: source.direction,
    documentDirection: directionOf(language),
    paragraphs: paragraphs.map((paragraph) => paragraph.html),
    pinpoint: parts.map(({ from, to }) => (to ? `${from.label}–${to.label}` : from.label)).join(", "),
    plural: paragraphs.length > 1,
    url: first ? arrivalPath(source, first, document, citation.note) : "",
    noteref,
  };
}
