import type { Passage } from "./passages.ts";

/**
 * The sentence that each citation supports, by citation number: of running text the
 * sentence, of a table the whole row, its cells joined by a middle dot. Where a citation
 * stands alone in its block it is the last sentence above it; in a note, the sentence
 * that mentions the note; with nothing above it, the title.
 */
export function citedSentences(passages: readonly Passage[], title: string): Map<number, string> {
  const sentences = new Map<number, string>();
  const ofNotes = new Map<number, string>();
  let above = () => title;
  let inNote: number | undefined;

  for (const passage of passages) {
    const { kind, text, marks, note } = passage;
    if (note !== undefined && note !== inNote) {
      const mentioned = ofNotes.get(note) ?? title;
      above = () => mentioned;
      inNote = note;
    }
    if (kind === "quotation") continue;
    const blank = text.trim() === "";
    for (const mark of marks) {
      const sentence = blank ? above() : sentenceAt(passage, mark.offset);
      if (mark.citation !== undefined) sentences.set(mark.citation, sentence);
      if (!ofNotes.has(mark.note)) ofNotes.set(mark.note, sentence);
    }
    if (!blank) above = () => sentenceAt(passage, text.length);
  }
  return sentences;
}

function sentenceAt({ kind, text, sentences }: Passage, offset: number): string {
  return kind === "row" || kind === "head" ? text : sentences.at(offset);
}
