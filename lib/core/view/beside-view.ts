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
  /**
   * In the order of the original; what only the translation has stands where it has it. Many
   * labels in a row that stand on one side only are left out, as a number of paragraphs.
   */
  readonly rows: readonly (BesideRow | { readonly gap: number })[];
}

/** So many labels in a row may stand on one side only before they are left out. */
const mostAlone = 3;

type Pair = Omit<BesideRow, "headings">;
type BesideRuns = readonly (Pair | { readonly gap: number })[];

/** An original and its translation, label for label. @param language of the page that shows it. */
export function besideView(catalog: Catalog, pair: TranslationPair, language: string): BesideView {
  const ofOriginal = shownIn(sourceView(catalog, pair.original, language).blocks);
  const ofTranslation = shownIn(sourceView(catalog, pair.translation, language).blocks);
  return {
    original: sourceCard(pair.original, language),
    translation: sourceCard(pair.translation, language),
    rows: withHeadings(withoutLongRuns(alignLabels(ofOriginal, ofTranslation)), pair),
  };
}

/** Paragraphs whose words are shown. */
function shownIn(blocks: readonly SourceBlockView[]): ParagraphView[] {
  return blocks.flatMap((block) => ("paragraph" in block && block.paragraph.html !== "" ? [block.paragraph] : []));
}

function alignLabels(ofOriginal: readonly ParagraphView[], ofTranslation: readonly ParagraphView[]): Pair[] {
  const shared = new Set(ofOriginal.map(({ label }) => label));
  const byLabel = new Map(ofTranslation.map((paragraph) => [paragraph.label, paragraph]));
  /** What only the translation has, by the shared label before it. */
  const extra = new Map<string, Pair[]>();
  let before = "";
  for (const translation of ofTranslation) {
    if (shared.has(translation.label)) before = translation.label;
    else extra.set(before, [...(extra.get(before) ?? []), { translation }]);
  }
  return [
    ...(extra.get("") ?? []),
    ...ofOriginal.flatMap((original): Pair[] => {
      const translation = byLabel.get(original.label);
      return [{ original, ...(translation && { translation }) }, ...(extra.get(original.label) ?? [])];
    }),
  ];
}

function withoutLongRuns(rows: readonly Pair[]): BesideRuns {
  const runs: Pair[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0] && isAlone(run[0]) === isAlone(row)) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run): BesideRuns =>
    run.length > mostAlone && run.every(isAlone) ? [{ gap: run.length }] : run,
  );
}

function isAlone({ original, translation }: Pair): boolean {
  return original === undefined || translation === undefined;
}

/** Above each row the headings that it does not share with the row shown before it on the same side. */
function withHeadings(rows: BesideRuns, pair: TranslationPair): BesideView["rows"] {
  const above = { original: [] as readonly string[], translation: [] as readonly string[] };
  const newOn = (side: "original" | "translation", paragraph: ParagraphView | undefined): readonly string[] => {
    if (!paragraph) return [];
    const path = pair[side].byLabel.get(paragraph.label)?.headings ?? [];
    const same = path.findIndex((text, at) => text !== above[side][at]);
    above[side] = path;
    return path.map((text, at) => (same >= 0 && at >= same ? text : ""));
  };
  return rows.map((row) => {
    if ("gap" in row) return row;
    const ours = newOn("original", row.original);
    const theirs = newOn("translation", row.translation);
    // The page's title is the first level; HTML has six.
    const headings = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, at) => ({
      level: Math.min(at + 2, 6),
      original: ours[at] ?? "",
      translation: theirs[at] ?? "",
    }));
    return { ...row, headings: headings.filter((one) => one.original !== "" || one.translation !== "") };
  });
}
