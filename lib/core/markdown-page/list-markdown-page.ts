import type { PhrasingContent, RootContent } from "mdast";
import type { BriefCard } from "../view/brief-view.ts";
import { bullets, heading, joined, link, paragraph, quote, text, writeMarkdown } from "./mdast.ts";
import type { MarkdownPage } from "./page-words.ts";

/** A list, or a page of one. */
export interface ListContent {
  readonly title: string;
  /** A sentence each on what is listed, and on which part of it stands here; empty for none. */
  readonly lead: string;
  readonly place: string;
  readonly items: readonly (readonly PhrasingContent[])[];
  /** The pages before and after this one. */
  readonly neighbours: readonly { readonly name: string; readonly address: string }[];
}

/** A page that lists something, as Markdown. */
export function listMarkdownPage({ title, lead, place, items, neighbours }: ListContent): string {
  const links = neighbours.map(({ name, address }) => [link(address, text(name))]);
  return writeMarkdown([
    heading(1, text(title)),
    ...[lead, place].flatMap((said) => (said === "" ? [] : [paragraph(text(said))])),
    ...(items.length === 0 ? [] : [bullets(items)]),
    ...(links.length === 0 ? [] : [paragraph(...joined(links, " · "))]),
  ]);
}

/** A brief in a list. */
export function briefItem(brief: BriefCard, { say, sayCount, addressOf }: MarkdownPage): PhrasingContent[] {
  const { withdrawn, corrections } = brief.life;
  const [corrected] = corrections;
  const said = [
    brief.question,
    withdrawn ? `${say("brief.withdrawnMark")} ${withdrawn.dateText}` : "",
    brief.dateText,
    sayCount("count.citations", brief.citations),
    sayCount("count.sources", brief.sources),
    corrected ? `${say("brief.corrected")} ${corrected.dateText}` : "",
  ];
  return joined(
    [[link(addressOf(brief.url), text(brief.title))], ...said.map((one) => (one === "" ? [] : [text(one)]))],
    " · ",
  );
}

/** A part of llms.txt: files, each with a few words on it. */
export interface FileList {
  readonly name: string;
  readonly files: readonly { readonly title: string; readonly address: string; readonly about: string }[];
}

/**
 * The site's llms.txt, as llmstxt.org proposes: a title, a summary, then lists of files
 * to read. What is in the list called Optional may be left out by those short of room.
 */
export function writeLlmsText(
  site: { readonly title: string; readonly description: string; readonly notes: readonly string[] },
  lists: readonly FileList[],
): string {
  const sections = lists.flatMap(({ name, files }): RootContent[] => {
    if (files.length === 0) return [];
    const items = files.map(({ title, address, about }) => [
      link(address, text(title)),
      ...(about === "" ? [] : [text(`: ${about}`)]),
    ]);
    return [heading(2, text(name)), bullets(items)];
  });
  return writeMarkdown([
    heading(1, text(site.title)),
    ...(site.description === "" ? [] : [quote(paragraph(text(site.description)))]),
    ...site.notes.map((note) => paragraph(text(note))),
    ...sections,
  ]);
}
