import type { Tag } from "../tags/tag.ts";
import { Sentences } from "../text/sentences.ts";

const blockTag = /<\/?(?:p|li|td|th|h[1-6]|dd|dt|blockquote|figcaption|section|div|ul|ol|table|tr)\b[^<>]*>/gi;

/**
 * The sentence each tag stands in, between the block elements around it, without markup;
 * where it stands alone there, the last sentence above it, or else the title.
 *
 * @param text the page's body, what does not run blanked; the tags' offsets count in it.
 * @param tags in the order in which they stand.
 */
export function pageSentences(text: string, tags: readonly Tag[], title: string, language: string): Map<Tag, string> {
  const sentences = new Map<Tag, string>();
  let above = () => title;
  let words = "";
  let inBlock: { tag: Tag; offset: number }[] = [];
  let done = 0;
  const endBlock = (): void => {
    const block = new Sentences(words, language);
    for (const { tag, offset } of inBlock) sentences.set(tag, words.trim() === "" ? above() : block.at(offset));
    if (words.trim() !== "") above = () => block.last();
    words = "";
    inBlock = [];
  };

  for (const { start, end, tag } of inOrder(text, tags)) {
    // Elements inside a tag's strings are part of the tag.
    if (start < done) continue;
    words += plain(text.slice(done, start));
    if (tag) inBlock.push({ tag, offset: words.length });
    else endBlock();
    done = end;
  }
  words += plain(text.slice(done));
  endBlock();
  return sentences;
}

function inOrder(text: string, tags: readonly Tag[]): { start: number; end: number; tag?: Tag }[] {
  const blocks = Array.from(text.matchAll(blockTag), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return [...tags.map((tag) => ({ start: tag.start, end: tag.end, tag })), ...blocks].sort((a, b) => a.start - b.start);
}

function plain(html: string): string {
  const words = html.replace(/\{[{%][^]*?(?:[%}]\}|$)/g, "").replace(/<[^<>]*>/g, "");
  return words.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\s+/g, " ");
}
