import type { Token } from "markdown-it";
import type { FileText } from "../text/file-text.ts";

const codeSpan = /(?<![\\`])(`+)(?!`)[^]*?(?<!`)\1(?!`)/g;

/**
 * The file's text with the code in its body blanked, so that every offset holds.
 *
 * @param bodyLine 0-based line of the file on which the body begins.
 */
export function withoutCode(file: FileText, bodyLine: number, tokens: readonly Token[]): string {
  let visible = "";
  let done = 0;
  for (const { lines, isBlock } of codeBlocks(tokens)) {
    const start = file.offsetOfLine(bodyLine + lines[0]);
    const end = file.offsetOfLine(bodyLine + lines[1]);
    if (start < done) continue;
    const part = file.text.slice(start, end);
    visible += file.text.slice(done, start) + (isBlock ? blank(part) : part.replace(codeSpan, blank));
    done = end;
  }
  return visible + file.text.slice(done);
}

/** Lines, 0-based in the body, of code blocks and of blocks with code in their text; in the file's order. */
function codeBlocks(tokens: readonly Token[]) {
  const blocks: { lines: [number, number]; isBlock: boolean }[] = [];
  let lines: [number, number] | undefined;
  for (const token of tokens) {
    lines = token.map ?? lines;
    const isBlock = token.type === "fence" || token.type === "code_block";
    const hasCode = isBlock || token.children?.some((child) => child.type === "code_inline");
    if (lines && hasCode) blocks.push({ lines, isBlock });
  }
  // Footnotes are set behind the text, wherever they are written.
  return blocks.sort((a, b) => a.lines[0] - b.lines[0]);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
