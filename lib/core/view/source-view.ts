import type { CitingDocument } from "../brief/citation.ts";
import type { Catalog, CitedBy } from "../catalog/catalog.ts";
import { paragraphAnchor } from "../label.ts";
import type { Paragraph, Source, SourceBlock, SourceHeading } from "../source/source.ts";
import type { Relation } from "../tags/relation.ts";
import { formatDate } from "../text/date.ts";
import { printName } from "../front-matter/fields.ts";
import { arrivalId, notePath, noterefPath, paragraphPath } from "./address.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

/** A note that cites a paragraph, seen from the paragraph. */
export interface CitedByView {
  readonly arrivalId: string;
  readonly documentTitle: string;
  readonly documentLanguage: string;
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
  readonly label: string;
  readonly anchor: string;
  readonly url: string;
  readonly kind: Paragraph["kind"];
  readonly marker: string;
  /** Safe HTML; empty when the text may not be shown. */
  readonly html: string;
  readonly notice: string;
  readonly citedBy: readonly CitedByView[];
}

/** What stands on a source's page, in order; a gap is a number of paragraphs not shown. */
export type SourceBlockView =
  | { readonly heading: SourceHeading; readonly level: number }
  | { readonly paragraph: ParagraphView }
  | { readonly gap: number };

export interface SourceView extends SourceCard {
  readonly numbering: "official" | "ours";
  readonly details: readonly { readonly name: string; readonly text: string; readonly href: string }[];
  readonly note: string;
  readonly seeAlso: readonly string[];
  readonly blocks: readonly SourceBlockView[];
  readonly year: string;
  /** How many notes cite it. */
  readonly citations: number;
}

/** How many paragraphs on either side of a cited one an excerpt shows. */
const excerptNeighbours = 1;

/** @param language of the page that shows it. */
export function sourceView(catalog: Catalog, source: Source, language: string): SourceView {
  const card = sourceCard(source, language);
  const shown = shownParagraphs(catalog, source);
  const blocks = source.blocks.map((block) => blockView(catalog, source, block, shown));
  return {
    ...card,
    numbering: source.meta.numbering,
    details: details(source, language),
    note: source.meta.note ?? "",
    seeAlso: source.meta.seeAlso,
    blocks: joinGaps(blocks),
    year: source.meta.issued?.slice(0, 4) ?? "",
    citations: countNotes(catalog, source),
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

function shownParagraphs(catalog: Catalog, source: Source): (paragraph: Paragraph) => boolean {
  if (source.meta.rights === "metadata-only") return () => false;
  if (source.meta.rights !== "excerpt") return () => true;
  const cited = source.paragraphs.filter((paragraph) => catalog.citedBy.has(paragraph));
  const positions = new Set<number>();
  for (const { position } of cited) {
    for (let near = position - excerptNeighbours; near <= position + excerptNeighbours; near++) positions.add(near);
  }
  return (paragraph) => positions.has(paragraph.position);
}

function blockView(
  catalog: Catalog,
  source: Source,
  block: SourceBlock,
  shown: (paragraph: Paragraph) => boolean,
): SourceBlockView {
  if ("heading" in block) {
    if (source.meta.rights === "metadata-only") return { gap: 0 };
    // The page's title is the first level; HTML has six.
    return { heading: block.heading, level: Math.min(block.heading.depth + 1, 6) };
  }
  const { paragraph } = block;
  const citedBy = catalog.citedBy.get(paragraph) ?? [];
  const visible = shown(paragraph);
  // A cited paragraph keeps its address even when its words may not be shown.
  if (!visible && citedBy.length === 0) return { gap: 1 };
  return {
    paragraph: {
      label: paragraph.label,
      anchor: paragraphAnchor(paragraph.label),
      url: paragraphPath(source, paragraph),
      kind: paragraph.kind,
      marker: paragraph.marker,
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
    const entry = byNote.get(id) ?? { ...citedByStart(id, document, note), relation: request.relation, mentions: [] };
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
    note,
    noteUrl: notePath(document, note),
  };
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

/** Bibliographic details in a fixed order; `name` is a key of the interface strings. */
function details(source: Source, language: string): SourceView["details"] {
  const { meta } = source;
  const rows: [name: string, text: string | undefined, href?: string | undefined][] = [
    ["author", meta.author?.map(printName).join(", ")],
    ["issued", meta.issued === undefined ? undefined : formatDate(meta.issued, language)],
    ["publisher", meta.publisher],
    ["container", meta["container-title"]],
    ["number", meta.number],
    ["genre", meta.genre],
    ["original", meta.URL, meta.URL],
    ["accessed", meta.accessed === undefined ? undefined : formatDate(meta.accessed, language)],
    ["license", meta.license],
    ["permission", meta.permission],
  ];
  return rows.flatMap(([name, text, href]) => (text === undefined ? [] : [{ name, text, href: href ?? "" }]));
}
