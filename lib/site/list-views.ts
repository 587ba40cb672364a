import { markBeginnings, type MarkedPage } from "../core/list/beginnings.ts";
import { cutList, pageLengths, type ListPage } from "../core/list/list-page.ts";
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

/** @param language of the site, by whose letters sources are listed. */
export function siteLists(
  { briefs, sources, topics }: Pick<SiteViews, "briefs" | "sources" | "topics">,
  language: string,
): SiteLists {
  const byYear = (list: string, all: readonly BriefCard[]) =>
    markBeginnings(cutList(list, all, pageLengths.briefs), ({ year }) => year);
  const letters = titleOrder(language).lettersOf(sources.map(({ title }) => title));
  const lettersOf = new Map(sources.map((source, index) => [source, letters[index] ?? ""]));
  return {
    briefs: byYear("/briefs/", briefs),
    sources: markBeginnings(
      cutList("/sources/", sources, pageLengths.sources),
      (source) => lettersOf.get(source) ?? "",
      ({ language }) => language,
    ),
    topics: cutList("/topics/", topics, pageLengths.topics),
    ofTopics: topics.flatMap(({ name, briefs: about }) =>
      byYear(topicPath(name), about).map((page) => ({ ...page, topic: name })),
    ),
  };
}
