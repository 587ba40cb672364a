import { markBeginnings, type MarkedPage } from "../core/list/beginnings.ts";
import { cutList, pageLengths, type ListPage } from "../core/list/list-page.ts";
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
  const letters = isSameList(before?.sources, sources) ? undefined : lettersOf(sources, language);
  const known = new Map(before?.topics.map((topic) => [topic.name, topic]));
  const pagesOfTopics = new Map<string, TopicPage[]>();
  for (const page of before?.lists.ofTopics ?? []) {
    const pages = pagesOfTopics.get(page.topic);
    if (pages) pages.push(page);
    else pagesOfTopics.set(page.topic, [page]);
  }
  return {
    briefs: keptPages(before?.lists.briefs ?? [], byYear("/briefs/", briefs)),
    sources:
      letters === undefined && before
        ? before.lists.sources
        : keptPages(
            before?.lists.sources ?? [],
            markBeginnings(
              cutList("/sources/", sources, pageLengths.sources),
              (source) => letters?.get(source) ?? "",
              ({ language }) => language,
            ),
          ),
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

/** The letters under which sources stand that are in order of their titles. */
function lettersOf(sources: Listed["sources"], language: string): Map<Listed["sources"][number], string> {
  const letters = titleOrder(language).lettersOf(sources.map(({ title }) => title));
  return new Map(sources.map((source, index) => [source, letters[index] ?? ""]));
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
