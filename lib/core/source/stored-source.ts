import { restorePlace, storePlace, type StoredPlace } from "../stored-place.ts";
import { without } from "../without.ts";
import { paragraphsByLabel, paragraphsIn } from "./number-blocks.ts";
import type { Paragraph, Source, SourceHeading } from "./source.ts";

interface StoredParagraph extends Omit<Paragraph, "place" | "html"> {
  readonly place: StoredPlace;
  /** Absent where it is the text in an element `p`. */
  readonly html?: string;
}

/** A source in values that JSON has: without what follows from its blocks. */
export interface StoredSource extends Omit<Source, "blocks" | "paragraphs" | "byLabel"> {
  readonly blocks: readonly ({ readonly heading: SourceHeading } | { readonly paragraph: StoredParagraph })[];
}

export function storeSource(source: Source): StoredSource {
  const blocks = source.blocks.map((block) => {
    if ("heading" in block) return block;
    const { place, html, ...rest } = block.paragraph;
    const other = html === inParagraph(rest.text) ? undefined : { html };
    return { paragraph: { ...rest, place: storePlace(place, source.path), ...other } };
  });
  return { ...without(source, "blocks", "paragraphs", "byLabel"), blocks };
}

/** What is the same in several of its paragraphs is one value in memory. */
export function restoreSource(stored: StoredSource): Source {
  const blocks = stored.blocks.map((block) => {
    if ("heading" in block) return block;
    const { text, html = inParagraph(text), place } = block.paragraph;
    return { paragraph: { ...block.paragraph, html, place: restorePlace(place, stored.path) } };
  });
  const paragraphs = paragraphsIn(blocks);
  return { ...stored, blocks, paragraphs, byLabel: paragraphsByLabel(paragraphs) };
}

function inParagraph(text: string): string {
  return `<p>${text}</p>`;
}
