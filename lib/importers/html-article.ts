import { Readability } from "@mozilla/readability";
import { readHtmlBlocks } from "./html-blocks.ts";
import type { HtmlDocument, HtmlElement } from "./html-node.ts";
import { findNotes } from "./html-notes.ts";
import type { Dropped, ImportedBlock } from "./imported-document.ts";
import { textOfBlock } from "./block-text.ts";

export interface Article {
  readonly blocks: readonly ImportedBlock[];
  readonly dropped: readonly Dropped[];
  readonly doubts: readonly string[];
}

/** What stands around articles. A page without any of it is a document and nothing else. */
const surroundings =
  "nav, aside, footer, form, iframe, [role=navigation], [role=complementary], [role=contentinfo], [role=banner], " +
  "[class*=sidebar], [class*=share], [class*=related], [class*=comment], [class*=menu], [class*=nav], [class*=footer], " +
  "[id*=sidebar], [id*=comment], [id*=menu], [id*=nav], [id*=footer]";

/** A finding of less than this share of a page's letters is mistrusted: the whole page is taken. */
const leastShare = 0.25;
/** Letters and digits from which a text may be found inside a longer one, and not by chance. */
const distinctive = 25;
/** Letters and digits from which a text is no caption, button or teaser. */
const longProse = 100;

/**
 * Those of a page's blocks that belong to its article. Readability says which words do;
 * the blocks themselves, their order and kinds stay as the page has them, and what is
 * left out is listed.
 *
 * @param copy the page, parsed anew: Readability takes it apart.
 */
export function selectArticle(blocks: readonly ImportedBlock[], copy: HtmlDocument): Article {
  if (!copy.querySelector(surroundings)) return { blocks, dropped: [], doubts: [] };
  const total = plain(blocks.map(textOfBlock).join("")).length;
  // Before Readability takes the page apart.
  const around = textOfSurroundings(copy, total);
  const article = readArticle(copy);
  const words = article.join("");
  const whole = new Set(article);
  const kept: ImportedBlock[] = [];
  const left: ImportedBlock[] = [];
  for (const block of blocks) {
    const text = plain(textOfBlock(block));
    const isNote = block.kind !== "heading" && block.label !== undefined;
    const isInside = whole.has(text) || (text.length >= distinctive && words.includes(text));
    // Long prose outside of all that is known to stand around articles is part of the document.
    const isProse = (block.kind === "heading" || text.length >= longProse) && !around.includes(text);
    (isNote || isInside || isProse ? kept : left).push(block);
  }
  const share = plain(kept.map(textOfBlock).join("")).length / Math.max(1, total);
  if (share < leastShare)
    return {
      blocks,
      dropped: [],
      doubts: ["The article could not be told from what stands around it; the whole page was taken."],
    };
  const doubts =
    share < 0.8 ? [`About ${Math.round((1 - share) * 100)} % of the page was left out as not of the article.`] : [];
  return {
    blocks: kept,
    dropped: left.map((block) => ({ what: "text beside the article", text: textOfBlock(block) })),
    doubts,
  };
}

/** Letters and digits of what stands around; what holds most of the page is misnamed. */
function textOfSurroundings(copy: HtmlDocument, total: number): string {
  return Array.from(copy.querySelectorAll(surroundings), (element) => plain(element.textContent ?? ""))
    .filter((text) => text.length < total / 2)
    .join(" ");
}

/** Letters and digits of each block of what Readability takes for the article; empty when it finds none. */
function readArticle(copy: HtmlDocument): string[] {
  const { notes, marks } = findNotes(copy);
  for (const element of [...marks, ...notes]) (element as HtmlElement & { remove(): void }).remove();
  const parsed = new Readability<HtmlElement>(copy, {
    serializer: (node) => node as never,
    charThreshold: 200,
  }).parse();
  return parsed?.content ? readHtmlBlocks(parsed.content).blocks.map((block) => plain(textOfBlock(block))) : [];
}

/** Letters and digits only: marks, signs and white space differ between the two readings. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
