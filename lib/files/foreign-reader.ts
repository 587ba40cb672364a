import { hash } from "node:crypto";
import { writeLock } from "../core/anchoring/write-lock.ts";
import { readForeignId, sourceFolder, writeForeignId } from "../core/libraries/foreign-id.ts";
import { foreignSource, type ForeignSource } from "../core/libraries/foreign-source.ts";
import type { ReadSource } from "../core/libraries/keep-source.ts";
import type { LibraryOptions } from "../core/libraries/library-address.ts";
import type { MissingSource } from "../core/libraries/missing-source.ts";
import { describeStale, missing } from "../core/libraries/missing-source.ts";
import { readKeptSource } from "../core/libraries/read-shared.ts";
import type { KeptSource } from "../core/libraries/shared-schema.ts";
import type { SourceRecord } from "../core/catalog/source-record.ts";
import type { Problem } from "../core/problem.ts";
import type { Source } from "../core/source/source.ts";
import type { FetchLimits } from "./fetch-document.ts";
import { listFiles, type NamedFile } from "./list-files.ts";
import { LibraryShelf, sha256Of, usualLimits, type Shelf } from "./library-shelf.ts";
import { lockEnding, lockLeftBehind, readLockFile, type LockFileReading } from "./lock-file.ts";
import { readBytes } from "./read-bytes.ts";

/** Sources of other sites, as far as they are cited here. */
export interface ForeignReading {
  readonly sources: readonly { readonly source: Source; readonly record: SourceRecord }[];
  /** By id: what each was made from. */
  readonly originals: ReadonlyMap<string, ReadSource>;
  /** By id: why what is cited is not there. */
  readonly missing: ReadonlyMap<string, MissingSource>;
  readonly problems: readonly Problem[];
  /** That a library was not asked, or gave no answer. */
  readonly warnings: readonly Problem[];
}

/** How many sources are fetched at a time. */
const atATime = 6;

type Found =
  | { readonly kind: "found"; readonly original: ReadSource; readonly isPartial: boolean; readonly stale?: string }
  | { readonly kind: "missing"; readonly why: MissingSource };

interface Files {
  readonly locks: ReadonlyMap<string, NamedFile>;
  readonly records: ReadonlyMap<string, NamedFile>;
}

/** Reads what briefs cite of other sites: from there, or else as it was kept. */
export class ForeignReader {
  readonly #root: string;
  readonly #shelves: ReadonlyMap<string, LibraryShelf>;
  readonly #options: ReadonlyMap<string, LibraryOptions>;
  /** The same bytes make the same source, so that a preview renders only what has changed. */
  readonly #made = new Map<string, ForeignSource>();
  readonly #locks = new Map<string, { readonly text: string; readonly reading: LockFileReading }>();

