import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { compareText } from "../core/text/compare.ts";
import type { Source } from "../core/source/source.ts";
import { briefCard, newestFirst, type BriefCard } from "../core/view/brief-view.ts";
import { countNotes } from "../core/view/source-view.ts";
import { glossaryView, type GlossaryView } from "../core/view/glossary-view.ts";
import { searchFilters, type SearchFilter } from "../core/view/search-filters.ts";
import { sourceCard, type SourceCard } from "../core/view/source-card.ts";
import { exchanged } from "../core/list/exchanged.ts";
import { keptOrder, putInOrder, type InOrder } from "../core/list/kept-order.ts";
import { differingKeys } from "../core/patched-map.ts";
import { remembered, rememberedIn } from "../core/remembered.ts";
import { titleOrder } from "../core/list/title-order.ts";
import { siteLists, type SiteLists } from "./list-views.ts";
import type { Session } from "./session.ts";

/** What lists on pages show, in the order they show it. */
export interface SiteViews {
  readonly briefs: readonly BriefCard[];
  /** The newest few that their authors stand by. */
  readonly latest: readonly BriefCard[];
  readonly sources: readonly (SourceCard & { readonly times: number })[];
  readonly topics: readonly { readonly name: string; readonly briefs: readonly BriefCard[] }[];
  /** All of these as the pages of lists show them. */
  readonly lists: SiteLists;
  readonly citations: number;
  /** By what readers can narrow a search down, in the order in which it is shown. */
  readonly searchFilters: readonly SearchFilter[];
  /** In order of name; empty where there is no glossary. */
  readonly glossary: readonly GlossaryView[];
}

/** In order, by whether drafts are among them; of each library once. */
const inOrder = remembered(() => new Map<boolean, readonly Brief[]>());
/** Those that were put in order last, since hardly one is another after a save. */
const lastInOrder = new Map<boolean, InOrder<Brief>>();

/** Briefs that get a page, newest first: drafts only in a preview. */
export function shownBriefs({ catalog, drafts }: Session): readonly Brief[] {
  const { briefs } = catalog.library;
  const known = inOrder(briefs).get(drafts);
  if (known) return known;
  const shown = drafts ? briefs : briefs.filter(({ meta }) => meta.status !== "draft");
  const ordered = keptOrder(lastInOrder.get(drafts) ?? { all: [], sorted: [] }, shown, newestFirst);
  inOrder(briefs).set(drafts, ordered.sorted);
  lastInOrder.set(drafts, ordered);
  return ordered.sorted;
}

/** Made once for each catalog, which never changes: by whether drafts are shown, and the language. */
const known = new WeakMap<Catalog, Map<string, SiteViews>>();

/** @param language of the site's interface. */
export function siteViews(session: Session, language: string): SiteViews {
  const ofCatalog = known.get(session.catalog) ?? new Map<string, SiteViews>();
  known.set(session.catalog, ofCatalog);
  const key = `${session.drafts} ${language}`;
  const views = ofCatalog.get(key) ?? makeViews(session, language);
  ofCatalog.set(key, views);
  return views;
}

/** What was made last, by the same: after a save most of it is taken again. */
const lastMade = new Map<string, Made>();

interface Made {
  readonly catalog: Catalog;
  readonly shown: readonly Brief[];
  /** In order of titles. */
  readonly titled: readonly Source[];
  readonly views: SiteViews;
}

function makeViews(session: Session, language: string): SiteViews {
  const { catalog } = session;
  const key = `${session.drafts} ${language}`;
  const before = lastMade.get(key);
  const shown = shownBriefs(session);
  const citingOtherwise = differingKeys(before?.catalog.verified ?? catalog.verified, catalog.verified);
  const briefs = shown.map((brief, at) => {
    const known = before?.shown[at] === brief && !citingOtherwise.has(brief) ? before.views.briefs[at] : undefined;
    return known ?? cardOf(catalog, brief);
  });
  const titled = inOrderOfTitles(catalog.library.sources, language);
  const isCitedOtherwise = citedOtherwise(before?.catalog, catalog);
  const sources = titled.map((source, at) => {
    const known = before?.titled === titled && !isCitedOtherwise(source) ? before.views.sources[at] : undefined;
    return known ?? withTimes(catalog, source, language);
  });
  const topics = before ? nextTopics(before.views, briefs) : topicsOf(briefs);
  const views = {
    briefs,
    latest: briefs.filter(({ status }) => status !== "withdrawn").slice(0, 6),
    sources,
    topics,
    lists: siteLists({ briefs, sources, topics }, language, before?.views),
    searchFilters: searchFilters(briefs, sources),
    citations: briefs.reduce((sum, brief) => sum + brief.citations, 0),
    glossary: glossaryView(catalog.library.glossary, shown, language),
  };
  lastMade.set(key, { catalog, shown, titled, views });
  return views;
}

