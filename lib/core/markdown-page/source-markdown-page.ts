import type { PhrasingContent, RootContent } from "mdast";
import type { Catalog } from "../catalog/catalog.ts";
import type { Source } from "../source/source.ts";
import { sourceView, type ParagraphView, type SourceBlockView, type SourceView } from "../view/source-view.ts";
import { bullets, emphasis, heading, joined, link, paragraph, quote, strong, text, writeMarkdown } from "./mdast.ts";
import { paragraphContent } from "./paragraph-content.ts";
import type { MarkdownPage } from "./page-words.ts";

/**
 * A source's page as Markdown: what it is, each paragraph that the page shows with its
 * label and address, who cites it, and what readers must know of it. Paragraphs are their
 * words, without emphasis.
 *
 * @param language of the page that shows it.
 */
export function sourceMarkdownPage(catalog: Catalog, source: Source, language: string, page: MarkdownPage): string {
  const view = sourceView(catalog, source, language);
  const { say, addressOf } = page;
  return writeMarkdown([
    heading(1, text(view.title)),
    ...introOf(view, page),
    ...view.blocks.flatMap((block) => blockOf(block, page)),
    ...view.gone.flatMap(({ label, goneText, acceptedText, text: words }) => [
      paragraph(strong(say("source.goneLabel", { label })), text(" "), text(say("source.goneSince", { gone: goneText, accepted: acceptedText }))), // prettier-ignore
      quote(paragraph(text(words === "" ? say("source.withheld") : words))),
    ]),
    heading(2, text(say("source.about"))),
    bullets(detailsOf(view, page)),
    ...(view.note === "" ? [] : [paragraph(text(view.note))]),
    ...view.flags.map((flag) => paragraph(text(say(`flagMeaning.${flag}`)))),
    ...(view.seeAlso.length === 0
      ? []
      : [paragraph(text(say("source.seeAlso"))), bullets(view.seeAlso.map((address) => [link(address, text(address))]))]), // prettier-ignore
    paragraph(link(addressOf(view.url), text(view.title))),
  ]);
}

function introOf(view: SourceView, { say, sayCount, addressOf }: MarkdownPage): RootContent[] {
  const said = [view.byline, view.dateText, say(`grade.${view.grade}`), ...view.flags.map((flag) => say(`flag.${flag}`)), say(`rights.${view.rights}`), view.citations === 0 ? "" : sayCount("count.cited", view.citations)]; // prettier-ignore
  const notice = view.isRecord ? "source.record" : `source.${view.rights}`;
  const original = view.original === "" ? [] : [text(" "), link(view.original, text(say("source.original")))];
  return [
    paragraph(text(said.filter((one) => one !== "").join(" · "))),
    ...(view.isRecord || view.rights !== "full-text" ? [quote(paragraph(text(say(notice)), ...original))] : []),
    ...view.beside.map((one) =>
      paragraph(
        text(`${say(one.isTranslation ? "beside.withTranslation" : "beside.withOriginal")} `),
        link(addressOf(one.url), text(one.other.title)),
      ),
    ),
  ];
}

function detailsOf(view: SourceView, { say }: MarkdownPage): PhrasingContent[][] {
  return [
    ...view.details.map(({ name, text: value, href }) => [
      strong(say(`source.detail.${name}`)),
      text(" "),
      href === "" ? text(value) : link(href, text(value)),
    ]),
    [strong(say("source.detail.grade")), text(" "), text(say(`grade.${view.grade}`))],
    [strong(say("source.detail.rights")), text(" "), text(say(`rights.${view.rights}`))],
  ];
}

function blockOf(block: SourceBlockView, page: MarkdownPage): RootContent[] {
  if ("heading" in block) return [heading(block.level, text(block.heading.text))];
  if ("gap" in block) return [paragraph(emphasis(page.sayCount("count.gap", block.gap)))];
  return paragraphOf(block.paragraph, page);
}

/** A paragraph behind its label, which is a link to it. */
function paragraphOf(view: ParagraphView, page: MarkdownPage): RootContent[] {
  const { say, sayCount, addressOf } = page;
  const label = link(addressOf(view.url), text(`¶${view.label}`));
  const where = view.page === "" ? [] : [text(say("source.page", { page: view.page }))];
  const head = joined([[label], where], " ");
  const words = view.html === "" ? [paragraph(emphasis(say("source.withheld")))] : paragraphContent(view);
  const [first, ...rest] = words;
  const body: RootContent[] =
    first?.type === "paragraph" ? [paragraph(...head, text(" "), ...first.children), ...rest] : [paragraph(...head), ...words]; // prettier-ignore
  const citing = view.citedBy.map((entry) =>
    joined(
      [
        [link(addressOf(entry.noteUrl), emphasis(entry.documentTitle), text(`${say("listSeparator")}${say("source.inNote", { note: entry.note })}`))], // prettier-ignore
        entry.relation === "supports" ? [] : [text(say(`relation.${entry.relation}`))],
        entry.isWithdrawn ? [text(say("source.withdrawn"))] : [],
      ],
      " · ",
    ),
  );
  return [
    ...body,
    ...(view.notice === "" ? [] : [quote(paragraph(text(view.notice)))]),
    ...(citing.length === 0 ? [] : [quote(paragraph(text(sayCount("count.notes", citing.length))), bullets(citing))]),
  ];
}
