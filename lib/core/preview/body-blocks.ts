import type { Token } from "markdown-it";

/** A part of a body behind which something may be set: the indexes of its first and last token, and its lines. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** First line and the one past the last, 0-based in the body. */
  readonly lines: readonly [number, number];
}

/** What stands for itself; a quotation or table is one block, a list is as many as its items hold. */
const blockTypes: ReadonlySet<string> = new Set([
  "paragraph_open",
  "heading_open",
  "blockquote_open",
  "table_open",
  "fence",
  "code_block",
  "hr",
  "quote_block",
]);

/** The blocks of a body in the order of its tokens; notes, which stand behind the text, among them. */
export function findBlocks(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const token = tokens[start];
    if (!token?.map || !blockTypes.has(token.type)) continue;
    const end = closing(tokens, start);
    blocks.push({ start, end, lines: token.map });
    start = end;
  }
  return blocks;
}

/** Index of the token that closes what opens at `start`; `start` itself where nothing is opened. */
function closing(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}
