import type { Brief } from "../core/brief/brief.ts";
import type { Catalog, Library } from "../core/catalog/catalog.ts";
import type { Naming } from "../core/citation-style/naming.ts";
import { exchanged } from "../core/list/exchanged.ts";
import { putInOrder } from "../core/list/kept-order.ts";
import { isSameList } from "../core/list/same-list.ts";
import { differingKeys, patched } from "../core/patched-map.ts";
import { remembered } from "../core/remembered.ts";
import type { Paragraph, Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { newestFirst } from "../core/view/brief-view.ts";
import { translationsOf } from "../core/view/translations.ts";
import { atAllNames, ingredientsOf, pagesOf, partsIn, sayingOn, type Ingredients, type Parts } from "./affected.ts";
import { briefsByTopic } from "./page-views.ts";
import { documentsOf, type Session } from "./session.ts";

/** The ingredients of the pages of a session. */
export interface KnownIngredients {
  readonly session: Session;
  readonly ingredients: Ingredients;
}

/**
 * What `ingredientsOf` gives. Of pages that nothing can have touched since another state of
 * the library, it is what it was then.
 */
export function nextIngredients(session: Session, before?: KnownIngredients): KnownIngredients {
  if (!before || isAnother(before.session, session)) return { session, ingredients: ingredientsOf(session) };
  if (areOfKin(before.session, session)) return { session, ingredients: ingredientsOfKin(session, before) };
  const then = before.session;
  const [documents, others] = [documentsOf(session), documentsOf(then)];
  const { briefs, evidence, sources } = pagesOf(session);
  const touched = touchedSources(then, session);
  const parts = partsIn(session);
  const [saying, said] = [sayingOn(session), sayingOn(then)];
  const saysTheSame = (document: Brief | Source, url: string) => isSameList(saying(document, url), said(document, url));
  const citesTheSame = (catalog: Catalog, other: Catalog, brief: Brief) =>
    catalog.verified.get(brief) === other.verified.get(brief) &&
    catalog.verified.has(brief) &&
    (touched.size === 0 || !brief.citations.some(({ request }) => touched.has(request.sourceId)));
  const contested = contestedDocuments(then.catalog, session.catalog);
  const { lists } = documents.found;
  const keep = (known: Parts | undefined, isSame: boolean, make: () => Parts) => (known && isSame ? known : make());
  const ingredients: Ingredients = {
    briefs: new Map(
      briefs.flatMap((brief) => {
        const isSame = citesTheSame(documents, others, brief) && saysTheSame(brief, brief.url);
        const known = before.ingredients.briefs.get(brief.name);
        return atAllNames(brief.name, brief, keep(known, isSame, () => parts.brief(brief))); // prettier-ignore
      }),
    ),
    evidence: new Map(
      evidence.flatMap((brief) => {
        const isSame = citesTheSame(session.catalog, then.catalog, brief) && !contested.has(brief);
        const known = before.ingredients.evidence.get(brief.name);
        return atAllNames(brief.name, brief, keep(known, isSame, () => parts.evidence(brief))); // prettier-ignore
      }),
    ),
    sources: new Map(
      sources.flatMap((source) => {
        const { id } = source;
        const isAlone = source.meta.translationOf === undefined && translationsOf(documents, source).length === 0;
        const hadNone = translationsOf(others, source).length === 0;
        const isCitedTheSame = lists.bySource.get(id) === others.found.lists.bySource.get(id);
        const isSame =
          isAlone && hadNone && isCitedTheSame && !touched.has(id) && saysTheSame(source, sourcePath(source));
        return atAllNames(id, source, keep(before.ingredients.sources.get(id), isSame, () => parts.source(source))); // prettier-ignore
      }),
    ),
    topics: briefsByTopic(evidence),
  };
  return { session, ingredients };
}

/** Whether something is another that any page may be made of. */
function isAnother(a: Session, b: Session): boolean {
  return (
    a.citing.style !== b.citing.style ||
    documentsOf(a).library.glossary !== documentsOf(b).library.glossary ||
    a.catalog.library.glossary !== b.catalog.library.glossary
  );
}

/** Ids of sources that are not the very same, nor called the same, or whose lock is another. */
function touchedSources(a: Session, b: Session): Set<string> {
  const [then, now] = [documentsOf(a).library, documentsOf(b).library];
  const languages = new Set(["", ...then.briefs.map(({ language }) => language), ...now.briefs.map(({ language }) => language)]); // prettier-ignore
  const touched = new Set<string>();
  for (const id of new Set([...then.sources.keys(), ...now.sources.keys()])) {
    const [old, source] = [then.sources.get(id), now.sources.get(id)];
    const isSame = source && old === source && then.records.get(id)?.lock === now.records.get(id)?.lock;
    if (!isSame || isCalledOtherwise(a.citing.naming, b.citing.naming, source, languages)) touched.add(id);
  }
  return touched;
}

function isCalledOtherwise(a: Naming, b: Naming, source: Source, languages: Iterable<string>): boolean {
  if (a === b) return false;
  return [...languages].some(
    (language) => JSON.stringify(a.formsOf(source, language)) !== JSON.stringify(b.formsOf(source, language)),
  );
}

/** The documents that cite what others dispute, or did. */
function contestedDocuments(a: Catalog, b: Catalog): Set<object> {
  const { found: then } = a;
  const { found: now } = b;
  const listOf = ({ lists }: typeof now, paragraph: Paragraph) =>
    lists.contested.has(paragraph) ? lists.byParagraph.get(paragraph) : undefined;
  const paragraphs = new Set([...then.lists.contested, ...now.lists.contested]);
  const changed = [...paragraphs].filter((one) => listOf(then, one) !== listOf(now, one));
  const citing = ({ lists }: typeof now) => changed.flatMap((one) => lists.byParagraph.get(one) ?? []);
  return new Set([...citing(then), ...citing(now)].map(({ document }) => document));
}

/** Whether of two states, neither of which has a problem, nothing but briefs is another. */
function areOfKin(a: Session, b: Session): boolean {
  const [then, now] = [documentsOf(a), documentsOf(b)];
  const isWhole = ({ catalog, drafts }: Session, { library, problems }: Catalog) =>
    drafts && problems.length === 0 && library.briefs === catalog.library.briefs;
  return (
    a.citing.naming === b.citing.naming &&
    a.catalog.found.checked.kin === b.catalog.found.checked.kin &&
    then.found.checked.kin === now.found.checked.kin &&
    isWhole(a, then) &&
    isWhole(b, now)
  );
}

/** The pages of briefs that are others, of what they cite or did, and of what is said otherwise. */
function ingredientsOfKin(session: Session, { session: then, ingredients: before }: KnownIngredients): Ingredients {
  const [documents, others] = [documentsOf(session), documentsOf(then)];
  const { gone, come } = exchanged(others.library.briefs, documents.library.briefs);
  const parts = partsIn(session);
  const none = new Map<string, never>();
  const said = new Set(differingKeys(then.preview?.findings ?? none, session.preview?.findings ?? none));
  for (const { url } of come) said.delete(url);
  const isSaid = ({ url }: { readonly url: string }) => said.has(url);
  const contested = contestedDocuments(then.catalog, session.catalog);
  const shown = said.size === 0 ? come : documents.library.briefs.filter((one) => come.includes(one) || isSaid(one));
  const proven = [...come, ...(contested.size === 0 ? [] : documents.library.briefs.filter((one) => contested.has(one) && !come.includes(one)))]; // prettier-ignore
  const citing = [...gone, ...come].flatMap(({ citations }) => citations.map(({ request }) => request.sourceId));
  const ids = new Set([...citing, ...besideOthers(documents.library.sources)]);
  const { sources } = documents.library;
  if (said.size > 0) for (const source of sources.values()) if (said.has(sourcePath(source))) ids.add(source.id);
  const left = gone.flatMap((brief) => [brief.name, ...brief.formerNames].map((name): [string, undefined] => [name, undefined])); // prettier-ignore
  return {
    briefs: patched(before.briefs, [...left, ...shown.flatMap((one) => atAllNames(one.name, one, parts.brief(one)))]),
    evidence: patched(before.evidence, [...left, ...proven.flatMap((one) => atAllNames(one.name, one, parts.evidence(one)))]), // prettier-ignore
    sources: patched(
      before.sources,
      [...ids].flatMap((id) => sources.get(id) ?? []).flatMap((one) => atAllNames(one.id, one, parts.source(one))),
    ),
    topics: topicsOfKin(before.topics, gone, come),
  };
}

/** Ids of the sources that stand beside others: translations, and what they are translations of. */
const besideOthers = remembered((sources: Library["sources"]) =>
  [...sources.values()].flatMap(({ id, meta }) => (meta.translationOf === undefined ? [] : [id, meta.translationOf])),
);

/** What {@link briefsByTopic} gives. */
function topicsOfKin(
  before: Ingredients["topics"],
  gone: readonly Brief[],
  come: readonly Brief[],
): Ingredients["topics"] {
  const names = new Set([...gone, ...come].flatMap(({ meta }) => meta.topics));
  const left = new Set<Parts[number]>(gone);
  return patched(
    before,
    Array.from(names, (name): [string, Parts | undefined] => {
      const stayed = ((before.get(name) ?? []) as readonly Brief[]).filter((brief) => !left.has(brief));
      const more = come.filter(({ meta }) => meta.topics.includes(name));
      const about = putInOrder(stayed, more, newestFirst);
      return [name, about.length === 0 ? undefined : about];
    }),
  );
}
