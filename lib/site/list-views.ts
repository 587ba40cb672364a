import { markBeginnings, type MarkedPage } from "../core/list/beginnings.ts";
import { cutList, pageLengths, type ListPage } from "../core/list/list-page.ts";
import { exchanged } from "../core/list/exchanged.ts";
import { isSameList } from "../core/list/same-list.ts";
import { titleOrder } from "../core/list/title-order.ts";
import { topicPath } from "../core/view/address.ts";
import type { BriefCard } from "../core/view/brief-view.ts";
import type { SiteViews } from "./page-views.ts";

/** The lists of a site, cut into pages. */
export interface SiteLists {
  readonly briefs: readonly MarkedPage<BriefCard>[];
  readonly sources: readonly MarkedPage<SiteViews["sources"][number]>[];
  readonly topics: readonly ListPage<SiteViews["topics"][number]>[];
  /** The briefs of all topics, topic by topic. */
  readonly ofTopics: readonly TopicPage[];
}

/** A page of the briefs of one topic. */
export interface TopicPage extends MarkedPage<BriefCard> {
  readonly topic: string;
}

/**
 * @param language of the site, by whose letters sources are listed.
 * @param before of another state: a page that has the very same on it is the very same.
 */
export function siteLists(
  { briefs, sources, topics }: Listed,
  language: string,
  before?: Listed & Pick<SiteViews, "lists">,
): SiteLists {
  const byYear = (list: string, all: readonly BriefCard[]) =>
    markBeginnings(cutList(list, all, pageLengths.briefs), ({ year }) => year);
  const known = new Map(before?.topics.map((topic) => [topic.name, topic]));
  const pagesOfTopics = new Map<string, TopicPage[]>();
  for (const page of before?.lists.ofTopics ?? []) {
    const pages = pagesOfTopics.get(page.topic);
    if (pages) pages.push(page);
    else pagesOfTopics.set(page.topic, [page]);
  }
  return {
    briefs: keptPages(before?.lists.briefs ?? [], byYear("/briefs/", briefs)),
    sources: (before && pagesInSameOrder(before, sources)) ?? keptPages(before?.lists.sources ?? [], byLetter(sources, language)), // prettier-ignore
    topics: cutList("/topics/", topics, pageLengths.topics),
    ofTopics: topics.flatMap((topic): readonly TopicPage[] => {
      const { name, briefs: about } = topic;
      const pages = pagesOfTopics.get(name) ?? [];
      if (known.get(name) === topic) return pages;
      return keptPages(pages, byYear(topicPath(name), about).map((page) => ({ ...page, topic: name }))); // prettier-ignore
    }),
  };
}

type Listed = Pick<SiteViews, "briefs" | "sources" | "topics">;

/** Sources that are in order of their titles, under their letters. */
function byLetter(sources: Listed["sources"], language: string): SiteLists["sources"] {
  const letters = titleOrder(language).lettersOf(sources.map(({ title }) => title));
  const lettersOf = new Map(sources.map((source, index) => [source, letters[index] ?? ""]));
  return markBeginnings(
    cutList("/sources/", sources, pageLengths.sources),
    (source) => lettersOf.get(source) ?? "",
    ({ language }) => language,
  );
}

/** What {@link byLetter} gives where sources have the titles that those before had; otherwise undefined. */
function pagesInSameOrder(
  before: Listed & Pick<SiteViews, "lists">,
  sources: Listed["sources"],
): SiteLists["sources"] | undefined {
  const { gone, come } = exchanged(before.sources, sources);
  const isAsBefore = gone.length === come.length && gone.every((old, at) => old.title === come[at]?.title && old.language === come[at].language); // prettier-ignore
  if (!isAsBefore) return undefined;
  return before.lists.sources.map((page) => {
    const items = sources.slice(Math.max(0, page.first - 1), page.last);
    return isSameList(page.items, items) ? page : { ...page, items };
  });
}

/** Pages of a list, the very same as before where the same stands at the same place. */
function keptPages<Page extends MarkedPage<unknown>>(before: readonly Page[], pages: readonly Page[]): Page[] {
  const placeOf = ({ path, count, first, last, total, beginnings }: Page) =>
    JSON.stringify([path, count, first, last, total, beginnings]);
  return pages.map((page, at) => {
    const known = before[at];
    const isSame = known && isSameList(known.items, page.items) && isSameList(known.ids, page.ids) && placeOf(known) === placeOf(page); // prettier-ignore
    return isSame ? known : page;
  });
}
