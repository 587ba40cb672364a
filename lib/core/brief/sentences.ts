import type { Token } from "markdown-it";
import { inlineText } from "../markdown/inline-text.ts";
import type { CitationRefMeta } from "../markdown/note-rule.ts";
import { Sentences } from "../text/sentences.ts";

/**
 * The sentence that each citation supports, by citation number: of running text the
 * sentence, of a table the whole row, its cells joined by a middle dot. Where a citation
 * stands alone in its block it is the last sentence above it; in a note, the sentence
 * that mentions the note; with nothing above it, the title.
 */
export function citedSentences(tokens: readonly Token[], title: string, language: string): Map<number, string> {
  const sentences = new Map<number, string>();
  const ofNotes = new Map<number, string>();
  let above = () => title;
  let row: Token[] | undefined;

  const readBlock = (text: string, sentenceAt: (offset: number) => string, inlines: readonly Token[]) => {
    const blank = text.trim() === "";
    let offset = 0;
    for (const child of inlines.flatMap(({ children }) => children ?? [])) {
      if (child.type === "footnote_ref") {
        const { citation, id = -1 } = child.meta as Partial<CitationRefMeta> & { id?: number };
        const sentence = blank ? above() : sentenceAt(offset);
        if (citation !== undefined) sentences.set(citation, sentence);
        if (!ofNotes.has(id)) ofNotes.set(id, sentence);
      }
      offset += inlineText([child]).length;
    }
    if (!blank) above = () => sentenceAt(offset);
  };

  for (const token of tokens) {
    if (token.type === "footnote_open") {
      const mentioned = ofNotes.get((token.meta as { id: number }).id) ?? title;
      above = () => mentioned;
    } else if (token.type === "tr_open") row = [];
    else if (token.type === "tr_close") {
      const cells = (row ?? []).map((cell) => inlineText(cell.children).trim());
      const text = cells.filter((cell) => cell !== "").join(" · ");
      readBlock(text, () => text, row ?? []);
      row = undefined;
    } else if (token.type === "inline" && row) row.push(token);
    else if (token.type === "inline") {
      const text = inlineText(token.children);
      const block = new Sentences(text, language);
      readBlock(text, (offset) => block.at(offset), [token]);
    }
  }
  return sentences;
}
