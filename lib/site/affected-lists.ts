import type { ContestedParagraph } from "../core/evidence/contested-paragraphs.ts";
import type { MarkedPage } from "../core/list/beginnings.ts";
import type { DisputedClaim } from "../core/evidence/disputed-claims.ts";
import type { EvidencePage } from "../core/evidence/evidence-page.ts";
import { isSameList } from "../core/list/same-list.ts";
import type { ListPage } from "../core/list/list-page.ts";
import { frameOf, type Parts } from "./affected.ts";
import type { TopicPage } from "./list-views.ts";
import type { SiteViews } from "./page-views.ts";
import type { Session } from "./session.ts";
import { siteEvidencePages } from "./site-evidence-pages.ts";

/** What each page of a list is made of, by its address; see `Ingredients`. */
export type ListIngredients = ReadonlyMap<string, Parts>;

export function listIngredients(session: Session, { lists }: SiteViews): ListIngredients {
  const { briefs, sources, glossary, records } = session.catalog.library;
  const terms: [string, Parts][] = glossary && glossary.terms.length > 0 ? [["/glossary/", [glossary]]] : [];
  const frame = frameOf(session.catalog);
  const named = new Map(briefs.map((brief) => [brief.name, brief]));
  const briefOf = ({ slug }: { readonly slug: string }) => present(named.get(slug));
  const ofBriefs = (page: TopicPage | SiteViews["lists"]["briefs"][number]) => page.items.map(briefOf);
  const made = <Page extends ListPage<unknown>>(pages: readonly Page[], partsOf: (page: Page) => Parts) =>
    pages.map((page): [string, Parts] => [page.path, [frame, placeOf(page), ...partsOf(page)]]);
  const locks = Array.from(records.values(), ({ lock }) => lock ?? []);
  return new Map<string, Parts>([
    // Made again with every save; that it is there is what counts.
    ...terms,
    ...made(lists.briefs, (page) => [beginningsOf(page), ...ofBriefs(page)]),
    ...made(lists.ofTopics, (page) => [beginningsOf(page), ...ofBriefs(page)]),
    ...made(lists.sources, (page) => [
      beginningsOf(page),
      ...page.items.flatMap(({ id, times }) => [present(sources.get(id)), String(times)]),
    ]),
    ...made(lists.topics, (page) => page.items.map(({ name, briefs: about }) => `${name} ${about.length}`)),
    ...siteEvidencePages(session).pages.map((page): [string, Parts] => [
      page.path,
      // The first page has the figures of all briefs on it; further ones only what their lists say.
      [frame, String(page.count), ...(page.number === 1 ? [...briefs, ...sources.values(), ...locks] : partsOfEvidence(page))], // prettier-ignore
    ]),
  ]);
}

/** The pages of lists that have to be rendered again, and the folders of those that are gone. */
export function compareLists(
  before: ListIngredients,
  after: ListIngredients,
): { readonly changed: ReadonlySet<string>; readonly gone: readonly string[] } {
  return {
    changed: new Set([...after].flatMap(([path, parts]) => (isSameList(before.get(path), parts) ? [] : [path]))),
    gone: [...before.keys()].filter((path) => !after.has(path)).map((path) => path.slice(1, -1)),
  };
}

function placeOf({ number, count, first, last, total }: ListPage<unknown>): string {
  return [number, count, first, last, total].join(" ");
}

function beginningsOf({ beginnings }: Pick<MarkedPage<unknown>, "beginnings">): string {
  return beginnings.map(({ url, language = "" }) => `${url} ${language}`).join(" ");
}

function partsOfEvidence(page: EvidencePage): Parts {
  const { contested, contradictions, otherDisputed, reliance } = page;
  return [
    ...[page.briefs, reliance, contradictions, otherDisputed, contested].map(placeOf),
    ...page.briefs.items.flatMap(({ brief, ...counts }) => [brief, Object.values(counts).join(" ")]),
    ...reliance.items.flatMap(({ source, ...counts }) => [source, Object.values(counts).join(" ")]),
    ...[...contradictions.items, ...otherDisputed.items].flatMap(partsOfClaim),
    ...contested.items.flatMap(partsOfContested),
  ];
}

function partsOfClaim({ document, sentence, disputing, supporting }: DisputedClaim): Parts {
  return [document, sentence, ...[...disputing, ...supporting].map(({ source }) => source)];
}

function partsOfContested({ source, paragraph, supporting, disputing }: ContestedParagraph): Parts {
  return [source, paragraph.label, ...[...supporting, ...disputing].map(({ document }) => document)];
}

function present<One>(one: One | undefined): One {
  if (one === undefined) throw new Error("A list names what the catalog does not have");
  return one;
}
