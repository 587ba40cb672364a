import { isSlug } from "../slug.ts";

/** A source of another site's library, as citations name it: `library:udhr`. Both parts are slugs. */
export interface ForeignId {
  /** What the site's configuration calls the library. */
  readonly library: string;
  /** What the library calls the source. */
  readonly source: string;
}

/** Whether an id claims to name a source of another site; it need not be well written. */
export function isForeign(id: string): boolean {
  return id.includes(":");
}

/** The parts of `library:source`; undefined for any other text. */
export function readForeignId(id: string): ForeignId | undefined {
  const [library = "", source = "", ...more] = id.split(":");
  return more.length === 0 && isSlug(library) && isSlug(source) ? { library, source } : undefined;
}

export function writeForeignId({ library, source }: ForeignId): string {
  return `${library}:${source}`;
}

/**
 * Below which folder something of a source is kept: `sources/udhr`, or
 * `libraries/library/udhr` of another site's. Without slashes around it.
 *
 * @param id of a source: a slug, or a slug of each part.
 */
export function sourceFolder(id: string): string {
  const foreign = readForeignId(id);
  return foreign ? `libraries/${foreign.library}/${foreign.source}` : `sources/${id}`;
}
