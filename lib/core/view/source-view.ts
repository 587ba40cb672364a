import type { CitingDocument } from "../brief/citation.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { CitedBy } from "../catalog/citing-lists.ts";
import type { Paragraph, Source, SourceBlock, SourceHeading } from "../source/source.ts";
import type { Relation } from "../tags/relation.ts";
import { formatDate } from "../text/date.ts";
import { arrivalId, formerArrivalIds, notePath, noterefPath, sourcePath, withFragment } from "./address.ts";
import { placeInOriginal } from "./cited-pages.ts";
import { citingRelations, type CitingRelation } from "./citing-relations.ts";
import { paragraphAddresses, type ParagraphAddresses } from "./paragraph-addresses.ts";
import { paragraphsOnPage, shownParagraphs } from "./shown-paragraphs.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";
import { sourceDetails, type SourceDetail } from "./source-details.ts";
import { sourceHistory, type HistoryView } from "./source-history.ts";
import { besideLinks, isForeign, languageVersions, type BesideLink, type LanguageVersion } from "./translations.ts";

/** A note that cites a paragraph, seen from the paragraph. */
export interface CitedByView {
  readonly arrivalId: string;
  /** Ids it had when the document had other names. */
  readonly formerArrivalIds: readonly string[];
  readonly documentTitle: string;
  readonly documentLanguage: string;
  /** Whether the document that cites it has been withdrawn. */
  readonly isWithdrawn: boolean;
  readonly note: number;
  readonly noteUrl: string;
  readonly relation: Relation;
  readonly mentions: readonly MentionView[];
}

/** Where a document mentions a note. */
export interface MentionView {
  /** The sentence it supports; empty where the paragraph itself is set. */
  readonly text: string;
  readonly url: string;
  /** Whether the paragraph itself is set there, in full. */
  readonly transcluded: boolean;
}

export interface ParagraphView {
  /** 1-based, among all paragraphs of the source. */
  readonly position: number;
  readonly label: string;
  readonly anchor: string;
  /** Ids under which it was published before, so that they lead on. */
  readonly formerAnchors: readonly string[];
  readonly url: string;
  readonly kind: Paragraph["kind"];
  readonly marker: string;
  /** Lists around that of an item; 5 at most, for style sheets. */
  readonly depth: number;
  /** Of the original, as it is printed there; empty when unknown. */
  readonly page: string;
  /** Where in the original it stands; empty when no place in it is known. */
  readonly original: string;
  /** Safe HTML; empty when the text may not be shown. */
  readonly html: string;
  readonly notice: string;
  readonly citedBy: readonly CitedByView[];
}

/** An address that was published, and whose words are gone. */
export interface GoneView {
  readonly label: string;
  readonly anchor: string;
  /** As it was cited; empty when nothing may be shown. */
  readonly text: string;
  readonly acceptedText: string;
  readonly goneText: string;
}

/** What stands on a source's page, in order; a gap is a number of paragraphs not shown. */
export type SourceBlockView =
  | { readonly heading: SourceHeading; readonly level: number }
  | { readonly paragraph: ParagraphView }
  | { readonly gap: number };

export interface SourceView extends SourceCard {
  /** Whether its words are somebody else's, whose own page search engines should lead to. */
  readonly isForeign: boolean;
  /** Whether there is its bibliographic record and no paragraph of it. */
  readonly isRecord: boolean;
  readonly numbering: "official" | "ours";
  readonly details: readonly SourceDetail[];
  readonly note: string;
  readonly seeAlso: readonly string[];
  readonly blocks: readonly SourceBlockView[];
  readonly gone: readonly GoneView[];
  /** Newest first. */
  readonly history: readonly HistoryView[];
  readonly year: string;
  /** How many notes cite it. */
  readonly citations: number;
  readonly relations: readonly CitingRelation[];
  /** Pages that hold the same in some language, its own among them; none where there is only the one. */
  readonly languages: readonly LanguageVersion[];
  readonly beside: readonly BesideLink[];
}

const deepestShown = 5;

