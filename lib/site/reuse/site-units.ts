import { hash } from "node:crypto";
import type { CitedEntry, SourceLock } from "../../core/anchoring/lock.ts";
import { writeLock } from "../../core/anchoring/write-lock.ts";
import type { Catalog } from "../../core/catalog/catalog.ts";
import type { ParagraphLabel } from "../../core/label.ts";
import { folderOf, ingredientsOf, type LockParts } from "../affected.ts";
import { feedLinks } from "../feed-files.ts";
import { searchedLibraries } from "../searched-libraries.ts";
import { pageKinds, type PageKind, type Session } from "../session.ts";
import type { SiteOptions } from "../site.ts";

/** A folder of a published site that is made of one brief, source or topic, and of what these are made of. */
export interface SiteUnit {
  readonly kind: PageKind;
  readonly name: string;
  /** Below the site's, with slashes. */
  readonly folder: string;
  /** SHA-256: another whenever anything that the folder is made of is another. */
  readonly key: string;
}

/**
 * The units of a site; all else that it holds is made of the whole library.
 *
 * @param session of a published site. @param surroundings what every page depends on beside the library.
 */
export function siteUnits(session: Session, site: SiteOptions, surroundings: string): SiteUnit[] {
  const { catalog } = session;
  const { library } = catalog;
  const frame = [
    surroundings,
    (library.glossary?.terms.length ?? 0) > 0,
    feedLinks(session, site),
    searchedLibraries(site, library.sources.values()),
  ];
  const common = hash("sha256", JSON.stringify(frame));
  const stampOf = (part: object | string): string => {
    if (typeof part === "string") return part;
    const stamp = library.stamps?.get(part);
    if (stamp === undefined) throw new Error("A page is made of something that the library's reader did not stamp");
    return stamp;
  };
  const ingredients = ingredientsOf(session, publishedLock(catalog));
  return pageKinds.flatMap((kind) =>
    Array.from(ingredients[kind], ([name, parts]): SiteUnit => ({
      kind,
      name,
      folder: folderOf(kind, name),
      key: hash("sha256", JSON.stringify([common, kind, name, ...parts.map(stampOf)])),
    })),
  );
}

function entryOf({ cited }: SourceLock, label: ParagraphLabel): [ParagraphLabel, CitedEntry][] {
  const entry = cited.get(label);
  return entry ? [[label, entry]] : [];
}

/**
 * A lock as pages show it, which a build may have added to. Of which documents cite a source
 * it is no business of theirs: what each page shows of them it is made of besides.
 */
function publishedLock({ locks, verified }: Catalog): LockParts {
  const whole = new Map<string, string>();
  return (source, brief) => {
    const lock = locks.get(source.id)?.lock;
    if (!lock) return [];
    if (!brief) {
      const text = whole.get(source.id) ?? hash("sha256", writeLock({ ...lock, citations: [] }));
      whole.set(source.id, text);
      return [text];
    }
    const own = (verified.get(brief) ?? []).flatMap((one) => (one?.source === source ? one.paragraphs : []));
    const cited = new Map(own.flatMap(({ label }) => entryOf(lock, label)));
    return [writeLock({ ...lock, cited, citations: [], history: [], paragraphs: [], ranges: new Map() })];
  };
}