function topicsOf(briefs: readonly BriefCard[]): SiteViews["topics"] {
  return [...byTopic(briefs, (brief) => brief.topics.map(({ name }) => name))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, list]) => ({ name, briefs: list }));
}

/** What {@link topicsOf} gives; of a topic whose briefs are the very same, it is the very same. */
function nextTopics(before: Pick<SiteViews, "briefs" | "topics">, briefs: readonly BriefCard[]): SiteViews["topics"] {
  const { gone, come } = exchanged(before.briefs, briefs);
  if (come.length > briefs.length / 8) return topicsOf(briefs);
  const left = new Set(gone);
  const isAbout = (name: string) => (brief: BriefCard) => brief.topics.some((topic) => topic.name === name);
  const touched = new Set([...gone, ...come].flatMap(({ topics }) => topics.map(({ name }) => name)));
  const known = new Map(before.topics.map((topic) => [topic.name, topic]));
  for (const name of touched) {
    const stayed = known.get(name)?.briefs.filter((brief) => !left.has(brief)) ?? [];
    const about = putInOrder(stayed, come.filter(isAbout(name)), (a, b) => newestFirst(listed(a), listed(b)));
    if (about.length === 0) known.delete(name);
    else known.set(name, { name, briefs: about });
  }
  return [...known.values()].sort((a, b) => compareText(a.name, b.name));
}

function listed(card: BriefCard) {
  return { name: card.slug, meta: card };
}

/** Briefs by each topic they name, in the order given. */
function byTopic<One>(briefs: readonly One[], topicsOf: (brief: One) => readonly string[]): Map<string, One[]> {
  const topics = new Map<string, One[]>();
  for (const brief of briefs) {
    for (const name of topicsOf(brief)) {
      const listed = topics.get(name);
      if (listed) listed.push(brief);
      else topics.set(name, [brief]);
    }
  }
  return topics;
}

/** Briefs in an order, by topic. */
export const briefsByTopic = remembered((briefs: readonly Brief[]) => byTopic(briefs, ({ meta }) => meta.topics));

/** By the check of its citations, which is another when the brief is. */
const cards = new WeakMap<object, BriefCard>();
/** The very same card for a brief that cites as often and as many sources as before. */
const lastCards = new WeakMap<Brief, BriefCard>();

function cardOf(catalog: Catalog, brief: Brief): BriefCard {
  const verified = catalog.verified.get(brief);
  const known = verified && cards.get(verified);
  if (known) return known;
  const made = briefCard(catalog, brief);
  const last = lastCards.get(brief);
  const card = last?.citations === made.citations && last.sources === made.sources ? last : made;
  lastCards.set(brief, card);
  if (verified) cards.set(verified, card);
  return card;
}

/** As the briefs, by the language. */
const lastOfSources = new Map<string, InOrder<Source>>();

const inOrderOfTitles = rememberedIn((sources: ReadonlyMap<string, Source>, language): readonly Source[] => {
  const { compare } = titleOrder(language);
  const byTitle = (a: Source, b: Source) => compare(a.meta.title, b.meta.title) || compareText(a.id, b.id);
  const last = lastOfSources.get(language) ?? { all: [], sorted: [] };
  const ordered = keptOrder(last, [...sources.values()], byTitle);
  lastOfSources.set(language, ordered);
  return ordered.sorted;
});

/** Whether a source may be cited more or less often than in another state. */
function citedOtherwise(before: Catalog | undefined, { citedBy, found }: Catalog): (source: Source) => boolean {
  // What readers see of a catalog leaves out what drafts cite.
  const isWhole = citedBy === found.lists.byParagraph && before?.citedBy === before?.found.lists.byParagraph;
  if (!before || !isWhole) return () => true;
  const touched = differingKeys(before.found.lists.bySource, found.lists.bySource);
  return ({ id }) => touched.has(id);
}

/** How often the sources are cited, by who cites them. */
const times = new WeakMap<object, number>();
/** The very same for a source that is cited as often as before. */
const timesInLanguage = rememberedIn<Source, Map<number, SiteViews["sources"][number]>>(() => new Map());

function withTimes(catalog: Catalog, source: Source, language: string): SiteViews["sources"][number] {
  const { lists } = catalog.found;
  // What readers see of a catalog leaves out what drafts cite.
  const citing = catalog.citedBy === lists.byParagraph ? lists.bySource.get(source.id) : undefined;
  const count = (citing && times.get(citing)) ?? countNotes(catalog, source);
  if (citing) times.set(citing, count);
  const known = timesInLanguage(source, language);
  const before = known.get(count);
  if (before) return before;
  const made = { ...sourceCard(source, language), times: count };
  known.clear();
  known.set(count, made);
  return made;
}
