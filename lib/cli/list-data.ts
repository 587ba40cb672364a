import type { ListedParagraph } from "../core/find/listed-paragraph.ts";
import type { Snippet } from "../core/find/snippet.ts";
import type { Source } from "../core/source/source.ts";

/** A paragraph, as `pincite list --json` prints it. */
export function paragraphData({ source, paragraph, ...listed }: ListedParagraph) {
  return {
    shortcode: listed.shortcode,
    source: source.id,
    title: source.meta.title,
    label: paragraph.label,
    text: paragraph.text,
    language: source.meta.language,
    grade: source.meta.grade,
    rights: source.meta.rights,
    uses: paragraph.uses ?? null,
    mayQuote: listed.mayQuote,
    isCitable: listed.isCitable,
    times: listed.times,
    citedBy: listed.citedBy,
  };
}

/** The same of one that was found: `words` are 0-based offsets in the snippet's text. */
export function hitData(listed: ListedParagraph, snippet: Snippet) {
  return { ...paragraphData(listed), snippet };
}

/** A source in a list of them. */
export interface ListedSource {
  readonly id: string;
  readonly meta: Pick<Source["meta"], "title" | "language" | "grade" | "rights">;
  /** How many paragraphs it has. */
  readonly count: number;
}

export function sourceData({ id, meta, count }: ListedSource, times: number) {
  const { title, language, grade, rights } = meta;
  return { id, title, language, grade, rights, paragraphs: count, times };
}