/** @param language of the page that shows it. */
export function sourceView(catalog: Catalog, source: Source, language: string): SourceView {
  const card = sourceCard(source, language);
  const shown = shownParagraphs(catalog, source);
  const onPage = paragraphsOnPage(catalog, source);
  const addresses = paragraphAddresses(catalog, source);
  const blocks = source.blocks.map((block) => blockView(catalog, source, block, { shown, onPage, addresses }));
  const isShown = (label: string): boolean => {
    const paragraph = source.byLabel.get(label);
    return paragraph !== undefined && shown(paragraph);
  };
  return {
    ...card,
    isForeign: isForeign(source),
    languages: languageVersions(catalog, source),
    isRecord: source.paragraphs.length === 0,
    numbering: source.meta.numbering,
    details: sourceDetails(source, language),
    note: source.meta.note ?? "",
    seeAlso: source.meta.seeAlso,
    blocks: joinGaps(source.elsewhere ? withoutEmptySections(blocks) : blocks),
    gone: addresses.gone.map(({ id, label, entry }) => ({
      label,
      anchor: id,
      text: source.meta.rights === "metadata-only" ? "" : entry.text,
      acceptedText: formatDate(entry.accepted, language),
      goneText: formatDate(entry.gone, language),
    })),
    history: sourceHistory(catalog, source, addresses, isShown, language),
    year: source.meta.issued?.slice(0, 4) ?? "",
    citations: countNotes(catalog, source),
    relations: citingRelations(catalog, source),
    beside: besideLinks(catalog, source, language),
  };
}

/** How many notes, over all documents, cite a source. */
export function countNotes(catalog: Catalog, source: Source): number {
  const notes = new Set<string>();
  for (const paragraph of source.paragraphs) {
    for (const { document, verified } of catalog.citedBy.get(paragraph) ?? []) {
      notes.add(`${document.kind} ${document.name} ${verified.citation.note}`);
    }
  }
  return notes.size;
}

interface Placing {
  readonly shown: (paragraph: Paragraph) => boolean;
  readonly onPage: (paragraph: Paragraph) => boolean;
  readonly addresses: ParagraphAddresses;
}

function blockView(
  catalog: Catalog,
  source: Source,
  block: SourceBlock,
  { shown, onPage, addresses }: Placing,
): SourceBlockView {
  if ("heading" in block) {
    if (source.meta.rights === "metadata-only") return { gap: 0 };
    // The page's title is the first level; HTML has six.
    return { heading: block.heading, level: Math.min(block.heading.depth + 1, 6) };
  }
  const { paragraph } = block;
  const citedBy = catalog.citedBy.get(paragraph) ?? [];
  const visible = shown(paragraph);
  if (!onPage(paragraph)) return { gap: 1 };
  const anchor = addresses.idOf(paragraph);
  return {
    paragraph: {
      position: paragraph.position,
      label: paragraph.label,
      anchor,
      formerAnchors: addresses.formerIdsOf(paragraph),
      url: withFragment(sourcePath(source), anchor),
      kind: paragraph.kind,
      marker: paragraph.marker,
      depth: Math.min(paragraph.depth ?? 0, deepestShown),
      page: paragraph.page ?? "",
      original: paragraph.elsewhere?.address ?? placeInOriginal(source, paragraph, visible),
      html: visible ? paragraph.html : "",
      notice: paragraph.notice ?? "",
      citedBy: citedByViews(paragraph, citedBy),
    },
  };
}

function citedByViews(paragraph: Paragraph, citedBy: readonly CitedBy[]): CitedByView[] {
  const byNote = new Map<string, CitedByView & { mentions: MentionView[] }>();
  for (const { document, verified } of citedBy) {
    const { note, mention, sentence, request, transcluded } = verified.citation;
    const id = arrivalId(paragraph, document, note);
    const entry = byNote.get(id) ?? {
      ...citedByStart(id, document, note),
      formerArrivalIds: formerArrivalIds(paragraph, document, note),
      relation: request.relation,
      mentions: [],
    };
    entry.mentions.push({ text: sentence, url: noterefPath(document, note, mention), transcluded });
    byNote.set(id, entry);
  }
  return [...byNote.values()];
}

function citedByStart(id: string, document: CitingDocument, note: number) {
  return {
    arrivalId: id,
    documentTitle: document.title,
    documentLanguage: document.language,
    isWithdrawn: document.isWithdrawn,
    note,
    noteUrl: notePath(document, note),
  };
}

/** Of another site's source a few paragraphs are shown: a heading stands here where one of them is below it. */
function withoutEmptySections(blocks: readonly SourceBlockView[]): SourceBlockView[] {
  // Going backwards: a heading is wanted that is higher than what was kept last.
  let wanted = 0;
  const kept = blocks.toReversed().filter((block) => {
    if ("paragraph" in block) wanted = Infinity;
    if (!("heading" in block)) return true;
    const isWanted = block.level < wanted;
    if (isWanted) wanted = block.level;
    return isWanted;
  });
  return kept.reverse();
}

function joinGaps(blocks: readonly SourceBlockView[]): SourceBlockView[] {
  const joined: SourceBlockView[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if ("gap" in block && last && "gap" in last) joined[joined.length - 1] = { gap: last.gap + block.gap };
    else joined.push(block);
  }
  return joined.filter((block) => !("gap" in block) || block.gap > 0);
}
