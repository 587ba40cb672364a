import type { CitedBy } from "../catalog/citing-lists.ts";
import { checkQuotation } from "../catalog/quotation.ts";
import { findDirectionControl } from "../text/invisible.ts";
import { cleanLine } from "../problem.ts";
import type { Paragraph, Source } from "../source/source.ts";
import { allowedRelation, writeCite } from "../tags/write-cite.ts";

/** A paragraph as an author is offered it. */
export interface ListedParagraph {
  readonly source: Source;
  readonly paragraph: Paragraph;
  /** The tag to paste. */
  readonly shortcode: string;
  /** Whether there is a way to cite it at all, and whether its words may be quoted. */
  readonly isCitable: boolean;
  readonly mayQuote: boolean;
  /** In order of documents, each with its notes in order. */
  readonly citedBy: readonly { readonly document: string; readonly notes: readonly number[] }[];
  /** How many citations that are. */
  readonly times: number;
}

/**
 * @param citations that name the paragraph.
 * @param sentence of the paragraph, to be quoted where that may be; nothing to quote when absent.
 */
export function listParagraph(
  source: Source,
  paragraph: Paragraph,
  citations: readonly CitedBy[],
  sentence?: string,
): ListedParagraph {
  const { meta, id } = source;
  const { label, uses } = paragraph;
  // A digest has our words and not the source's.
  const mayQuote = meta.rights !== "digest";
  const allowed = allowedRelation(meta.grade, uses);
  // What is printed is cleaned, and must still be what the check finds.
  const words = cleanLine(sentence ?? "");
  const isQuoted = mayQuote && words !== "" && canBeQuoted(words, paragraph, meta.language);
  const notes = new Map<string, number[]>();
  for (const { document, verified } of citations) {
    const those = notes.get(document.path) ?? [];
    if (!those.includes(verified.citation.note)) those.push(verified.citation.note);
    notes.set(document.path, those);
  }
  return {
    source,
    paragraph,
    shortcode: writeCite({
      sourceId: id,
      label,
      ...(isQuoted && { quotation: words }),
      ...(allowed.kind === "other" && { relation: allowed.relation }),
    }),
    isCitable: allowed.kind !== "none",
    mayQuote,
    citedBy: Array.from(notes, ([document, those]) => ({ document, notes: those })),
    times: citations.length,
  };
}

function canBeQuoted(sentence: string, { text }: Paragraph, language: string): boolean {
  if (findDirectionControl(sentence) !== undefined || /\{%|%\}/.test(sentence)) return false;
  return checkQuotation({ text: sentence, altered: false }, [text], language).kind === "found";
}
