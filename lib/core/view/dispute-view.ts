import type { CitingDocument } from "../brief/citation.ts";
import type { CitedBy } from "../catalog/citing-lists.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import type { ContestedParagraph } from "../evidence/contested-paragraphs.ts";
import type { DisputedClaim } from "../evidence/disputed-claims.ts";
import { arrivalPath, notePath, noterefPath, sourcePath } from "./address.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

/** One note that supports or disputes a claim. */
export interface NoteLinkView {
  readonly note: number;
  readonly url: string;
  readonly source: SourceCard;
  /** As printed: `14.1`, `7–9`. */
  readonly pinpoint: string;
  /** Of the first paragraph it names. */
  readonly paragraphUrl: string;
  readonly remark: string;
}

export interface DisputedView {
  readonly documentTitle: string;
  readonly language: string;
  /** Empty where the disputing paragraph itself is set. */
  readonly sentence: string;
  /** Where it stands in the document. */
  readonly url: string;
  readonly disputing: readonly NoteLinkView[];
  readonly supporting: readonly NoteLinkView[];
}

/** A claim for which a contested paragraph is cited. */
export interface MentionOfParagraph {
  readonly documentTitle: string;
  readonly language: string;
  readonly sentence: string;
  readonly note: number;
  readonly url: string;
}

export interface ContestedView {
  readonly source: SourceCard;
  readonly label: string;
  readonly url: string;
  readonly supporting: readonly MentionOfParagraph[];
  readonly disputing: readonly MentionOfParagraph[];
}

/** @param language of the page that shows it, for dates; so below. */
export function disputedView(claim: DisputedClaim, language: string): DisputedView {
  const { document, sentence, disputing, supporting } = claim;
  const links = (all: readonly VerifiedCitation[]) => all.map((one) => noteLink(document, one, language));
  const [first] = disputing;
  return {
    documentTitle: document.title,
    language: document.language,
    sentence,
    url: first ? noterefPath(document, first.citation.note, first.citation.mention) : document.url,
    disputing: links(disputing),
    supporting: links(supporting),
  };
}

export function contestedView(contested: ContestedParagraph, language: string): ContestedView {
  const { source, paragraph, supporting, disputing } = contested;
  const [first] = disputing;
  return {
    source: sourceCard(source, language),
    label: paragraph.label,
    url: first ? arrivalPath(source, paragraph, first.document, first.verified.citation.note) : sourcePath(source),
    supporting: supporting.map(mentionOf),
    disputing: disputing.map(mentionOf),
  };
}

function noteLink(document: CitingDocument, verified: VerifiedCitation, language: string): NoteLinkView {
  const { citation, source, parts, paragraphs } = verified;
  const [first] = paragraphs;
  return {
    note: citation.note,
    url: notePath(document, citation.note),
    source: sourceCard(source, language),
    pinpoint: parts.map(({ from, to }) => (to ? `${from.label}–${to.label}` : from.label)).join(", "),
    paragraphUrl: first ? arrivalPath(source, first, document, citation.note) : sourcePath(source),
    remark: citation.request.remark ?? "",
  };
}

function mentionOf({ document, verified }: CitedBy): MentionOfParagraph {
  const { note, mention, sentence } = verified.citation;
  return {
    documentTitle: document.title,
    language: document.language,
    sentence,
    note,
    url: noterefPath(document, note, mention),
  };
}
