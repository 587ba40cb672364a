import { isImmutable } from "../serving/serving-rules.ts";
import { compareText } from "../text/compare.ts";
import { recordPath, type FileMark, type SiteRecord } from "./site-record.ts";

/**
 * Files that a target takes one by one, in passes: each pass begins when the one before is
 * done, and within a pass the order does not matter. docs/publishing.md says why no page
 * ever leads to a place, an asset or a search index that is not there.
 */
export interface Pass {
  readonly name: PassName;
  readonly files: readonly PassFile[];
}

export type PassName =
  | "intent"
  | "assets"
  | "hold"
  | "new files"
  | "new pages"
  | "pages"
  | "search"
  | "search entry"
  | "home"
  | "data"
  | "settle"
  | "delete"
  | "record";

/** What is done with one file. */
export type PassFile =
  /** The new site's file; a page with places besides its own, held for others. */
  | { readonly path: string; readonly does: "write"; readonly holds: readonly string[] }
  /** The file that is there, with places held for the new site's pages. */
  | { readonly path: string; readonly does: "hold"; readonly holds: readonly string[] }
  | { readonly path: string; readonly does: "delete" };

export interface PassPlan {
  /** Without those that have nothing to do. Empty where the target holds the site already. */
  readonly passes: readonly Pass[];
  /** What the record says while the passes run, and when they are done; without pages. */
  readonly during: Pick<SiteRecord, "files" | "kept" | "unsure">;
  readonly done: Pick<SiteRecord, "files" | "kept" | "unsure">;
}

type Files = ReadonlyMap<string, FileMark>;

/** Ids of a page's elements. */
type Places = ReadonlySet<string>;

/** Pages that are written and may be there already: what they hold now decides how. @param before undefined where nothing is known. */
export function pagesInPlace(before: SiteRecord | undefined, after: Files): string[] {
  const unsure = new Set(before?.unsure);
  return toWrite(before, after).filter(
    (path) => isPage(path) && (!before || before.files.has(path) || unsure.has(path)),
  );
}

/**
 * Put what has to be done in an order in which every page finds what it needs.
 *
 * @param before what the target holds; undefined where nothing is known of it: nothing of it is deleted then.
 * @param placesNow of the pages in place that were found at the target.
 * @param placesAfter of a page of the new site.
 */
export function planPasses(
  before: SiteRecord | undefined,
  after: Files,
  placesNow: ReadonlyMap<string, Places>,
  placesAfter: (path: string) => Places,
): PassPlan {
  const written = toWrite(before, after);
  const known = new Set([...(before?.files.keys() ?? []), ...(before?.unsure ?? [])]);
  const left = [...known].filter((path) => !after.has(path));
  const kept = left.filter((path) => isImmutable(path));
  const deleted = [
    ...left.filter((path) => !isImmutable(path)),
    ...(before?.kept ?? []).filter((path) => !after.has(path) && !known.has(path)),
  ];
  const done = { files: after, kept, unsure: [] };
  const touched = [...written, ...deleted];
  const touching = new Set(touched);
  const during = {
    files: new Map([...(before?.files ?? [])].filter(([path]) => !touching.has(path))),
    kept: (before?.kept ?? []).filter((path) => !touching.has(path)),
    unsure: [...new Set([...touched, ...(before?.unsure ?? [])])].sort(compareText),
  };
  if (touched.length === 0) return { passes: [], during, done };

  const write = (path: string, holds: readonly string[] = []): PassFile => ({ path, does: "write", holds });
  const isNew = (path: string) => (isPage(path) ? !placesNow.has(path) : !known.has(path));
  const mutable = written.filter((path) => !isImmutable(path));
  const newPages = mutable.filter((path) => isPage(path) && isNew(path));
  const inPlace = mutable.filter((path) => isPage(path) && !isNew(path));
  const lacking = (path: string) => missing(placesAfter(path), placesNow.get(path));
  const losing = (path: string) => missing(placesNow.get(path), placesAfter(path));
  const others = mutable.filter((path) => !isPage(path));
  const data = others.filter((path) => !isSearch(path) && !isNew(path));
  const search = others.filter((path) => isSearch(path));
  const passes: Pass[] = [
    { name: "intent", files: [write(recordPath)] },
    { name: "assets", files: written.filter((path) => isImmutable(path)).map((path) => write(path)) },
    {
      name: "hold",
      files: inPlace
        .filter((path) => lacking(path).length > 0)
        .map((path) => ({ path, does: "hold", holds: lacking(path) })),
    },
    { name: "new files", files: others.filter((path) => isNew(path) && !isSearch(path)).map((path) => write(path)) },
    { name: "new pages", files: newPages.filter((path) => path !== home).map((path) => write(path)) },
    { name: "pages", files: inPlace.map((path) => write(path, losing(path))) },
    { name: "search", files: search.filter((path) => path !== searchEntry).map((path) => write(path)) },
    { name: "search entry", files: search.filter((path) => path === searchEntry).map((path) => write(path)) },
    // Of a site that was not there before: nobody comes in until all is.
    { name: "home", files: newPages.filter((path) => path === home).map((path) => write(path)) },
    { name: "data", files: data.map((path) => write(path)) },
    { name: "settle", files: inPlace.filter((path) => losing(path).length > 0).map((path) => write(path)) },
    { name: "delete", files: deleted.map((path) => ({ path, does: "delete" })) },
    { name: "record", files: [write(recordPath)] },
  ];
  return { passes: passes.filter(({ files }) => files.length > 0), during, done };
}

/** Files of the new site that the target does not surely hold, sorted. */
function toWrite(before: SiteRecord | undefined, after: Files): string[] {
  const unsure = new Set(before?.unsure);
  return [...after]
    .filter(([path, { sha256 }]) => unsure.has(path) || before?.files.get(path)?.sha256 !== sha256)
    .map(([path]) => path)
    .sort(compareText);
}

export function isPage(path: string): boolean {
  return path.endsWith(".html");
}

const home = "index.html";
const searchEntry = "pagefind/pagefind-entry.json";

function isSearch(path: string): boolean {
  return path.startsWith("pagefind/");
}

/** Ids of one page that the other has not. */
function missing(wanted: Places = new Set(), there: Places = new Set()): string[] {
  return [...wanted].filter((id) => !there.has(id));
}
