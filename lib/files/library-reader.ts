import { hash } from "node:crypto";
import type { CitingDocument } from "../core/brief/citation.ts";
import type { Library } from "../core/catalog/catalog.ts";
import { glossaryPath } from "../core/glossary/glossary.ts";
import type { LibraryOptions } from "../core/libraries/library-address.ts";
import { isSameList } from "../core/list/same-list.ts";
import type { Problem } from "../core/problem.ts";
import { DocumentReader, type RecordedReading } from "./document-reader.ts";
import type { FetchLimits } from "./fetch-document.ts";
import { ForeignReader } from "./foreign-reader.ts";
import { KeptReadings, type ReadingShare } from "./kept-readings.ts";
import { listFiles, type NamedFile } from "./list-files.ts";
import { lockEnding, lockLeftBehind, orphanedLock, type LockFileReading } from "./lock-file.ts";
import { foreignIdsOf, readSaved, withLock, type LastReading } from "./read-saved.ts";
import type { Unreadable } from "./read-text.ts";

export interface LibraryFolders {
  /** Absolute path of the project: what holds briefs/ and sources/. */
  readonly root: string;
  /** The folder of the site's own Nunjucks pages, relative to the project; empty for none. */
  readonly pages: string;
  /** The site's language, for briefs that name none. */
  readonly language: string;
  /** What is wrong in the project's configuration; nothing when absent. */
  readonly configuration?: readonly Problem[];
  /** Other sites whose sources may be cited, by name; none when absent. */
  readonly libraries?: ReadonlyMap<string, LibraryOptions>;
}

/** Reads the library; a file that is as it was is not read again. */
export class LibraryReader {
  readonly #folders: LibraryFolders;
  readonly #documents: DocumentReader;
  readonly #foreign: ForeignReader;
  /** What there was when the folders were looked at last. */
  #listed: ListedFiles | undefined;
  #last: LastReading | undefined;

  /** @param limits of what is fetched of other sites. @param readings of earlier processes; none when absent. */
  constructor(folders: LibraryFolders, limits?: FetchLimits, readings?: KeptReadings) {
    this.#folders = folders;
    this.#documents = new DocumentReader(folders.root, folders.language, readings);
    this.#foreign = new ForeignReader(folders.root, folders.libraries ?? new Map(), limits);
  }

