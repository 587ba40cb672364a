import { fingerprint, type Hash } from "../core/anchoring/fingerprint.ts";
import { digestPlaceholder } from "../core/source/digest-placeholder.ts";
import { collapseWhiteSpace } from "../core/text/normal-form.ts";
import type { ImportedBlock } from "./imported-document.ts";
import { textOfBlock } from "./block-text.ts";

export interface DigestSkeleton {
  /** One paragraph to be written for each of the document's, under its label; none of its words. */
  readonly blocks: readonly ImportedBlock[];
  /** By label, the fingerprint of what the document says there. */
  readonly paragraphs: Readonly<Record<string, { readonly original: string }>>;
}

/** The most paragraphs that a digest may have: their fingerprints stand in its front matter. */
export const mostDigested = 1500;

/** Prepare a digest: places for our own words, each with the fingerprint of the paragraph they will stand for. */
export function writeSkeleton(blocks: readonly ImportedBlock[], hash: Hash): DigestSkeleton {
  const paragraphs: [string, { original: string }][] = [];
  const places = blocks.flatMap((block): ImportedBlock[] => {
    if (block.kind === "heading") return [];
    const label = block.label ?? String(paragraphs.length + 1);
    paragraphs.push([label, { original: fingerprint(collapseWhiteSpace(textOfBlock(block)), hash) }]);
    const { page, sheet } = block;
    const locator = { ...(page !== undefined && { page }), ...(sheet !== undefined && { sheet }) };
    return [{ kind: "paragraph", text: digestPlaceholder, label, ...locator }];
  });
  return { blocks: places, paragraphs: Object.fromEntries(paragraphs) };
}
