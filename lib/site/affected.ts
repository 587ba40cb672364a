import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { CitedForms } from "../core/citation-style/forms.ts";
import { contestedParagraphs } from "../core/evidence/contested-paragraphs.ts";
import { sourceFolder } from "../core/libraries/foreign-id.ts";
import { exchanged } from "../core/list/exchanged.ts";
import { isSameList } from "../core/list/same-list.ts";
import type { Finding } from "../core/preview/finding.ts";
import { differingKeys } from "../core/patched-map.ts";
import { formatProblem } from "../core/problem.ts";
import { remembered } from "../core/remembered.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { verifiedCitations } from "../core/view/brief-view.ts";
import { languageVersions, translationsOf } from "../core/view/translations.ts";
import { briefsByTopic, shownBriefs } from "./page-views.ts";
import { documentsOf, pageKinds, type PageKind, type PageSelection, type Session } from "./session.ts";

/**
 * What each page is made of, as a list of the very objects: files that did not change
 * keep their reading, so two lists of the same objects make the same page. What a preview
 * says on it is among them as text.
 */
export type Ingredients = Readonly<Record<PageKind, ReadonlyMap<string, Parts>>>;

export type Parts = readonly (object | string)[];

/** What of a source's lock its page is made of, or, where a brief is given, the pages of that brief. */
export type LockParts = (source: Source, brief?: Brief) => Parts;

/** The lock as it was read: another object whenever anything in its file is another. */
function recordedLock({ library }: Catalog): LockParts {
  return ({ id }) => {
    const lock = library.records.get(id)?.lock;
    return lock ? [lock] : [];
  };
}

export function ingredientsOf(
  session: Session,
  lockParts: LockParts = recordedLock(documentsOf(session)),
): Ingredients {
  const { briefs, evidence, sources } = pagesOf(session);
  const partsOf = partsIn(session, lockParts);
  return {
    briefs: new Map(briefs.flatMap((brief) => atAllNames(brief.name, brief, partsOf.brief(brief)))),
    evidence: new Map(evidence.flatMap((brief) => atAllNames(brief.name, brief, partsOf.evidence(brief)))),
    sources: new Map(sources.flatMap((source) => atAllNames(source.id, source, partsOf.source(source)))),
    topics: briefsByTopic(evidence),
  };
}

/** The documents of which there are pages. */
export function pagesOf(session: Session) {
  const evidence = shownBriefs(session);
  const { library } = documentsOf(session);
  return { briefs: session.preview ? library.briefs : evidence, evidence, sources: [...library.sources.values()] };
}

/** What the page of each document is made of. */
export function partsIn(session: Session, lockParts: LockParts = recordedLock(documentsOf(session))) {
  const { catalog } = session;
  const documents = documentsOf(session);
  const saying = sayingOn(session);
  const calling = callingOn(session);
  const frame = frameOf(catalog);
  const ofDocuments = remembered((brief: Brief) => partsOf(documents, brief, lockParts));
  const ofCatalog = catalog === documents ? ofDocuments : (brief: Brief) => partsOf(catalog, brief, lockParts);
  return {
    brief: (brief: Brief): Parts => [
      frame,
      ...ofDocuments(brief),
      ...calling(citedSources(documents, brief), brief.language),
      ...saying(brief, brief.url),
    ],
    evidence: (brief: Brief): Parts => [frame, ...ofCatalog(brief), ...contesting(catalog, brief)],
    source: (source: Source): Parts => [
      frame,
      source,
      ...lockParts(source),
      ...citingDocuments(documents, source),
      ...besideDocuments(documents, source, lockParts),
      JSON.stringify(languageVersions(documents, source)),
      ...calling([source], ""),
      ...saying(source, sourcePath(source)),
    ],
  };
}

/** What stands around every page: it leads to the glossary where there is one. */
export function frameOf({ library: { glossary } }: Catalog): string {
  return (glossary?.terms.length ?? 0) > 0 ? "with a glossary" : "without one";
}

/**
 * What sources are called on a page: by the style, and by which other sources there are, since
 * a style tells apart those that are named alike.
 */
function callingOn({ citing }: Session): (sources: Iterable<Source>, language: string) => string[] {
  const known = new Map<string, string>();
  const calledIn = (language: string) => (source: Source) => {
    const key = `${language} ${source.id}`;
    const called = known.get(key) ?? writtenForms(citing.naming.formsOf(source, language));
    known.set(key, called);
    return called;
  };
  return (sources, language) => [citing.style, ...Array.from(sources, calledIn(language))];
}

/** Most forms are the very same after a save. */
const writtenForms = remembered((forms: CitedForms) => JSON.stringify(forms));

