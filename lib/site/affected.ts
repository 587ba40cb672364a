import type { Brief } from "../core/brief/brief.ts";
import type { Catalog } from "../core/catalog/catalog.ts";
import { contestedParagraphs } from "../core/evidence/contested-paragraphs.ts";
import { sourceFolder } from "../core/libraries/foreign-id.ts";
import { formatProblem } from "../core/problem.ts";
import type { Source } from "../core/source/source.ts";
import { sourcePath } from "../core/view/address.ts";
import { verifiedCitations } from "../core/view/brief-view.ts";
import { byTopic, shownBriefs } from "./page-views.ts";
import { documentsOf, type PageSelection, type Session } from "./session.ts";

/**
 * What each page is made of, as a list of the very objects: files that did not change
 * keep their reading, so two lists of the same objects make the same page. What a preview
 * says on it is among them as text.
 */
export interface Ingredients {
  readonly briefs: ReadonlyMap<string, Parts>;
  readonly sources: ReadonlyMap<string, Parts>;
  readonly topics: ReadonlyMap<string, Parts>;
  /** By brief: its own ingredients, and the documents that make otherwise of what it cites. */
  readonly evidence: ReadonlyMap<string, Parts>;
}

type Parts = readonly (object | string)[];

export function ingredientsOf(session: Session): Ingredients {
  const { catalog } = session;
  const briefs = shownBriefs(session);
  const documents = documentsOf(session);
  const shown = session.preview ? documents.library.briefs : briefs;
  const saying = sayingOn(session);
  const calling = callingOn(session);
  return {
    briefs: new Map(
      shown.flatMap((brief) =>
        atAllNames(brief.name, brief, [
          ...partsOf(documents, brief),
          ...calling(citedSources(documents, brief), brief.language),
          ...saying(brief, brief.url),
        ]),
      ),
    ),
    evidence: new Map(
      briefs.flatMap((brief) =>
        atAllNames(brief.name, brief, [...partsOf(catalog, brief), ...contesting(catalog, brief)]),
      ),
    ),
    sources: new Map(
      [...documents.library.sources].flatMap(([id, source]) =>
        atAllNames(id, source, [
          ...withLocks(documents, [source]),
          ...citingDocuments(documents, source),
          ...besideDocuments(documents, source),
          ...calling([source], ""),
          ...saying(source, sourcePath(source)),
        ]),
      ),
    ),
    topics: byTopic(briefs, (brief) => brief.meta.topics),
  };
}

/**
 * What sources are called on a page: by the style, and by which other sources there are, since
 * a style tells apart those that are named alike.
 */
function callingOn({ citing }: Session): (sources: Iterable<Source>, language: string) => string[] {
  const known = new Map<string, string>();
  const calledIn = (language: string) => (source: Source) => {
    const key = `${language} ${source.id}`;
    const called = known.get(key) ?? JSON.stringify(citing.naming.formsOf(source, language));
    known.set(key, called);
    return called;
  };
  return (sources, language) => [citing.style, ...Array.from(sources, calledIn(language))];
}

function partsOf(catalog: Catalog, brief: Brief): object[] {
  return [brief, ...withLocks(catalog, citedSources(catalog, brief)), ...glossaryOf(catalog, brief)];
}

/** What a preview says on the page of a document, and whether the document is not yet part of all other pages. */
function sayingOn({ preview, catalog }: Session): (document: Brief | Source, url: string) => string[] {
  const good = new Set<Brief | Source>([...catalog.library.briefs, ...catalog.library.sources.values()]);
  return (document, url) => [
    ...(preview?.findings.get(url) ?? []).map(formatProblem),
    ...(good.has(document) ? [] : ["not in the lists"]),
  ];
}

/** The pages that have to be rendered again, and those that are gone. */
export function comparePages(before: Ingredients, after: Ingredients): { changed: PageSelection; gone: string[] } {
  const gone = (["briefs", "sources", "topics", "evidence"] as const).flatMap((kind) =>
    [...before[kind].keys()]
      .filter((name) => !after[kind].has(name))
      .map((name) => (kind === "sources" ? sourceFolder(name) : `${kind}/${name}`)),
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

function differing(before: ReadonlyMap<string, Parts>, after: ReadonlyMap<string, Parts>): Set<string> {
  const changed = new Set<string>();
  for (const [name, objects] of after) {
    const known = before.get(name);
    if (known?.length !== objects.length || objects.some((object, index) => object !== known[index])) changed.add(name);
  }
  return changed;
}

/** What is left at an old address is made of the same as the page it leads to. */
function atAllNames(
  name: string,
  { formerNames }: { readonly formerNames: readonly string[] },
  objects: Parts,
): [string, Parts][] {
  return [name, ...formerNames].map((one) => [one, objects]);
}

/** A source's page and the notes that cite it say what its lock holds. */
function withLocks(catalog: Catalog, sources: Iterable<Source>): object[] {
  return [...sources].flatMap((source) => {
    const lock = catalog.library.records.get(source.id)?.lock;
    return lock ? [source, lock] : [source];
  });
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
function besideDocuments(catalog: Catalog, source: Source): object[] {
  const original = source.meta.translationOf ?? "";
  const others = [...catalog.library.sources.values()].filter(
    ({ id, meta }) => id === original || meta.translationOf === source.id,
  );
  return others.flatMap((other) => [...withLocks(catalog, [other]), ...citingDocuments(catalog, other)]);
}