  /** @param root absolute path of the project. @param libraries by name. */
  constructor(root: string, libraries: ReadonlyMap<string, LibraryOptions>, limits: FetchLimits = usualLimits) {
    this.#root = root;
    this.#options = libraries;
    this.#shelves = new Map(
      Array.from(libraries, ([name, options]) => [name, new LibraryShelf(root, name, options, limits)]),
    );
  }

  /** A library's catalog, whether or not anything of it is cited. @param name one of the configuration's. */
  catalogOf(name: string): Promise<Shelf> {
    const shelf = this.#shelves.get(name);
    if (!shelf) throw new Error(`There is no library "${name}"`);
    return shelf.open();
  }

  /** @param cited ids in citations, each of a source of another site. */
  async read(cited: ReadonlySet<string>): Promise<ForeignReading> {
    const missingSources = new Map<string, MissingSource>();
    const wanted = new Map<string, Set<string>>();
    for (const id of cited) {
      const parts = readForeignId(id);
      if (!parts || !this.#shelves.has(parts.library)) missingSources.set(id, missing.library(id, this.#options));
      else wanted.set(parts.library, (wanted.get(parts.library) ?? new Set()).add(parts.source));
    }
    const readings = await Promise.all(
      Array.from(this.#shelves, ([name, shelf]) => this.#readLibrary(name, shelf, wanted.get(name) ?? new Set())),
    );
    return {
      sources: readings.flatMap(({ sources }) => sources),
      originals: new Map(readings.flatMap(({ originals }) => [...originals])),
      missing: new Map([...missingSources, ...readings.flatMap((one) => [...one.missing])]),
      problems: readings.flatMap(({ problems }) => problems),
      warnings: readings.flatMap(({ warnings }) => warnings),
    };
  }

  async #readLibrary(name: string, shelf: LibraryShelf, cited: ReadonlySet<string>): Promise<ForeignReading> {
    const { files, problems } = this.#filesOf(name);
    const ids = [...new Set([...cited, ...files.locks.keys()])].sort();
    const opened = ids.length === 0 ? undefined : await shelf.open();
    const reading = {
      sources: [] as { source: Source; record: SourceRecord }[],
      originals: new Map<string, ReadSource>(),
      missing: new Map<string, MissingSource>(),
      problems,
      warnings: [] as Problem[],
    };
    if (!opened) return reading;
    const stale = new Set<string>();
    const lockedIds = new Map(
      Array.from(files.locks, ([source, file]) => [writeForeignId({ library: name, source }), file]),
    );
    for (let at = 0; at < ids.length; at += atATime) {
      const some = ids.slice(at, at + atATime);
      const found = await Promise.all(some.map((source) => this.#find(name, source, shelf, opened, files)));
      for (const [index, one] of found.entries()) {
        const source = some[index] ?? "";
        const id = writeForeignId({ library: name, source });
        const lockFile = files.locks.get(source);
        const renamed = opened.kind === "open" ? renamedTo(opened, source) : undefined;
        if (lockFile && renamed !== undefined)
          problems.push(lockLeftBehind(lockFile, writeForeignId({ library: name, source: renamed }), lockedIds));
        if (one.kind === "missing") {
          if (cited.has(source)) reading.missing.set(id, one.why);
          continue;
        }
        if (one.stale !== undefined) stale.add(one.stale);
        const made = this.#make(id, one);
        const lock = lockFile && this.#readLock(lockFile);
        problems.push(...(lock?.problems ?? []));
        reading.originals.set(id, one.original);
        reading.sources.push({
          source: made.source,
          record: {
            hash: one.original.sha256,
            paragraphs: made.paragraphs,
            ...(lock?.lock && { lock: lock.lock }),
          },
        });
      }
    }
    for (const reason of stale) reading.warnings.push(describeStale(name, reason));
    return reading;
  }

  async #find(name: string, source: string, shelf: LibraryShelf, opened: Shelf, files: Files): Promise<Found> {
    const id = writeForeignId({ library: name, source });
    const kept = this.#readKept(name, files.records.get(source));
    const fallBack = (reason: string): Found => {
      if (!kept) return { kind: "missing", why: missing.unreadable(id, reason) };
      const { sha256, read } = kept;
      return {
        kind: "found",
        original: { shared: kept, sha256, isKept: true },
        isPartial: true,
        stale: `${reason} What was kept on ${read} is taken instead.`,
      };
    };
    if (opened.kind === "shut") return fallBack(opened.reason);
    const { url, catalog, asOf } = opened;
    const entry = catalog.sources.find((one) => one.id === source);
    if (!entry) {
      if (asOf && kept) return fallBack(asOf.reason);
      return { kind: "missing", why: missing.source(id, catalog, renamedTo(opened, source)) };
    }
    // What a colleague has committed since may be newer than what was fetched here.
    if (asOf && kept && kept.sha256 !== entry.paragraphs.sha256 && kept.read > asOf.day) return fallBack(asOf.reason);
    const reading = await shelf.source(url, entry, asOf === undefined);
    if (reading.kind === "refused") return fallBack(asOf?.reason ?? reading.reason);
    return {
      kind: "found",
      original: {
        shared: reading.content,
        sha256: entry.paragraphs.sha256,
        isKept: kept?.sha256 === entry.paragraphs.sha256 && kept.source.address === reading.content.source.address,
      },
      isPartial: false,
      ...(asOf && { stale: `${asOf.reason} What was fetched on ${asOf.day} is taken instead.` }),
    };
  }

  #make(id: string, { original, isPartial }: Extract<Found, { kind: "found" }>): ForeignSource {
    const path = recordPath(id);
    const key = `${id} ${hash("sha256", JSON.stringify(original.shared))} ${isPartial}`;
    const made =
      this.#made.get(key) ?? foreignSource(id, path, { ...original.shared, pincite: "paragraphs" }, isPartial);
    this.#made.set(key, made);
    return made;
  }

  /** The same lock is the same object, too. */
  #readLock(file: NamedFile): LockFileReading {
    const reading = readLockFile(file);
    const text = reading.lock && writeLock(reading.lock);
    const before = this.#locks.get(file.path);
    if (before && before.text === text) return before.reading;
    if (text !== undefined) this.#locks.set(file.path, { text, reading });
    return reading;
  }

  #filesOf(name: string): { files: Files; problems: Problem[] } {
    const { files, problems } = listFiles(this.#root, `libraries/${name}`, [lockEnding, ".json"]);
    const byName = (isLock: boolean) =>
      new Map(files.filter(({ ending }) => (ending === lockEnding) === isLock).map((file) => [file.name, file]));
    return { files: { locks: byName(true), records: byName(false) }, problems: [...problems] };
  }

  /** @returns undefined for one that is not there or cannot be read: then the library itself has to be asked. */
  #readKept(name: string, file: NamedFile | undefined): KeptSource | undefined {
    const options = this.#options.get(name);
    const bytes = file && readBytes(file.absolute, usualLimits.bytes);
    if (bytes?.kind !== "bytes" || !options) return undefined;
    const url = URL.canParse(options.url) ? new URL(options.url).href : "";
    const reading = readKeptSource(bytes.bytes, url.replace(/\/*$/, "/"), sha256Of);
    return reading.kind === "read" ? reading.content : undefined;
  }
}

/** Path of what is kept of another site's source, relative to the project. */
export function recordPath(id: string): string {
  return `${sourceFolder(id)}.json`;
}

function renamedTo({ catalog }: Extract<Shelf, { kind: "open" }>, former: string): string | undefined {
  if (catalog.sources.some(({ id }) => id === former)) return undefined;
  return catalog.sources.find(({ aliases }) => aliases.includes(former))?.id;
}
