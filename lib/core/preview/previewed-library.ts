import type { Catalog } from "../catalog/catalog.ts";
import type { Finding } from "./finding.ts";
import { findingsByPage } from "./findings-by-page.ts";
import { withStandIns } from "./stand-ins.ts";

/** What a preview shows of the files as they are saved, whatever is wrong with them. */
export interface PreviewedLibrary {
  /** Of the files as they are, with their problems; its locks are those of the last good state. */
  readonly catalog: Catalog;
  /** By root-relative address of the page of a brief or source. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Names of the site's own pages that cannot be rendered now: they have a problem, or cite what has. */
  readonly heldPages: ReadonlySet<string>;
}

/**
 * @param sound what all other pages are made of. @param language the site's.
 * @param before of another state of the library, of whose findings those are taken that hold.
 */
export function previewLibrary(
  current: Catalog,
  sound: Catalog,
  language: string,
  before?: PreviewedLibrary,
): PreviewedLibrary {
  const catalog = { ...current, library: withStandIns(current.library, language), locks: sound.locks };
  const good = new Set(sound.library.pages);
  const changed = current.library.pages.filter((page) => !good.has(page)).map(({ name }) => name);
  const faulty = current.problems.flatMap(({ place }) => /\/([^/]+)\.njk$/.exec(place.path)?.[1] ?? []);
  return { catalog, findings: findingsByPage(catalog, before), heldPages: new Set([...changed, ...faulty]) };
}
