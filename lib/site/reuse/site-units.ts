import { hash } from "node:crypto";
import type { SourceLock } from "../../core/anchoring/lock.ts";
import { writeLock, writtenEntry } from "../../core/anchoring/write-lock.ts";
import type { Brief } from "../../core/brief/brief.ts";
import type { Catalog } from "../../core/catalog/catalog.ts";
import type { VerifiedCitation } from "../../core/catalog/check-citation.ts";
import type { ParagraphLabel } from "../../core/label.ts";
import { remembered } from "../../core/remembered.ts";
import type { Source } from "../../core/source/source.ts";
import { compareText } from "../../core/text/compare.ts";
import { folderOf, frameOf, ingredientsOf, type LockParts } from "../affected.ts";
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
    frameOf(catalog),
    feedLinks(session, site),
    searchedLibraries(site, library.sources.values()),
  ];
  const common = hash("sha256", JSON.stringify(frame));
  const stampOfPart = (part: object | string): string => {
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
      key: hash("sha256", JSON.stringify([common, kind, name, ...parts.map(stampOfPart)])),
    })),
  );
}

/**
 * A lock as pages show it, which a build may have added to. Of which documents cite a source
 * it is no business of theirs: what each page shows of them it is made of besides.
 */
function publishedLock({ locks, verified }: Catalog): LockParts {
  const stampsOf = remembered((source: Source) => {
    const lock = locks.get(source.id)?.lock;
    return { stamps: lock && new LockStamps(lock) };
  });
  const labelsOf = remembered((brief: Brief) => citedLabels(verified.get(brief) ?? []));
  return (source, brief) => {
    const { stamps } = stampsOf(source);
    if (!stamps) return [];
    if (!brief) return [stamps.whole];
    const labels = labelsOf(brief).get(source) ?? [];
    return [stamps.frame, ...[...labels].sort(compareText).map((label) => stamps.ofEntry(label))];
  };
}

/** The labels of the paragraphs that are cited of each source. */
function citedLabels(verified: readonly (VerifiedCitation | undefined)[]): Map<Source, Set<ParagraphLabel>> {
  const cited = new Map<Source, Set<ParagraphLabel>>();
  for (const one of verified) {
    if (!one) continue;
    const labels = cited.get(one.source) ?? new Set();
    cited.set(one.source, labels);
    for (const { label } of one.paragraphs) labels.add(label);
  }
  return cited;
}

/** SHA-256 of what pages show of a lock, each worked out once. */
class LockStamps {
  readonly #lock: SourceLock;
  readonly #entries = new Map<ParagraphLabel, string>();
  #whole = "";
  #frame = "";

  constructor(lock: SourceLock) {
    this.#lock = { ...lock, citations: [] };
  }

  get whole(): string {
    return (this.#whole ||= stampOf(this.#lock));
  }

  /** Of what the pages of every brief that cites the source show of it. */
  get frame(): string {
    return (this.#frame ||= stampOf({ ...this.#lock, ...nothingOfParagraphs }));
  }

  /** Of what is locked of a paragraph. */
  ofEntry(label: ParagraphLabel): string {
    const known = this.#entries.get(label);
    if (known !== undefined) return known;
    const entry = this.#lock.cited.get(label);
    const stamp = hash("sha256", JSON.stringify(entry ? writtenEntry([label, entry]) : label));
    this.#entries.set(label, stamp);
    return stamp;
  }
}

const nothingOfParagraphs = { cited: new Map(), history: [], paragraphs: [], ranges: new Map() } as const;

function stampOf(lock: SourceLock): string {
  return hash("sha256", writeLock(lock));
}