function partsOf(catalog: Catalog, brief: Brief, lockParts: LockParts): Parts {
  const sources = [...citedSources(catalog, brief)];
  return [brief, ...sources.flatMap((source) => [source, ...lockParts(source, brief)]), ...glossaryOf(catalog, brief)];
}

/** Most findings are the very same after a save. */
const lineOf = remembered((finding: Finding) => formatProblem(finding));

/** What a preview says on the page of a document, and whether the document is not yet part of all other pages. */
function sayingOn(session: Session): (document: Brief | Source, url: string) => string[] {
  const unlisted = unlistedIn(session);
  return (document, url) => [
    ...(session.preview?.findings.get(url) ?? []).map(lineOf),
    ...(unlisted.has(document) ? ["not in the lists"] : []),
  ];
}

/** The documents that are not yet part of all other pages. */
export const unlistedIn = remembered((session: Session): ReadonlySet<Brief | Source> => {
  const { library } = documentsOf(session);
  const { briefs, sources } = session.catalog.library;
  const { gone, come } = exchanged(briefs, library.briefs);
  const moved = new Set(gone);
  const others = [...differingKeys(sources, library.sources)].flatMap((id) => library.sources.get(id) ?? []);
  return new Set([...come.filter((one) => !moved.has(one)), ...others]);
});

/** The pages that have to be rendered again, and those that are gone. */
export function comparePages(before: Ingredients, after: Ingredients): { changed: PageSelection; gone: string[] } {
  const gone = pageKinds.flatMap((kind) =>
    [...differingKeys(before[kind], after[kind])]
      .filter((name) => !after[kind].has(name))
      .map((name) => folderOf(kind, name)),
  );
  return {
    changed: {
      briefs: differing(before.briefs, after.briefs),
      sources: differing(before.sources, after.sources),
      topics: differing(before.topics, after.topics),
      evidence: differing(before.evidence, after.evidence),
    },
    gone,
  };
}

/** All that is in either. */
export function bothOf(one: PageSelection, other: PageSelection): PageSelection {
  return Object.fromEntries(pageKinds.map((kind) => [kind, union(one[kind], other[kind])])) as PageSelection;
}

/** The first itself where it has all: while much is still to be made, it is long. */
function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  const more = [...other].filter((name) => !one.has(name));
  return more.length === 0 ? one : new Set([...one, ...more]);
}

/** The folder that holds a page and what stands beside it, below the site's; names of pages are slugs. */
export function folderOf(kind: PageKind, name: string): string {
  return kind === "sources" ? sourceFolder(name) : `${kind}/${name}`;
}

function differing(before: ReadonlyMap<string, Parts>, after: ReadonlyMap<string, Parts>): Set<string> {
  const isAnother = (name: string) => {
    const parts = after.get(name);
    return parts !== undefined && !isSameList(before.get(name), parts);
  };
  return new Set([...differingKeys(before, after)].filter(isAnother));
}

/** What is left at an old address is made of the same as the page it leads to. */
export function atAllNames(
  name: string,
  { formerNames }: { readonly formerNames: readonly string[] },
  objects: Parts,
): [string, Parts][] {
  return [name, ...formerNames].map((one) => [one, objects]);
}

/** A brief explains the terms that it refers to. */
function glossaryOf({ library }: Catalog, { terms }: Brief): object[] {
  return library.glossary && terms.length > 0 ? [library.glossary] : [];
}

function citedSources(catalog: Catalog, brief: Brief): Set<Source> {
  return new Set((catalog.verified.get(brief) ?? []).flatMap((verified) => (verified ? [verified.source] : [])));
}

/** The documents that a brief's evidence page names for citing the same paragraphs to another end. */
function contesting(catalog: Catalog, brief: Brief): Set<object> {
  if (catalog.found.lists.contested.size === 0) return new Set();
  const contested = contestedParagraphs(catalog, verifiedCitations(catalog, brief));
  return new Set(
    contested.flatMap(({ supporting, disputing }) => [...supporting, ...disputing].map(({ document }) => document)),
  );
}

function citingDocuments(catalog: Catalog, source: Source): Set<object> {
  const documents = new Set<object>();
  for (const paragraph of source.paragraphs) {
    for (const { document } of catalog.citedBy.get(paragraph) ?? []) documents.add(document);
  }
  return documents;
}

/** A source's page leads to its translations, and beside it stand all their words. */
function besideDocuments(catalog: Catalog, source: Source, lockParts: LockParts): Parts {
  const original = catalog.library.sources.get(source.meta.translationOf ?? "");
  const others = [...(original ? [original] : []), ...translationsOf(catalog, source)];
  return others.flatMap((other) => [other, ...lockParts(other), ...citingDocuments(catalog, other)]);
}
