import type { Catalog } from "../catalog/catalog.ts";
import { remembered } from "../remembered.ts";
import type { Source } from "../source/source.ts";
import { sourcePath } from "./address.ts";
import { shownParagraphs } from "./shown-paragraphs.ts";
import { sourceCard, type SourceCard } from "./source-card.ts";

/** A source and its translation, which share labels. */
export interface TranslationPair {
  readonly original: Source;
  readonly translation: Source;
}

/** From a source's page, the way to the page that shows it beside its original or its translation. */
export interface BesideLink {
  readonly url: string;
  readonly other: SourceCard;
  /** Whether the other is a translation of this, not its original. */
  readonly isTranslation: boolean;
}

/** A page that says the same in some language. */
export interface LanguageVersion {
  readonly language: string;
  readonly url: string;
}

/** The pair of a translation and its original; undefined where the two have no paragraph to be shown side by side. */
export function pairOf(catalog: Catalog, translation: Source): TranslationPair | undefined {
  const original = catalog.library.sources.get(translation.meta.translationOf ?? "");
  if (!original || original === translation || !isQuotable(original) || !isQuotable(translation)) return undefined;
  const isShown = shownParagraphs(catalog, translation);
  const isOriginalShown = shownParagraphs(catalog, original);
  const isShared = translation.paragraphs.some((paragraph) => {
    const there = original.byLabel.get(paragraph.label);
    return there !== undefined && isShown(paragraph) && isOriginalShown(there);
  });
  return isShared ? { original, translation } : undefined;
}

/** All pages on which a source stands beside another, its original first. */
export function besideLinks(catalog: Catalog, source: Source, language: string): BesideLink[] {
  const own = pairOf(catalog, source);
  const others = translationsOf(catalog, source).flatMap((translation) => pairOf(catalog, translation) ?? []);
  return [
    ...(own ? [{ url: besidePath(source), other: sourceCard(own.original, language), isTranslation: false }] : []),
    ...others.map(({ translation }) => ({
      url: besidePath(translation),
      other: sourceCard(translation, language),
      isTranslation: true,
    })),
  ];
}

/**
 * The pages of a source and of the translations that stand beside it, its own included,
 * the original first and each language once; none where there is only the one, or where
 * search engines shall find the source elsewhere.
 */
export function languageVersions(catalog: Catalog, source: Source): LanguageVersion[] {
  const original = pairOf(catalog, source)?.original ?? source;
  const translations = translationsOf(catalog, original).filter((one) => pairOf(catalog, one) !== undefined);
  const versions = new Map<string, LanguageVersion>();
  for (const one of [original, ...translations]) {
    const { language } = one.meta;
    if (!isForeign(one) && !versions.has(language)) versions.set(language, { language, url: sourcePath(one) });
  }
  const isAmong = versions.get(source.meta.language)?.url === sourcePath(source);
  return isAmong && versions.size > 1 ? [...versions.values()] : [];
}

/** By the sources of a library: those that say of which they are a translation, by its id. */
const translationsIn = remembered((sources: Catalog["library"]["sources"]) => byOriginal(sources.values()));

/** The sources that say that they are translations of one, in the library's order. */
export function translationsOf({ library: { sources } }: Catalog, { id }: Source): readonly Source[] {
  return translationsIn(sources).get(id) ?? [];
}

function byOriginal(sources: Iterable<Source>): Map<string, Source[]> {
  const found = new Map<string, Source[]>();
  for (const source of sources) {
    const { translationOf } = source.meta;
    if (translationOf === undefined) continue;
    const beside = found.get(translationOf);
    if (beside) beside.push(source);
    else found.set(translationOf, [source]);
  }
  return found;
}

/** Whether search engines shall find a source where it came from, not here. */
export function isForeign({ meta, elsewhere }: Source): boolean {
  if (elsewhere) return true;
  return meta.rights !== "digest" && !(meta.rights === "full-text" && meta.URL === undefined);
}

export function besidePath(translation: Source): string {
  return `${sourcePath(translation)}beside/`;
}

/** Whether the words shown are the source's own: a digest translates nothing. */
function isQuotable({ meta }: Source): boolean {
  return meta.rights === "full-text" || meta.rights === "excerpt";
}
