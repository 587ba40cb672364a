import type { Catalog } from "../catalog/catalog.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";
import { sourceView, type ParagraphView, type SourceBlockView } from "./source-view.ts";
import type { TranslationPair } from "./translations.ts";

/** A heading on both sides; empty on a side that has none there. */
export interface BesideHeading {
  readonly level: number;
  readonly original: string;
  readonly translation: string;
}

/** One label: the headings above it, and its paragraphs; undefined on a side that does not show it. */
export interface BesideRow {
  readonly headings: readonly BesideHeading[];
  readonly original?: ParagraphView;
  readonly translation?: ParagraphView;
}

export interface BesideView {
  readonly original: SourceCard;
  readonly translation: SourceCard;
  /** In the order of the original; what only the translation has stands where it has it. */
  readonly rows: readonly BesideRow[];
}

interface Entry {
  readonly paragraph: ParagraphView;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
}

/** An original and its translation, label for label. @param language of the page that shows it. */
export function besideView(catalog: Catalog, pair: TranslationPair, language: string): BesideView {
  const ofOriginal = entriesOf(sourceView(catalog, pair.original, language).blocks);
  const ofTranslation = entriesOf(sourceView(catalog, pair.translation, language).blocks);
  const shared = new Set(ofOriginal.map(({ paragraph }) => paragraph.label));
  const byLabel = new Map<string, Entry>();
  /** What only the translation has, by the shared label before it. */
  const extra = new Map<string, Entry[]>();
  let before = "";
  for (const entry of ofTranslation) {
    const { label } = entry.paragraph;
    if (shared.has(label)) {
      byLabel.set(label, entry);
      before = label;
    } else extra.set(before, [...(extra.get(before) ?? []), entry]);
  }
  const extraAfter = (label: string) => (extra.get(label) ?? []).map((entry) => rowOf(undefined, entry));
  return {
    original: sourceCard(pair.original, language),
    translation: sourceCard(pair.translation, language),
    rows: [
      ...extraAfter(""),
      ...ofOriginal.flatMap((entry) => [
        rowOf(entry, byLabel.get(entry.paragraph.label)),
        ...extraAfter(entry.paragraph.label),
      ]),
    ],
  };
}

/** Paragraphs whose words are shown, each with the headings between it and the one before. */
function entriesOf(blocks: readonly SourceBlockView[]): Entry[] {
  const entries: Entry[] = [];
  let headings: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if ("heading" in block) headings.push({ level: block.level, text: block.heading.text });
    else if ("paragraph" in block && block.paragraph.html !== "") {
      entries.push({ paragraph: block.paragraph, headings });
      headings = [];
    }
  }
  return entries;
}

function rowOf(original: Entry | undefined, translation: Entry | undefined): BesideRow {
  const ours = original?.headings ?? [];
  const theirs = translation?.headings ?? [];
  const longer = ours.length >= theirs.length ? ours : theirs;
  return {
    headings: longer.map(({ level }, at) => ({
      level,
      original: ours[at]?.text ?? "",
      translation: theirs[at]?.text ?? "",
    })),
    ...(original && { original: original.paragraph }),
    ...(translation && { translation: translation.paragraph }),
  };
}
