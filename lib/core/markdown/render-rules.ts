import type MarkdownIt from "markdown-it";
import type { Renderer, Token } from "markdown-it";
import type { Finding } from "../preview/finding.ts";
import { escapeHtml } from "../text/escape.ts";
import type { BlockName } from "./block-rule.ts";
import type { ChartMeta } from "./chart-rule.ts";
import type { ImageMeta } from "./image-rule.ts";
import type { CitationRefMeta } from "./note-rule.ts";
import { termOf } from "./term-rule.ts";

/** What the page's language and the catalog add while a document's tokens become HTML. */
export interface BriefRenderer {
  /** Safe HTML of the note that a citation, by its 0-based number, stands in. */
  note(citation: number): string;
  /** Safe HTML of a transclusion; the citations it makes, and the noteref of each. */
  quotation(citations: readonly { readonly citation: number; readonly noteref: string }[]): string;
  /** Safe HTML of an image. */
  image(image: ImageMeta): string;
  /** Where the meaning of a term stands on the page. */
  term(name: string): string;
  /** Safe HTML of a chart. @param caption its words. */
  chart(chart: ChartMeta, caption: string): string;
  /** A preview's: safe HTML of something that is wrong or doubtful, behind the block it is about. */
  finding?(finding: Finding): string;
  /** The address to write for a root-relative path of this site. */
  href(path: string): string;
  /** BCP 47, of the document. */
  readonly language: string;
  readonly strings: {
    readonly notes: string;
    /** What a block set apart is called. */
    block(name: BlockName): string;
    /** Name of a backlink, for screen readers. @param mention 1-based; 0 when the note has one mention only. */
    backlink(note: number, mention: number): string;
  };
}

/** What a `refused_tag` token carries: a tag that leads nowhere, shown by previews only. */
export interface RefusedTagMeta {
  /** The tag as it was typed. */
  readonly written: string;
  /** Of the note marks that would stand here, so that the ways back from their notes arrive. */
  readonly ids: readonly string[];
}

interface RefMeta {
  /** 0-based. */
  id: number;
  subId: number;
}

/** Id of the noteref that mentions a note; numbers are 1-based. */
export function noterefId(note: number, mention: number): string {
  return mention === 1 ? `ref-${note}` : `ref-${note}-${mention}`;
}

export function noteId(note: number): string {
  return `note-${note}`;
}

/** Noterefs, notes and transclusions as the DPUB-ARIA roles have them. `env.renderer` is a {@link BriefRenderer}. */
export function installBriefRenderer(md: MarkdownIt): void {
  const { rules } = md.renderer;
  rules.footnote_ref = (tokens, index) => noterefOf(tokens[index]?.meta as RefMeta);
  rules.note_separator = () => '<sup class="noteref-separator">,</sup>';
  rules.footnote_block_open = (_tokens, _index, _options, env) =>
    `<section class="notes" role="doc-endnotes" aria-labelledby="notes" data-pagefind-ignore>\n` +
    `<h2 id="notes">${escapeHtml(rendererOf(env).strings.notes)}</h2>\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index) => `<li id="${noteId((tokens[index]?.meta as RefMeta).id + 1)}" class="note">`;
  rules.footnote_close = () => "</li>\n";
  rules.citation_note = (tokens, index, _options, env) =>
    rendererOf(env).note((tokens[index]?.meta as CitationRefMeta).citation);
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const { id, subId } = tokens[index]?.meta as RefMeta;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const several = subId > 0 || after?.type === "footnote_anchor";
    const name = rendererOf(env).strings.backlink(id + 1, several ? subId + 1 : 0);
    const space = before?.type === "footnote_anchor" ? " " : "\u00A0";
    return space + backlink(id + 1, subId + 1, several, name);
  };
  rules.quote_block = (tokens, index, _options, env) => {
    const refs = (tokens[index]?.children ?? []).map((child) => child.meta as RefMeta & CitationRefMeta);
    return rendererOf(env).quotation(refs.map((ref) => ({ citation: ref.citation, noteref: noterefOf(ref) })));
  };
  rules.link_open = (tokens, index, _options, env) => {
    const token = tokens[index];
    const term = token && termOf(token);
    if (term) return `<a href="${escapeHtml(rendererOf(env).term(term.term))}" class="term">`;
    const attributes = (token?.attrs ?? []).map(([name, value]): [string, string] =>
      name === "href" && value.startsWith("/") ? [name, rendererOf(env).href(value)] : [name, value],
    );
    return `<a${attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("")}>`;
  };
  rules.refused_tag = (tokens, index) => refusedTag(tokens[index]?.meta as RefusedTagMeta);
  rules.refused_block = (tokens, index) => `<p>${refusedTag(tokens[index]?.meta as RefusedTagMeta)}</p>\n`;
  rules.finding = (tokens, index, _options, env) => rendererOf(env).finding?.(tokens[index]?.meta as Finding) ?? "";
  wrapTables(md.renderer);
}

function refusedTag({ written, ids }: RefusedTagMeta): string {
  const places = ids.map((id) => `<span id="${escapeHtml(id)}"></span>`).join("");
  return `${places}<code class="refused-tag" dir="ltr">${escapeHtml(written)}</code>`;
}

/** A wide table scrolls by itself, and can be reached by keyboard to do so. */
function wrapTables(renderer: Renderer): void {
  renderer.rules.table_open = () => '<div class="table" role="group" tabindex="0"><table>\n';
  renderer.rules.table_close = () => "</table></div>\n";
}

/** The mark in the text that leads to a note. Both numbers are 1-based. */
export function noteref(note: number, mention: number): string {
  return `<sup class="noteref"><a id="${noterefId(note, mention)}" href="#${noteId(note)}" role="doc-noteref">${note}</a></sup>`;
}

/** The link from a note back to one of its mentions. @param several whether the note has more than one. */
export function backlink(note: number, mention: number, several: boolean, name: string): string {
  const sign = several ? `↩\uFE0E<sup>${mention}</sup>` : "↩\uFE0E";
  return `<a class="backlink" href="#${noterefId(note, mention)}" role="doc-backlink" aria-label="${escapeHtml(name)}">${sign}</a>`;
}

/** The id of the mark that a token of the list of notes numbered. */
export function noterefIdOf(token: Token): string {
  const { id, subId } = token.meta as RefMeta;
  return noterefId(id + 1, subId + 1);
}

function noterefOf({ id, subId }: RefMeta): string {
  return noteref(id + 1, subId + 1);
}

export function rendererOf(env: unknown): BriefRenderer {
  return (env as { renderer: BriefRenderer }).renderer;
}
