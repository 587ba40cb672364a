import type { Token } from "markdown-it";
import type { Paragraph } from "./source.ts";
import { readLabelAlone, type WrittenLabel } from "./written-labels.ts";

/** Index just past the block that begins at `start`. */
export function blockEnd(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

export function isList(token: Token | undefined): boolean {
  return token?.type.endsWith("_list_open") ?? false;
}

export function isCode(token: Token | undefined): boolean {
  return token?.type === "fence" || token?.type === "code_block";
}

/** What the block that a token opens is called. */
export function kindOf(token: Token): Paragraph["kind"] {
  if (token.type === "blockquote_open") return "quote";
  return token.type === "table_open" ? "table" : "paragraph";
}

/** First line and line past the last of what tokens stand for, 0-based in what was parsed. */
export function linesOf(tokens: readonly Token[]): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let past = 0;
  for (const { map } of tokens) {
    if (!map) continue;
    first = Math.min(first, map[0]);
    past = Math.max(past, map[1]);
  }
  return [Number.isFinite(first) ? first : 0, past];
}

/** An item's tokens in pieces: each nested list is one, and what stands between them. */
export function splitAtLists(item: readonly Token[]): Token[][] {
  const pieces: Token[][] = [];
  for (let at = 1; at < item.length - 1;) {
    const end = blockEnd(item, at);
    const part = item.slice(at, end);
    const last = pieces.at(-1);
    if (!last || isList(part[0]) || isList(last[0])) pieces.push(part);
    else for (const token of part) last.push(token);
    at = end;
  }
  return pieces;
}

/** Markdown reads the line below a table as one more row; a label there is taken off again. */
export function takeTableLabel(tokens: readonly Token[]): {
  block: readonly Token[];
  label: WrittenLabel | undefined;
} {
  const start = tokens.findLastIndex((token) => token.type === "tr_open");
  const end = blockEnd(tokens, start);
  const cells = tokens.slice(start, end).filter((token) => token.type === "inline");
  const [first = "", ...others] = cells.map((token) => token.content.trim());
  const label = readLabelAlone(first);
  if (label === undefined || others.some((cell) => cell !== "")) return { block: tokens, label: undefined };
  return { block: [...tokens.slice(0, start), ...tokens.slice(end)], label };
}
