import { labelAdvice, ordinalLabel, readLabel } from "../label.ts";
import type { Place, Problem } from "../problem.ts";
import { shorten } from "../text/shorten.ts";
import { pageAdvice, readPageLocator } from "./page-locator.ts";
import type { SourceMeta } from "./source-schema.ts";
import type { Paragraph, SourceBlock, SourceHeading } from "./source.ts";

/** A block as read, before it has its label. */
export interface UnlabelledBlock {
  readonly kind: Paragraph["kind"];
  readonly marker: string;
  readonly text: string;
  readonly html: string;
  readonly place: Place;
  /** 0 for the items of an outermost list. */
  readonly depth?: number;
  /** The label written in the source, unchecked, and where. */
  readonly written?: { readonly text: string; readonly place: Place };
  /** The page written in the source, unchecked, and where. */
  readonly writtenPage?: { readonly text: string; readonly place: Place };
}

export type UnlabelledContent = { readonly heading: SourceHeading } | { readonly block: UnlabelledBlock };

export interface NumberedBlocks {
  readonly blocks: readonly SourceBlock[];
  readonly paragraphs: readonly Paragraph[];
  readonly byLabel: ReadonlyMap<string, Paragraph>;
  readonly problems: readonly Problem[];
}

/**
 * Label a source's blocks in reading order: the written label, or else the block's
 * position, in which blocks with labels of their own count too. Headings have no label;
 * they make up the path of what follows. Labels depend on the text alone.
 */
export function numberBlocks(
  content: readonly UnlabelledContent[],
  meta: Pick<SourceMeta, "numbering" | "paragraphs">,
): NumberedBlocks {
  const blocks: SourceBlock[] = [];
  const paragraphs: Paragraph[] = [];
  const byLabel = new Map<string, Paragraph>();
  const problems: Problem[] = [];
  const path: SourceHeading[] = [];
  const remarks = new Map(Object.entries(meta.paragraphs ?? {}));
  for (const item of content) {
    if ("heading" in item) {
      while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= item.heading.depth) path.pop();
      path.push(item.heading);
      blocks.push(item);
      continue;
    }
    const { written, writtenPage, depth = 0, ...block } = item.block;
    const position = paragraphs.length + 1;
    if (!written && meta.numbering === "official") {
      const message = `Paragraph ${position} has no label, yet the numbering is official. Write its number at its end, such as {#${position}}, or set numbering: ours.`;
      problems.push({ place: block.place, rule: "label-official", message });
    }
    const label = written ? readLabel(written.text) : ordinalLabel(position);
    if (written && label === undefined) {
      const message = `"${shorten(written.text)}" is not a label. Write ${labelAdvice}, such as {#14.1}.`;
      problems.push({ place: written.place, rule: "label-valid", message });
    }
    const locator = writtenPage && readPageLocator(writtenPage.text);
    if (writtenPage && !locator) {
      const message = `"${shorten(writtenPage.text)}" is not the number of a page. Write ${pageAdvice}.`;
      problems.push({ place: writtenPage.place, rule: "page-valid", message });
    }
    const remark = remarks.get(label ?? "");
    const paragraph: Paragraph = {
      ...block,
      label: label ?? ordinalLabel(position),
      position,
      headings: path.map((heading) => heading.text),
      ...(depth > 0 && { depth }),
      ...locator,
      ...(remark?.notice !== undefined && { notice: remark.notice }),
      ...(remark?.uses !== undefined && { uses: remark.uses }),
    };
    const first = byLabel.get(paragraph.label);
    if (first) {
      const message = `The label "${paragraph.label}" already names the paragraph at line ${first.place.line}. Give this one another.`;
      problems.push({ place: written?.place ?? block.place, rule: "label-unique", message });
    } else byLabel.set(paragraph.label, paragraph);
    paragraphs.push(paragraph);
    blocks.push({ paragraph });
  }
  return { blocks, paragraphs, byLabel, problems };
}

/** In reading order. */
export function paragraphsIn(blocks: readonly SourceBlock[]): Paragraph[] {
  return blocks.flatMap((block) => ("paragraph" in block ? [block.paragraph] : []));
}

/** Of several with the same label, the first. */
export function paragraphsByLabel(paragraphs: readonly Paragraph[]): Map<string, Paragraph> {
  const byLabel = new Map<string, Paragraph>();
  for (const paragraph of paragraphs) if (!byLabel.has(paragraph.label)) byLabel.set(paragraph.label, paragraph);
  return byLabel;
}
