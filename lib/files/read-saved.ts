import { basename, join, relative, sep } from "node:path";
import type { SourceLock } from "../core/anchoring/lock.ts";
import type { Brief } from "../core/brief/brief.ts";
import type { CitingDocument } from "../core/brief/citation.ts";
import type { Library } from "../core/catalog/catalog.ts";
import type { SourceRecord } from "../core/catalog/source-record.ts";
import { glossaryPath } from "../core/glossary/glossary.ts";
import { isForeign } from "../core/libraries/foreign-id.ts";
import { patched } from "../core/patched-map.ts";
import type { Problem } from "../core/problem.ts";
import { remembered } from "../core/remembered.ts";
import type { Source } from "../core/source/source.ts";
import { without } from "../core/without.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { NamedFile } from "./list-files.ts";
import { lockPath, type LockFileReading } from "./lock-file.ts";

/** A library, and the files that it was read from. */
export interface LastReading {
  readonly library: Library;
  /** Whether sources of other sites have no part in it. */
  readonly isAlone: boolean;
  /** Where in it each brief stands, by path. */
  readonly places: ReadonlyMap<string, number>;
  /** Names of the briefs that have files beside them. */
  readonly withFolders: ReadonlySet<string>;
  /** By path: the files of its sources, and the locks beside them. */
  readonly sourceFiles: ReadonlyMap<string, NamedFile>;
  readonly lockFiles: ReadonlyMap<string, NamedFile>;
  /** What reading a file found wrong, by the file's path; most are not in it. */
  readonly faults: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * Read what was saved. No file came and none went.
 *
 * @param saved absolute paths. @param root the project's, likewise.
 * @returns undefined where a saved file can have to do with more than its own document.
 */
export async function readSaved(
  saved: ReadonlySet<string>,
  last: LastReading,
  documents: DocumentReader,
  root: string,
): Promise<LastReading | undefined> {
  const { library } = last;
  if (!last.isAlone) return undefined;
  const next = new NextReading(last, documents);
  for (const absolute of saved) {
    const path = relative(root, absolute).split(sep).join("/");
    const [, folder] = /^briefs\/([^/]+)\/[^/]+$/.exec(path) ?? [];
    const isTaken =
      path === glossaryPath
        ? next.takeGlossary()
        : (await next.takeSource(path)) || next.takeBrief(folder === undefined ? path : `briefs/${folder}.md`, root);
    if (!isTaken) return undefined;
  }
  return { ...last, library: next.library(library), faults: patched(last.faults, next.faults) };
}

/** The parts of a library that are others than before. */
class NextReading {
  /** By path; undefined where nothing is wrong any more. */
  readonly faults = new Map<string, readonly Problem[] | undefined>();
  readonly #last: LastReading;
  readonly #documents: DocumentReader;
  readonly #briefs = new Map<number, Brief>();
  readonly #sources = new Map<string, Source>();
  readonly #records = new Map<string, SourceRecord>();
  #glossary: Library["glossary"];

  constructor(last: LastReading, documents: DocumentReader) {
    this.#last = last;
    this.#documents = documents;
    this.#glossary = last.library.glossary;
  }

  takeGlossary(): boolean {
    const reading = this.#documents.glossary();
    this.#glossary = reading?.glossary;
    this.#found(glossaryPath, reading?.problems ?? []);
    return true;
  }

  /** @param path of a brief; it or something beside it was saved. @returns whether it could be taken. */
  takeBrief(path: string, root: string): boolean {
    const { library, places, withFolders } = this.#last;
    const place = places.get(path);
    if (place === undefined) return false;
    const name = basename(path, ".md");
    const file = { name, ending: ".md", absolute: join(root, path), path };
    const { reading, attached } = this.#documents.brief(file, withFolders.has(name));
    if (!("brief" in reading)) return false;
    const before = library.briefs[place];
    if ([reading.brief, ...(before ? [before] : [])].some((one) => foreignIdsOf(one).length > 0)) return false;
    this.#briefs.set(place, reading.brief);
    this.#found(path, [...attached.problems, ...reading.problems]);
    return true;
  }

  /** @param path of a source or its lock. @returns likewise. */
  async takeSource(path: string): Promise<boolean> {
    const { library, sourceFiles, lockFiles } = this.#last;
    const id = (sourceFiles.get(path) ?? lockFiles.get(path))?.name;
    const before = library.sources.get(id ?? "");
    const file = sourceFiles.get(before?.path ?? "");
    if (!before || !file) return false;
    const reading = await this.#documents.source(file);
    // A former name may have to do with a lock that is left behind.
    if (!("source" in reading) || before.formerNames.length + reading.source.formerNames.length > 0) return false;
    const lockFile = lockFiles.get(lockPath(before.id));
    const lock = lockFile && this.#documents.lock(lockFile);
    this.#sources.set(before.id, reading.source);
    this.#records.set(before.id, withLock(reading.record, lock));
    this.#found(file.path, reading.problems);
    if (lockFile && lock) this.#found(lockFile.path, lock.problems);
    return true;
  }

  library(before: Library): Library {
    const gone = new Set([...this.faults.keys()].flatMap((path) => this.#last.faults.get(path) ?? []));
    const come = [...this.faults.values()].flatMap((problems) => problems ?? []);
    const isAsSound = gone.size + come.length === 0;
    const briefs = [...before.briefs];
    for (const [place, brief] of this.#briefs) briefs[place] = brief;
    return {
      ...without(before, "glossary"),
      briefs: this.#briefs.size === 0 ? before.briefs : briefs,
      sources: patched(before.sources, this.#sources),
      records: patched(before.records, this.#records),
      ...(this.#glossary && { glossary: this.#glossary }),
      problems: isAsSound ? before.problems : [...before.problems.filter((one) => !gone.has(one)), ...come],
    };
  }

  #found(path: string, problems: readonly Problem[]): void {
    this.faults.set(path, problems.length > 0 ? problems : undefined);
  }
}

/** Ids of the sources of other sites that a document cites. */
export const foreignIdsOf = remembered(({ citations }: CitingDocument) =>
  citations.map(({ request }) => request.sourceId).filter(isForeign),
);

/** The very same record, as long as the lock is. */
export function withLock(record: SourceRecord, reading: LockFileReading | undefined): SourceRecord {
  return reading?.lock ? lockedRecord(reading.lock)(record) : record;
}

const lockedRecord = remembered((lock: SourceLock) => remembered((record: SourceRecord) => ({ ...record, lock })));
