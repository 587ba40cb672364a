import type { Tag } from "../tags/tag.ts";
import { Sentences } from "../text/sentences.ts";

/** What parts sentences from each other in a page's body: block elements. */
export const blockTag = /<\/?(?:p|li|td|th|h[1-6]|dd|dt|blockquote|figcaption|section|div|ul|ol|table|tr)\b[^<>]*>/gi;

/** What parts them in its front matter: the ends of lines, and what YAML has there besides the words. */
export const yamlMark = /["']?\n[ \t]*(?:-[ \t]+)*(?:[\w-]+:(?:[ \t]+|$))?["']?/gm;

/**
 * The sentence each tag stands in, between the parting marks around it, without markup;
 * where it stands alone there, the last sentence above it, or else the title.
 *
 * @param text of the page, what does not run blanked; the tags' offsets count in it.
 * @param tags in the order in which they stand.
 * @param parting what ends a sentence whether or not it is complete.
 */
export function pageSentences(
  text: string,
  tags: readonly Tag[],
  title: string,
  language: string,
  parting: RegExp = blockTag,
): Map<Tag, string> {
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

  for (const { start, end, tag } of inOrder(text, tags, parting)) {
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

function inOrder(text: string, tags: readonly Tag[], parting: RegExp): { start: number; end: number; tag?: Tag }[] {
  const blocks = Array.from(text.matchAll(parting), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return [...tags.map((tag) => ({ start: tag.start, end: tag.end, tag })), ...blocks].sort((a, b) => a.start - b.start);
}

function plain(html: string): string {
  const words = html.replace(/\{[{%][^]*?(?:[%}]\}|$)/g, "").replace(/<[^<>]*>/g, "");
  return words.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\s+/g, " ");
}
