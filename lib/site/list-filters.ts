import type { Environment } from "nunjucks";
import type { ListPage } from "../core/list/list-page.ts";
import { pageWays } from "../core/list/page-ways.ts";
import type { SiteLists } from "./list-views.ts";
import type { SiteViews } from "./page-views.ts";
import type { Session } from "./session.ts";
import { siteEvidencePages } from "./site-evidence-pages.ts";

type AnyPage = SiteLists[keyof SiteLists][number];

/**
 * What templates may ask of lists: `path | listPage` for a page of one, `page | pageWays`
 * for the ways to the others.
 */
export function addListFilters(environment: Environment, views: () => SiteViews): void {
  /** By address; of each site's views once. */
  const known = new WeakMap<SiteViews, Map<string, AnyPage>>();
  environment.addFilter("listPage", (path: string) => {
    const pages = known.get(views()) ?? byPath(views());
    known.set(views(), pages);
    const page = pages.get(path);
    if (!page) throw new Error(`There is no list at ${path}`);
    return page;
  });
  environment.addFilter("pageWays", (page: ListPage<unknown>) => pageWays(page));
}

function byPath({ lists }: SiteViews): Map<string, AnyPage> {
  const pages: readonly AnyPage[] = Object.values(lists).flat();
  return new Map(pages.map((page) => [page.path, page]));
}

/** Addresses of the pages of lists that are to be rendered, by kind. */
export function listPaths(session: Session, { lists }: SiteViews) {
  const isChosen = (path: string, topic?: string) => isListChosen(session, path, topic);
  const chosen = (pages: readonly { readonly path: string }[]) =>
    pages.map(({ path }) => path).filter((path) => isChosen(path));
  return {
    briefLists: chosen(lists.briefs),
    sourceLists: chosen(lists.sources),
    topicLists: chosen(lists.topics),
    topics: lists.ofTopics.filter(({ path, topic }) => isChosen(path, topic)).map(({ path }) => path),
    evidenceLists: chosen(siteEvidencePages(session).pages),
  };
}

/**
 * Whether a page of a list is to be rendered, and what stands beside it to be written.
 *
 * @param topic whose briefs it lists, if it is such a list.
 */
export function isListChosen({ only, isPart }: Session, path: string, topic?: string): boolean {
  if (isPart && topic === undefined) return false;
  if (only?.lists) return only.lists.has(path);
  return topic === undefined || (only?.topics.has(topic) ?? true);
}
