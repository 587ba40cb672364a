import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import { sentenceAt } from "../text/sentence.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";

/**
 * The sentence that each citation supports, by citation number: of running text the
 * sentence, of a table the whole row, its cells joined by a middle dot.
 */
export function citedSentences(tokens: readonly Token[], language: string): Map<number, string> {
  const sentences = new Map<number, string>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type === "tr_open") {
      const end = tokens.findIndex((other, index) => index > at && other.type === "tr_close");
      const cells = tokens.slice(at, end).filter((cell) => cell.type === "inline");
      const row = cells.map((cell) => inlineText(cell.children).trim()).filter((text) => text !== "");
      for (const number of cells.flatMap(citationsIn)) sentences.set(number, row.join(" · "));
      at = end;
    } else if (token?.type === "inline") {
      const text = inlineText(token.children);
      let offset = 0;
      for (const child of token.children ?? []) {
        const number = citationNumber(child);
        if (number !== undefined) sentences.set(number, sentenceAt(text, offset, language));
        offset += inlineText([child]).length;
      }
    }
  }
  return sentences;
}

function citationsIn(token: Token): number[] {
  return (token.children ?? []).flatMap((child) => citationNumber(child) ?? []);
}

function citationNumber(token: Token): number | undefined {
  return token.type === "footnote_ref" ? (token.meta as Partial<CitationRefMeta> | null)?.citation : undefined;
}
