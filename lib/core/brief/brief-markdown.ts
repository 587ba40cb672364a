import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { installBlockRenderer } from "../markdown/block-renderer.ts";
import { blockRule } from "../markdown/block-rule.ts";
import { captionRule } from "../markdown/caption-rule.ts";
import { chartRule } from "../markdown/chart-rule.ts";
import { figureRule } from "../markdown/figure-rule.ts";
import { footnoteLabelRule } from "../markdown/footnote-label-rule.ts";
import { headingRule } from "../markdown/heading-rule.ts";
import { imageRule } from "../markdown/image-rule.ts";
import { inlineMarksRule } from "../markdown/inline-marks-rule.ts";
import { inlineNoteRule } from "../markdown/inline-note-rule.ts";
import { isBriefLink, restrictLinks } from "../markdown/links.ts";
import { lostTagsRule } from "../markdown/lost-tags-rule.ts";
import { unmark } from "../markdown/marks.ts";
import { nestedLinkRule } from "../markdown/nested-link-rule.ts";
import { noteRule } from "../markdown/note-rule.ts";
import { notesSectionRule } from "../markdown/notes-section-rule.ts";
import { installBriefRenderer } from "../markdown/render-rules.ts";
import { resolveMarksRule } from "../markdown/resolve-marks-rule.ts";
import { tableAlignmentRule } from "../markdown/table-alignment-rule.ts";
import { tagRule } from "../markdown/tag-rule.ts";
import { termRule } from "../markdown/term-rule.ts";
import { unmarkRule } from "../markdown/unmark-rule.ts";
import { readTags } from "./read-tags.ts";

/**
 * The Markdown that briefs are written in: CommonMark without raw HTML, with tables,
 * strikethrough, footnotes, the citation tags, blocks set apart, captions, charts, images, cross-references
 * and marks of confidence (`docs/writing.md`). It holds no state of a document;
 * each parse takes an environment of its own.
 */
export const briefMarkdown: MarkdownIt = createBriefMarkdown();

function createBriefMarkdown(): MarkdownIt {
  const md = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
  restrictLinks(md, isBriefLink);
  const normalizeLink = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => normalizeLink(unmark(url));
  md.use(footnotes).use(inlineNoteRule).use(footnoteLabelRule).use(notesSectionRule).use(tagRule);
  // Each goes directly behind the inline parser, so the last one installed runs first.
  md.use(noteRule).use(headingRule).use(nestedLinkRule);
  md.core.ruler.after("inline", "read_tags", readTags);
  md.use(lostTagsRule);
  // Figures go before all of these, so that notes are numbered in the order in which they are set.
  md.use(captionRule)
    .use(inlineMarksRule)
    .use(termRule)
    .use(figureRule)
    .use(imageRule)
    .use(blockRule)
    .use(chartRule)
    .use(resolveMarksRule);
  md.use(unmarkRule).use(tableAlignmentRule).use(installBriefRenderer).use(installBlockRenderer);
  return md;
}
