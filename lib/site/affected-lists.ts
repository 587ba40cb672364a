import type { Library } from "../core/catalog/catalog.ts";
import type { ContestedParagraph } from "../core/evidence/contested-paragraphs.ts";
import type { MarkedPage } from "../core/list/beginnings.ts";
import type { DisputedClaim } from "../core/evidence/disputed-claims.ts";
import type { EvidencePage } from "../core/evidence/evidence-page.ts";
import type { BriefFigures } from "../core/evidence/site-evidence.ts";
import { isSameList } from "../core/list/same-list.ts";
import type { ListPage } from "../core/list/list-page.ts";
import { remembered } from "../core/remembered.ts";
import { without } from "../core/without.ts";
import { frameOf, type Parts } from "./affected.ts";
import type { TopicPage } from "./list-views.ts";
import { briefNamed } from "./named-documents.ts";
import type { SiteViews } from "./page-views.ts";
import type { Session } from "./session.ts";
import { siteEvidencePages } from "./site-evidence-pages.ts";

/** What each page of a list is made of, by its address; see `Ingredients`. */
export type ListIngredients = ReadonlyMap<string, Parts>;

export function listIngredients(session: Session, { lists }: SiteViews): ListIngredients {
  const { briefs, sources, glossary, records } = session.catalog.library;
  const terms: [string, Parts][] = glossary && glossary.terms.length > 0 ? [["/glossary/", [glossary]]] : [];
  const frame = frameOf(session.catalog);
  const briefOf = ({ slug }: { readonly slug: string }) => briefNamed(session.catalog, slug);
  const ofBriefs = (page: TopicPage | SiteViews["lists"]["briefs"][number]) => page.items.map(briefOf);
  const made = <Page extends ListPage<unknown>>(pages: readonly Page[], partsOf: (page: Page) => Parts) =>
    pages.map((page): [string, Parts] => {
      const parts = partsOfPages.get(page) ?? [placeOf(page), ...partsOf(page)];
      partsOfPages.set(page, parts);
      return [page.path, [frame, ...parts]];
    });
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
      [frame, String(page.count), ...(page.number === 1 ? [...briefs, ...sources.values(), ...locksIn(records)] : partsOfEvidence(page))], // prettier-ignore
    ]),
  ]);
}

/** Of a page that is the very same as before, what it was made of then. */
const partsOfPages = new WeakMap<object, Parts>();

const locksIn = remembered((records: Library["records"]): Parts =>
  Array.from(records.values(), ({ lock }) => lock ?? "none"),
);

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
    ...page.briefs.items.map(({ brief }) => brief),
    page.briefs.items.map(countsOf).join(),
    // Of what all others are shares is told by the share of the first.
    ...reliance.items.slice(0, 1).map(({ share }) => String(share)),
    ...reliance.items.map(({ source }) => source),
    reliance.items.map(({ supporting, citations }) => `${supporting} ${citations}`).join(),
    ...[...contradictions.items, ...otherDisputed.items].flatMap(partsOfClaim),
    ...contested.items.flatMap(partsOfContested),
  ];
}

const countsOf = remembered((figures: BriefFigures) => Object.values(without(figures, "brief")).join(" "));

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
