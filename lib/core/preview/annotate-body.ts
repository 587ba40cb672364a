import type { Token } from "markdown-it";
import type { Brief } from "../brief/brief.ts";
import { briefMarkdown } from "../brief/brief-markdown.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import { noterefIdOf, type RefusedTagMeta } from "../markdown/render-rules.ts";
import type { TagMeta } from "../markdown/tag-rule.ts";
import { findBlocks, type Block } from "./body-blocks.ts";
import type { Finding } from "./finding.ts";
import { markSentence } from "./mark-sentence.ts";

/** A brief's body with what is wrong or doubtful set behind each block, and what has no block. */
export interface AnnotatedBody {
  readonly tokens: readonly Token[];
  readonly top: readonly Finding[];
}

const { Token: BodyToken } = new briefMarkdown.core.State("", briefMarkdown, {});

/**
 * Set findings into a brief's body: each behind the block whose lines hold it, the block
 * and the sentence marked. A tag whose citation does not hold becomes a chip with the tag
 * as it was typed. The brief's own tokens stay as they are.
 *
 * @param holds whether the citation with a 0-based number may be shown as a note.
 */
export function annotateBody(
  brief: Pick<Brief, "tokens" | "bodyLine">,
  findings: readonly Finding[],
  holds: (citation: number) => boolean,
): AnnotatedBody {
  const written = brief.tokens();
  const shown = written.map((token) => withChips(token, holds));
  // Notes stand behind the text, wherever they are written.
  const blocks = findBlocks(written).sort((a, b) => a.lines[0] - b.lines[0]);
  const top: Finding[] = [];
  const behind = new Map<number, Finding[]>();
  for (const finding of findings) {
    const block = blockAt(blocks, finding.place.line - 1 - brief.bodyLine);
    if (!block) {
      top.push(finding);
      continue;
    }
    for (let at = block.start; at <= block.end; at++) {
      const token = shown[at];
      if (token?.type === "inline") shown[at] = markSentence(token, finding, BodyToken);
    }
    const list = behind.get(block.end);
    if (list) list.push(finding);
    else {
      behind.set(block.end, [finding]);
      const opening = shown[block.start];
      if (opening?.nesting === 1) shown[block.start] = withClass(opening, `has-${finding.kind}`);
    }
  }
  const tokens = shown.flatMap((token, index) => [token, ...(behind.get(index) ?? []).map(findingToken)]);
  return { tokens, top };
}

/** The block that holds a line, 0-based in the body, or else the last one above it. */
function blockAt(inOrderOfLines: readonly Block[], line: number): Block | undefined {
  let low = 0;
  let high = inOrderOfLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrderOfLines[middle]?.lines[0] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return line < 0 ? undefined : inOrderOfLines[low - 1];
}

function findingToken(finding: Finding): Token {
  const token = new BodyToken("finding", "", 0);
  token.block = true;
  token.meta = finding;
  return token;
}

function withClass(token: Token, name: string): Token {
  const copy = copyOf(token);
  copy.attrs = token.attrs ? token.attrs.map(([key, value]) => [key, value]) : null;
  copy.attrJoin("class", name);
  return copy;
}

function withChips(token: Token, holds: (citation: number) => boolean): Token {
  const children = token.children ?? [];
  const isRefused = (child: Token) => {
    const { citation } = (child.meta ?? {}) as Partial<CitationRefMeta>;
    return citation !== undefined && !holds(citation);
  };
  if (token.type === "quote_block") {
    if (children.length > 0 && !children.some(isRefused)) return token;
    return chip("refused_block", { written: (token.meta as TagMeta).text, ids: children.map(noterefIdOf) });
  }
  if (token.type !== "inline" || !children.some(isRefused)) return token;
  const copy = copyOf(token);
  copy.children = children.map((child) => {
    if (!isRefused(child)) return child;
    const ids = child.type === "footnote_ref" ? [noterefIdOf(child)] : [];
    return chip("refused_tag", { written: (child.meta as CitationRefMeta).written, ids });
  });
  return copy;
}

function chip(type: "refused_tag" | "refused_block", meta: RefusedTagMeta): Token {
  const token = new BodyToken(type, "", 0);
  token.meta = meta;
  return token;
}

function copyOf(token: Token): Token {
  return Object.assign(new BodyToken(token.type, token.tag, token.nesting), token);
}
