import { readForeignId } from "../core/libraries/foreign-id.ts";
import { libraryAddress } from "../core/libraries/library-address.ts";
import type { Source } from "../core/source/source.ts";
import { searchProvider } from "./search/provider.ts";
import { librariesOf, type SiteOptions } from "./site.ts";

/** Another site that the search of this one looks through. */
export interface SearchedLibrary {
  /** What it calls itself, or else what the configuration calls it. */
  readonly title: string;
  /** Absolute, ending in a slash. */
  readonly url: string;
}

/** @param sources among which those of the library tell its title. */
export function searchedLibraries(site: SiteOptions, sources: Iterable<Source> = []): SearchedLibrary[] {
  // Only an index can be joined with those of others.
  if (searchProvider(site).kind !== "pagefind") return [];
  const titles = new Map<string, string>();
  for (const { id, elsewhere } of sources) {
    const parts = readForeignId(id);
    if (parts && elsewhere) titles.set(parts.library, elsewhere.title);
  }
  return [...librariesOf(site)].flatMap(([name, options]) => {
    const address = libraryAddress(options);
    if (options.search !== true || address.kind === "refused") return [];
    return [{ title: titles.get(name) ?? name, url: address.url }];
  });
}

/** Whether search finds a source on its own site, so that what is shown of it here need not be found, too. */
export function isSearchedThere(site: SiteOptions, id: string): boolean {
  const library = readForeignId(id)?.library;
  if (library === undefined || searchProvider(site).kind !== "pagefind") return false;
  return librariesOf(site).get(library)?.search === true;
}

/** The origins that the search of this site asks, such as "https://library.example": of other sites, or of its own engine. */
export function searchedOrigins(site: SiteOptions): string[] {
  const provider = searchProvider(site);
  if (provider.kind === "module") return [...provider.origins];
  return searchedLibraries(site).map(({ url }) => new URL(url).origin);
}
