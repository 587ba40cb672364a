import type { PhrasingContent } from "mdast";
import type { ListPage } from "../core/list/list-page.ts";
import { pageWays } from "../core/list/page-ways.ts";
import { briefItem, listMarkdownPage, type FileList } from "../core/markdown-page/list-markdown-page.ts";
import { markdownPath } from "../core/markdown-page/markdown-path.ts";
import { link, text } from "../core/markdown-page/mdast.ts";
import type { MarkdownPage } from "../core/markdown-page/page-words.ts";
import { sourceItem } from "../core/markdown-page/source-item.ts";
import { topicPath } from "../core/view/address.ts";
import { isListChosen } from "./list-filters.ts";
import type { SiteViews } from "./page-views.ts";
import type { Session } from "./session.ts";
import type { SiteFile } from "./site-files.ts";

/** The page at a root-relative path: what it says, and how it writes addresses. */
type PageAt = (path: string) => MarkdownPage;

/** Markdown of each page of each list. */
export function* markdownLists(session: Session, { lists }: SiteViews, pageAt: PageAt): Generator<SiteFile> {
  const { say } = pageAt("/llms.txt");
  const made = function* <Item>(
    pages: readonly (ListPage<Item> & { readonly topic?: string })[],
    name: string,
    lead: string,
    itemOf: (item: Item, page: MarkdownPage) => PhrasingContent[],
  ): Generator<SiteFile> {
    for (const part of pages) {
      if (!isListChosen(session, part.path, part.topic)) continue;
      const path = markdownPath(part.path);
      const page = pageAt(path);
      const title = part.topic === undefined ? name : `${name}: ${part.topic}`;
      const items = part.items.map((item) => itemOf(item, page));
      const place = part.count > 1 ? rangeOf(part, page) : "";
      yield {
        path: path.slice(1),
        content: listMarkdownPage({ title: titleOf(title, part, page), lead, place, items, neighbours: neighboursOf(part, page) }), // prettier-ignore
      };
    }
  };
  yield* made(lists.briefs, say("list.briefs"), say("list.briefsLead"), briefItem);
  yield* made(lists.sources, say("list.sources"), say("list.sourcesLead"), sourceItem);
  yield* made(lists.topics, say("list.topics"), "", ({ name }, { addressOf }) => [
    link(addressOf(topicPath(name)), text(name)),
  ]);
  yield* made(lists.ofTopics, say("list.topic"), "", briefItem);
}

/** A list as llms.txt names it: its items, or its pages where it has several. */
export function fileList<Item>(
  name: string,
  pages: readonly ListPage<Item>[],
  words: MarkdownPage,
  fileOf: (item: Item) => { readonly title: string; readonly url: string; readonly about: string },
): FileList {
  const files =
    pages.length > 1
      ? pages.map((part) => ({ title: titleOf(name, part, words), url: part.path, about: rangeOf(part, words) }))
      : pages.flatMap(({ items }) => items.map(fileOf));
  return {
    name,
    files: files.map(({ title, url, about }) => ({ title, address: words.addressOf(markdownPath(url)), about })),
  };
}

function titleOf(title: string, { number, count }: ListPage<unknown>, { say, sayNumber }: MarkdownPage): string {
  if (number === 1) return title;
  return say("pages.titled", { title, number: sayNumber(number), count: sayNumber(count) });
}

function rangeOf({ first, last, total }: ListPage<unknown>, { say, sayNumber }: MarkdownPage): string {
  return say("pages.range", { first: sayNumber(first), last: sayNumber(last), total: sayNumber(total) });
}

function neighboursOf(part: ListPage<unknown>, { say, addressOf }: MarkdownPage) {
  const { previous, next } = pageWays(part);
  const ways = [
    { name: say("pages.previous"), path: previous },
    { name: say("pages.next"), path: next },
  ];
  return ways
    .filter(({ path }) => path !== "")
    .map(({ name, path }) => ({ name, address: addressOf(markdownPath(path)) }));
}
