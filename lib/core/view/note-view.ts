import type { CitingDocument } from "../brief/citation.ts";
import type { VerifiedCitation, Verification } from "../catalog/check-citation.ts";
import { quotedSentence, type SentencePart } from "../catalog/quoted-sentence.ts";
import { remembered } from "../remembered.ts";
import type { Paragraph } from "../source/source.ts";
import type { Relation } from "../tags/relation.ts";
import { openingWords } from "../text/sentence.ts";
import { arrivalPath } from "./address.ts";
import type { NamingView } from "./naming-view.ts";
import { citedPages, originalAddress, type CitedPages } from "./cited-pages.ts";
import type { Proof } from "./proof.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

export interface PinpointLink {
  readonly label: string;
  readonly url: string;
}

/** What a note shows of the citation it stands for. */
export interface NoteView {
  readonly number: number;
  readonly source: SourceCard;
  readonly naming: NamingView;
  /** One or two links a part: a paragraph, or a range's first and last. */
  readonly pinpoint: readonly (readonly PinpointLink[])[];
  readonly plural: boolean;
  /** Where the source tells the pages of the original. */
  readonly pages: CitedPages;
  /** Address of the original, at the page cited where that is known; empty when unknown. */
  readonly original: string;
  /** Where the paragraph first cited stands on another site; empty for a source of the site's own. */
  readonly elsewhere: string;
  readonly relation: Relation;
  readonly verification: Verification;
  /** The words quoted, or else the paragraph's first words; empty when nothing may be shown. */
  readonly words: string;
  readonly isQuotation: boolean;
  /** What a quotation leaves of its sentences, beside its words; empty when nothing, or nothing may be shown. */
  readonly sentence: readonly SentencePart[];
  readonly remark: string;
  /** Warnings on the cited paragraphs themselves. */
  readonly notices: readonly string[];
  readonly proof?: Proof;
}

/** Longest opening of a paragraph that a note shows, in characters. */
const openingLength = 160;

const openingOf = remembered(({ text }: Paragraph) => openingWords(text, openingLength));

/** @param language of the page that shows it. */
export function noteView(
  document: CitingDocument,
  verified: VerifiedCitation,
  language: string,
  naming: NamingView,
  proof?: Proof,
): NoteView {
  const { citation, source, parts, paragraphs, verification, quoted } = verified;
  const { request } = citation;
  const link = (paragraph: Paragraph): PinpointLink => ({
    label: paragraph.label,
    url: arrivalPath(source, paragraph, document, citation.note),
  });
  const [first] = paragraphs;
  const withheld = source.meta.rights === "metadata-only";
  const shown = request.quotation?.text ?? (first ? openingOf(first) : "");
  return {
    number: citation.note,
    source: sourceCard(source, language),
    naming,
    pinpoint: parts.map(({ from, to }) => (to ? [link(from), link(to)] : [link(from)])),
    plural: paragraphs.length > 1,
    pages: citedPages(parts),
    original: originalAddress(source, first),
    elsewhere: first?.elsewhere?.address ?? "",
    relation: request.relation,
    verification,
    words: withheld ? "" : shown,
    isQuotation: request.quotation !== undefined,
    sentence: quoted && !withheld ? quotedSentence(quoted, source.meta.language) : [],
    remark: request.remark ?? "",
    notices: paragraphs.flatMap((paragraph) => paragraph.notice ?? []),
    ...(proof && { proof }),
  };
}
