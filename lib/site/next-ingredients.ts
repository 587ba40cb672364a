import type { Brief } from "../core/brief/brief.ts";
import type { CitingDocument } from "../core/brief/citation.ts";
import type { Catalog, Library } from "../core/catalog/catalog.ts";
import type { Naming } from "../core/citation-style/naming.ts";
import { exchanged, type Exchange } from "../core/list/exchanged.ts";
import { putInOrder } from "../core/list/kept-order.ts";
import { pageAt } from "../core/preview/document-pages.ts";
import { differingKeys, patched } from "../core/patched-map.ts";
import { remembered } from "../core/remembered.ts";
import type { Paragraph, Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { newestFirst } from "../core/view/brief-view.ts";
import { atAllNames, frameOf, ingredientsOf, partsIn, unlistedIn, type Ingredients, type Parts } from "./affected.ts";
import { findBrief } from "./named-documents.ts";
import { documentsOf, type Session } from "./session.ts";

/** The ingredients of the pages of a session. */
export interface KnownIngredients {
  readonly session: Session;
  readonly ingredients: Ingredients;
  /** BCP 47: those that briefs have, or had. */
  readonly languages: ReadonlySet<string>;
}

/**
 * What `ingredientsOf` gives. Of pages that nothing can have touched since another state of
 * the library, it is what it was then.
 */
export function nextIngredients(session: Session, before?: KnownIngredients): KnownIngredients {
  const isNext = before && areAlike(before.session, session) && [before.session, session].every(hasNamesApart);
  const { briefs } = documentsOf(session).library;
  const come = before ? exchanged(documentsOf(before.session).library.briefs, briefs).come : briefs;
  const languages = new Set([...(before?.languages ?? [""]), ...come.map(({ language }) => language)]);
  const ingredients = isNext ? touchedIngredients(session, before, [...languages]) : ingredientsOf(session);
  return { session, ingredients, languages };
}

/** Whether nothing is another that every page is made of. */
function areAlike(a: Session, b: Session): boolean {
  const isOfOneKind = a.drafts && b.drafts && (a.preview === undefined) === (b.preview === undefined);
  return isOfOneKind && a.citing.style === b.citing.style && frameOf(a.catalog) === frameOf(b.catalog);
}

/** Whether no two documents can have a name between them, nor any stand for a file that cannot be read. */
function hasNamesApart(session: Session): boolean {
  const { library, found } = documentsOf(session);
  const { documents, against } = found.checked;
  const isWhole = documents.length === library.briefs.length + library.pages.length;
  return isWhole && against.sources.size === library.sources.size && found.between.names.length === 0;
}

/** The pages of documents that are others, of what they cite or did, of what is called otherwise, and of which something else is said. */
function touchedIngredients(
  session: Session,
  { session: then, ingredients: before }: KnownIngredients,
  languages: readonly string[],
): Ingredients {
  const [documents, others] = [documentsOf(session), documentsOf(then)];
  const said = saidOtherwise(then, session);
  const ids = touchedSources(then, session, languages);
  const briefs = touchedBriefs(others, documents, ids);
  const evidence = touchedBriefs(then.catalog, session.catalog, ids);
  for (const document of contestedDocuments(then.catalog, session.catalog)) evidence.touched.add(document);
  const { sources } = documents.library;
  const beside = [...besideOthers(others.library.sources), ...besideOthers(sources)];
  const citedOtherwise = differingKeys(others.found.lists.bySource, documents.found.lists.bySource);
  const touched = new Set([...ids, ...citedOtherwise, ...beside]);
  for (const url of said) {
    const page = pageAt(url);
    const brief = page?.kind === "brief" ? findBrief(documents, page.name) : undefined;
    if (brief) briefs.touched.add(brief);
    else if (page) touched.add(page.name);
  }
  const left = [...ids].flatMap((id) => namesOf(id, others.library.sources.get(id)));
  const parts = partsIn(session);
  return {
    briefs: patched(before.briefs, entriesOf(briefs, documents, parts.brief)),
    evidence: patched(before.evidence, entriesOf(evidence, session.catalog, parts.evidence)),
    sources: patched(before.sources, [
      ...left.map((name): [string, undefined] => [name, undefined]),
      ...[...touched]
        .flatMap((id) => sources.get(id) ?? [])
        .flatMap((one) => atAllNames(one.id, one, parts.source(one))),
    ]),
    topics: nextTopics(before.topics, evidence),
  };
}

interface Touched extends Exchange<Brief> {
  /** Also what has come. */
  readonly touched: Set<CitingDocument>;
}

/** The briefs that are others, cite something otherwise, or cite what is another; and the terms of all, where the glossary is. */
function touchedBriefs(a: Catalog, b: Catalog, ids: ReadonlySet<string>): Touched {
  const { gone, come } = exchanged(a.library.briefs, b.library.briefs);
  const touched = new Set<CitingDocument>([...come, ...differingKeys(a.verified, b.verified)]);
  for (const id of ids) for (const { document } of b.found.lists.bySource.get(id) ?? []) touched.add(document);
  if (a.library.glossary !== b.library.glossary)
    for (const brief of b.library.briefs) if (brief.terms.length > 0) touched.add(brief);
  return { gone, come, touched };
}

function entriesOf(
  { gone, touched }: Touched,
  { evidence }: Catalog,
  partsOf: (brief: Brief) => Parts,
): [string, Parts | undefined][] {
  // What was touched may be no more.
  const isThere = (one: CitingDocument): one is Brief => one.kind === "brief" && evidence.has(one as Brief);
  return [
    ...gone.flatMap((one) => namesOf(one.name, one)).map((name): [string, undefined] => [name, undefined]),
    ...[...touched].filter(isThere).flatMap((one) => atAllNames(one.name, one, partsOf(one))),
  ];
}

function namesOf(name: string, document: Pick<Brief, "formerNames"> | undefined): string[] {
  return [name, ...(document?.formerNames ?? [])];
}

/** Addresses of pages on which a preview says something else, or that come into lists or leave them. */
function saidOtherwise(a: Session, b: Session): ReadonlySet<string> {
  const none = new Map<string, never>();
  const unlisted = [unlistedIn(a), unlistedIn(b)].flatMap((all) => [...all]);
  return new Set([
    ...differingKeys(a.preview?.findings ?? none, b.preview?.findings ?? none),
    ...unlisted.map((one) => ("url" in one ? one.url : sourcePath(one))),
  ]);
}

/** Ids of sources that are not the very same, nor called the same, or whose lock is another. */
function touchedSources(a: Session, b: Session, languages: readonly string[]): ReadonlySet<string> {
  const [then, now] = [documentsOf(a).library, documentsOf(b).library];
  const touched = new Set([...differingKeys(then.sources, now.sources), ...differingKeys(then.records, now.records)]);
  if (a.citing.naming === b.citing.naming) return touched;
  for (const source of now.sources.values())
    if (!touched.has(source.id) && isCalledOtherwise(a.citing.naming, b.citing.naming, source, languages))
      touched.add(source.id);
  return touched;
}

function isCalledOtherwise(a: Naming, b: Naming, source: Source, languages: readonly string[]): boolean {
  return languages.some((language) => {
    const [old, now] = [a.formsOf(source, language), b.formsOf(source, language)];
    return old !== now && JSON.stringify(old) !== JSON.stringify(now);
  });
}

/** The documents that cite what others dispute, or did. */
function contestedDocuments(a: Catalog, b: Catalog): Set<CitingDocument> {
  const { found: then } = a;
  const { found: now } = b;
  const listOf = ({ lists }: typeof now, paragraph: Paragraph) =>
    lists.contested.has(paragraph) ? lists.byParagraph.get(paragraph) : undefined;
  const paragraphs = new Set([...then.lists.contested, ...now.lists.contested]);
  const changed = [...paragraphs].filter((one) => listOf(then, one) !== listOf(now, one));
  const citing = ({ lists }: typeof now) => changed.flatMap((one) => lists.byParagraph.get(one) ?? []);
  return new Set([...citing(then), ...citing(now)].map(({ document }) => document));
}

/** Ids of the sources that stand beside others: translations, and what they are translations of. */
const besideOthers = remembered((sources: Library["sources"]) =>
  [...sources.values()].flatMap(({ id, meta }) => (meta.translationOf === undefined ? [] : [id, meta.translationOf])),
);

/** What `briefsByTopic` gives. */
function nextTopics(before: Ingredients["topics"], { gone, come }: Exchange<Brief>): Ingredients["topics"] {
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