  /**
   * Read a share of the files, modules aside, and keep it for whoever reads the library next:
   * so that several processes parse each file once between them.
   */
  readAhead(share: ReadingShare): void {
    const { root } = this.#folders;
    const isOurs = ({ path, ending }: NamedFile) => ending !== ".ts" && KeptReadings.isIn(path, share);
    const briefs = listFiles(root, "briefs", [".md"], true);
    const withFolders = new Set(briefs.folders);
    const sources = listFiles(root, "sources", sourceEndings);
    const isBrief = new Set(briefs.files);
    this.#documents.readAhead([...briefs.files, ...sources.files].filter(isOurs), (file) => {
      if (isBrief.has(file)) return this.#documents.brief(file, withFolders.has(file.name));
      return file.ending === lockEnding ? this.#documents.lock(file) : this.#documents.source(file);
    });
  }

  /**
   * @param saved absolute paths of the files that may be others than they were when the library
   * was read last, where it is known that none came and none went; all are looked at when absent.
   */
  async read(saved?: ReadonlySet<string>): Promise<Library> {
    if (this.#documents.hasReadings) this.readAhead({ number: 1, of: 1 });
    this.#documents.forgetReadings();
    this.#documents.lookOnlyAt(this.#listed && saved);
    const next = saved && this.#last && (await readSaved(saved, this.#last, this.#documents, this.#folders.root));
    if (next) return (this.#last = next).library;
    const { configuration = [] } = this.#folders;
    const { briefFiles, sourceFiles, pageFiles } = (this.#listed = (saved && this.#listed) ?? this.#list());
    const problems = [...configuration, ...briefFiles.problems, ...sourceFiles.problems, ...pageFiles.problems];
    const faults = new Map<string, readonly Problem[]>();
    const find = ({ path }: NamedFile, ...all: readonly Problem[]) => {
      if (all.length > 0) faults.set(path, all);
    };

    const withFolders = new Set(briefFiles.folders);
    const briefs = briefFiles.files.map((file) => {
      const { reading, attached } = this.#documents.brief(file, withFolders.has(file.name));
      find(file, ...attached.problems, ...reading.problems);
      return reading;
    });
    const citingPages = pageFiles.files.map((file) => this.#documents.page(file));
    const sources: (RecordedReading | Unreadable)[] = [];
    const named = new Map<string, string>();
    for (const file of sourceFiles.files.filter(({ ending }) => ending !== lockEnding)) {
      const other = named.get(file.name);
      if (other !== undefined) {
        const message = `The source "${file.name}" is already given by ${other}. Keep one of the two.`;
        problems.push({ place: { path: file.path, line: 1, column: 1 }, rule: "source-unique", message });
        continue;
      }
      named.set(file.name, file.path);
      const reading = await this.#documents.source(file);
      sources.push(reading);
      find(file, ...reading.problems);
    }
    const read = sources.filter((reading) => "source" in reading);
    const locks = new Map<string, LockFileReading>();
    const lockFiles = sourceFiles.files.filter(({ ending }) => ending === lockEnding);
    const besideSources = lockFiles.filter(({ name }) => named.has(name));
    for (const file of besideSources) {
      const reading = this.#documents.lock(file);
      locks.set(file.name, reading);
      find(file, ...reading.problems);
    }
    for (const file of lockFiles.filter(({ name }) => !named.has(name))) {
      const renamed = read.find(({ source }) => source.formerNames.includes(file.name));
      problems.push(renamed ? lockLeftBehind(file, renamed.source.id, locks) : orphanedLock(file));
    }
    const glossary = this.#documents.glossary();
    if (glossary?.problems.length) faults.set(glossaryPath, glossary.problems);
    for (const all of [...citingPages.map((reading) => reading.problems), ...faults.values()]) problems.push(...all);
    const own = read.map(({ source, record }) => ({ source, record: withLock(record, locks.get(source.id)) }));
    const documents = {
      briefs: briefs.flatMap((reading) => ("brief" in reading ? [reading.brief] : [])),
      pages: citingPages.flatMap((reading) => ("page" in reading ? [reading.page] : [])),
    };
    const foreign = await this.#foreign.read(foreignIds([...documents.briefs, ...documents.pages]));
    problems.push(...foreign.problems);
    const { stamps } = this.#documents;
    const all = [...own, ...foreign.sources];
    for (const { source } of foreign.sources) stamps.set(source, hash("sha256", JSON.stringify(source)));
    const last = this.#last?.library;
    const library: Library = {
      ...documents,
      stamps,
      sources: keptMap(last?.sources, new Map(all.map(({ source }) => [source.id, source]))),
      records: keptMap(last?.records, new Map(all.map(({ source, record }) => [source.id, record]))),
      ...(foreign.originals.size > 0 && { originals: foreign.originals }),
      ...(foreign.missing.size > 0 && { missing: foreign.missing }),
      ...(foreign.warnings.length > 0 && { warnings: foreign.warnings }),
      ...(glossary?.glossary && { glossary: glossary.glossary }),
      problems,
    };
    const places = new Map<string, number>();
    for (const { path } of documents.briefs) places.set(path, places.size);
    const isAlone = foreign.originals.size + foreign.missing.size + foreign.warnings.length === 0;
    this.#last = { library, isAlone, places, withFolders, ...filesByPath(read, sourceFiles.files, besideSources), faults }; // prettier-ignore
    return library;
  }

  #list(): ListedFiles {
    const { root, pages } = this.#folders;
    return {
      briefFiles: listFiles(root, "briefs", [".md"], true),
      sourceFiles: listFiles(root, "sources", sourceEndings),
      pageFiles: pages === "" ? { files: [], folders: [], problems: [] } : listFiles(root, pages, [".njk"]),
    };
  }
}

const sourceEndings = [lockEnding, ".md", ".ts"];

/** The files of a library, folder by folder. */
type ListedFiles = Readonly<Record<"briefFiles" | "sourceFiles" | "pageFiles", ReturnType<typeof listFiles>>>;

/** The files of the sources that were read, and the locks beside them. */
function filesByPath(
  read: readonly RecordedReading[],
  files: readonly NamedFile[],
  locks: readonly NamedFile[],
): Pick<LastReading, "sourceFiles" | "lockFiles"> {
  const paths = new Set(read.map(({ source }) => source.path));
  const byPath = (all: readonly NamedFile[]) => new Map(all.map((file) => [file.path, file]));
  return { sourceFiles: byPath(files.filter(({ path }) => paths.has(path))), lockFiles: byPath(locks) };
}

/** Ids of sources of other sites that are cited. */
function foreignIds(documents: readonly CitingDocument[]): Set<string> {
  return new Set(documents.flatMap(foreignIdsOf));
}

/** The map that was there before, where it holds the very same in the same order. */
function keptMap<One>(before: ReadonlyMap<string, One> | undefined, now: Map<string, One>): ReadonlyMap<string, One> {
  const isSame = before && isSameList([...before.keys()], [...now.keys()]) && isSameList([...before.values()], [...now.values()]); // prettier-ignore
  return isSame ? before : now;
}
