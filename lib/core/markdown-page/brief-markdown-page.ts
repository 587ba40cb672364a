import type { BlockContent, PhrasingContent, RootContent } from "mdast";
import type { Brief } from "../brief/brief.ts";
import type { Naming } from "../citation-style/naming.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { VerifiedCitation } from "../catalog/check-citation.ts";
import { textContentOf } from "../evidence/annotation-text.ts";
import { briefWords } from "../text/brief-words.ts";
import { briefView, type BriefView } from "../view/brief-view.ts";
import { chartView } from "../view/chart-view.ts";
import { termsOf } from "../view/glossary-view.ts";
import { noteView } from "../view/note-view.ts";
import { noteNames } from "../view/note-names.ts";
import { proofOf } from "../view/proof.ts";
import { quotationView } from "../view/quotation-view.ts";
import { bodyContent, type BodySetting } from "./body-content.ts";
import {
  bullets,
  emphasis,
  heading,
  joined,
  link,
  paragraph,
  quote,
  strong,
  table,
  text,
  writeMarkdown,
} from "./mdast.ts";
import { noteContent } from "./note-content.ts";
import { paragraphContent } from "./paragraph-content.ts";
import type { MarkdownPage } from "./page-words.ts";
import { sourceItem } from "./source-item.ts";

/** A brief's page as Markdown: what it says of itself, its body with its notes, and the sources it cites. */
export function briefMarkdownPage(catalog: Catalog, brief: Brief, naming: Naming, page: MarkdownPage): string {
  const view = briefView(catalog, brief);
  const { say, addressOf } = page;
  const body = bodyContent(brief.tokens(), bodySetting(catalog, brief, naming, page));
  // Definitions of notes stand at the end of the file.
  const notes = body.filter(({ type }) => type === "footnoteDefinition");
  const terms = termsOf(catalog.library.glossary, brief, brief.language);
  return writeMarkdown([
    heading(1, text(view.title)),
    ...lifeOf(view, page),
    ...(view.question === "" ? [] : [paragraph(emphasis(view.question))]),
    paragraph(strong(say("brief.bottomLine")), text(" "), text(view.summary)),
    bullets(factsOf(view, page)),
    ...body.filter((one) => !notes.includes(one)),
    ...section(say("glossary.used"), terms.map(({ name, html }) => [strong(name), text(" "), text(textContentOf(html))])), // prettier-ignore
    ...section(
      say("brief.sources"),
      view.citedSources.map((source) => sourceItem(source, page)),
    ),
    paragraph(link(addressOf(view.url), text(view.title))),
    ...notes,
  ]);
}

function section(name: string, items: readonly (readonly PhrasingContent[])[]): RootContent[] {
  return items.length === 0 ? [] : [heading(2, text(name)), bullets(items)];
}

/** What readers must know before they rely on it. */
function lifeOf({ life, status }: BriefView, { say }: MarkdownPage): RootContent[] {
  const { withdrawn, corrections, updates } = life;
  const listed = (kind: "correction" | "update", list: BriefView["life"]["updates"]) =>
    list.map(({ dateText, note }) => [strong(say(`brief.kind.${kind}`)), text(` ${dateText}: ${note}`)]);
  return [
    ...(status === "draft" ? [quote(paragraph(text(say("brief.draft"))))] : []),
    ...(withdrawn
      ? [
          quote(
            paragraph(strong(say("brief.withdrawn")), text(` ${withdrawn.dateText}`)),
            paragraph(text(withdrawn.note)),
            paragraph(text(say("brief.withdrawnStays"))),
          ),
        ]
      : []),
    ...(corrections.length > 0 ? [quote(bullets(listed("correction", corrections)))] : []),
    ...(updates.length > 0 ? [bullets(listed("update", updates))] : []),
  ];
}

function factsOf(view: BriefView, { say, addressOf }: MarkdownPage): PhrasingContent[][] {
  const fact = (key: string, ...value: PhrasingContent[]) => [strong(say(key)), text(" "), ...value];
  const separator = say("listSeparator");
  return [
    fact("brief.by", text(view.authors.join(separator))),
    fact("brief.published", text(view.dateText)),
    ...(view.evidenceCutoffText === "" ? [] : [fact("brief.cutoff", text(view.evidenceCutoffText))]),
    ...(view.audience === "" ? [] : [fact("brief.audience", text(view.audience))]),
    ...(view.topics.length === 0
      ? []
      : [fact("brief.topics", ...joined(view.topics.map(({ name, url }) => [link(addressOf(url), text(name))]), separator))]), // prettier-ignore
  ];
}

function bodySetting(catalog: Catalog, brief: Brief, naming: Naming, page: MarkdownPage): BodySetting {
  const verified = (citation: number): VerifiedCitation => {
    const found = catalog.verified.get(brief)?.[citation];
    if (!found) throw new Error(`${brief.path}: citation ${citation} was never verified`);
    return found;
  };
  const { language } = brief;
  const words = briefWords(language);
  const names = noteNames(naming, catalog.verified.get(brief) ?? []);
  return {
    addressOf: page.addressOf,
    note: (citation) => {
      const one = verified(citation);
      return noteContent(noteView(brief, one, language, names(one, language), proofOf(catalog, one, language)), page);
    },
    quotation: (parts) =>
      parts.map(({ citation, mark }): BlockContent => {
        const one = verified(citation);
        const view = quotationView(brief, one, "", language);
        const cited = joined([[emphasis(view.source.title)], [link(page.addressOf(view.url), text(`¶${view.pinpoint}`))]], page.say("listSeparator")); // prettier-ignore
        return quote(...one.paragraphs.flatMap(paragraphContent), paragraph(...cited, mark)); // prettier-ignore
      }),
    chart: (meta) => {
      const { heading: head, series, rows } = chartView(brief, meta);
      const cells = [[head, ...series], ...rows.map(({ label, values }) => [label, ...values])];
      return table(cells.map((row) => row.map((cell) => [text(cell)])));
    },
    blockName: (name) => page.say(`block.${name}`),
    figureName: ({ kind, number }) => `${words[kind]} ${number}.`,
  };
}
