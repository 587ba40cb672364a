import type { PresentSource } from "./present-source.ts";

/** A paragraph as its author wrote it. */
export interface WrittenParagraph {
  /** Headings on the lines before it, as Markdown; empty when there is none. */
  readonly headings: readonly string[];
  /** Its Markdown without its label. */
  readonly markdown: string;
}

const heading = /^#{1,6}(?:\s|$)/;
const blank = /^\s*$/;

/** The paragraphs of a source as they stand in its file, in reading order. */
export function writtenParagraphs({ source, file }: PresentSource): WrittenParagraph[] {
  const lines = file.text.split("\n");
  let headings = headingsAmong(lines.slice(0, (source.paragraphs[0]?.place.line ?? 1) - 1), source.blocks);
  return source.paragraphs.map(({ place }, index) => {
    const next = source.paragraphs[index + 1]?.place.line ?? lines.length + 1;
    const own = lines.slice(place.line - 1, next - 1);
    const following: string[] = [];
    while (own.length > 0 && (blank.test(own.at(-1) ?? "") || heading.test(own.at(-1) ?? ""))) {
      const line = own.pop() ?? "";
      if (heading.test(line)) following.unshift(line);
    }
    const written = { headings, markdown: withoutLabel(own.join("\n")) };
    headings = following;
    return written;
  });
}

/** Of the lines before the first paragraph, the headings that the source has there. */
function headingsAmong(lines: readonly string[], blocks: PresentSource["source"]["blocks"]): string[] {
  const count = blocks.findIndex((block) => "paragraph" in block);
  return count <= 0 ? [] : lines.filter((line) => heading.test(line)).slice(-count);
}

function withoutLabel(markdown: string): string {
  return markdown.replace(/[ \t]*\{(?:#|p\.)[^{}\n]*\}\s*$/, "");
}
