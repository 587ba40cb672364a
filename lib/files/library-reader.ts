import { hash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Attachments } from "../core/brief/attachment.ts";
import { parseBrief, type BriefReading } from "../core/brief/parse-brief.ts";
import { fingerprintParagraphs } from "../core/anchoring/fingerprint.ts";
import type { Library } from "../core/catalog/catalog.ts";
import type { SourceRecord } from "../core/catalog/source-record.ts";
import { glossaryPath, type Glossary } from "../core/glossary/glossary.ts";
import { readGlossary } from "../core/glossary/read-glossary.ts";
import { parsePage, type PageReading } from "../core/page/parse-page.ts";
import type { Problem } from "../core/problem.ts";
import { checkDigest } from "../core/source/check-digest.ts";
import { parseSource, parseSourceModule, type SourceReading } from "../core/source/parse-source.ts";
import type { CitingDocument } from "../core/brief/citation.ts";
import { isForeign } from "../core/libraries/foreign-id.ts";
import type { LibraryOptions } from "../core/libraries/library-address.ts";
import type { FetchLimits } from "./fetch-document.ts";
import { ForeignReader } from "./foreign-reader.ts";
import { attachmentEndings, readAttachment } from "./read-attachment.ts";
import { listFiles, type NamedFile } from "./list-files.ts";
import { lockEnding, lockLeftBehind, orphanedLock, readLockFile, type LockFileReading } from "./lock-file.ts";
import { readText } from "./read-text.ts";

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

interface AttachmentsReading extends Unreadable {
  readonly files: readonly NamedFile[];
  readonly attachments: Attachments;
  /** Of the files' bytes. */
  readonly stamp: string;
}

const noAttachments: AttachmentsReading = { files: [], attachments: new Map(), stamp: "", problems: [] };

/** A source, with what its lock is compared with. */
type RecordedReading = SourceReading & { readonly record: SourceRecord };

/** Not even stood in for: the file could not be read at all. */
interface Unreadable {
  readonly problems: readonly Problem[];
}

/**
 * Reads the library, each file once: a file whose identity, size and times are as they
 * were keeps the reading it had, so that a save costs one parse.
 */
export class LibraryReader {
  readonly #folders: LibraryFolders;
  readonly #foreign: ForeignReader;
  /** See `Library`. */
  readonly #stamps = new WeakMap<object, string>();
  readonly #kept = new Map<string, { state: string; reading: unknown }>();

  /** @param limits of what is fetched of other sites. */
  constructor(folders: LibraryFolders, limits?: FetchLimits) {
    this.#folders = folders;
    this.#foreign = new ForeignReader(folders.root, folders.libraries ?? new Map(), limits);
  }

  async read(): Promise<Library> {
    const { root, pages, language, configuration = [] } = this.#folders;
    const briefFiles = listFiles(root, "briefs", [".md"], true);
    const sourceFiles = listFiles(root, "sources", [lockEnding, ".md", ".ts"]);
    const pageFiles = pages === "" ? { files: [], problems: [] } : listFiles(root, pages, [".njk"]);
    const problems = [...configuration, ...briefFiles.problems, ...sourceFiles.problems, ...pageFiles.problems];

    const briefs = briefFiles.files.map((file) => {
      const hasFolder = briefFiles.folders.includes(file.name);
      const attached = hasFolder ? this.#readAttachments(`briefs/${file.name}`) : noAttachments;
      problems.push(...attached.problems);
      const state = attached.files.map(({ absolute }) => `${absolute} ${stateOf(absolute)}`).join("\n");
      return this.#once(file, () => this.#readBrief(file, language, attached), state);
    });
    const citingPages = pageFiles.files.map((file) => this.#once(file, () => this.#readPage(file, language)));
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
      sources.push(await this.#once(file, () => this.#readSource(file)));
    }
    const read = sources.filter((reading) => "source" in reading);
    const locks = new Map<string, LockFileReading>();
    const lockFiles = sourceFiles.files.filter(({ ending }) => ending === lockEnding);
    for (const file of lockFiles.filter(({ name }) => named.has(name))) {
      locks.set(
        file.name,
        this.#once(file, () => readLockFile(file)),
      );
    }
    for (const file of lockFiles.filter(({ name }) => !named.has(name))) {
      const renamed = read.find(({ source }) => source.formerNames.includes(file.name));
      problems.push(renamed ? lockLeftBehind(file, renamed.source.id, locks) : orphanedLock(file));
    }
    for (const reading of [...briefs, ...citingPages, ...sources, ...locks.values()]) {
      for (const problem of reading.problems) problems.push(problem);
    }
    const glossary = this.#readGlossary();
    problems.push(...(glossary?.problems ?? []));
    const own = read.map(({ source, record }) => ({ source, record: withLock(record, locks.get(source.id)) }));
    const documents = {
      briefs: briefs.flatMap((reading) => ("brief" in reading ? [reading.brief] : [])),
      pages: citingPages.flatMap((reading) => ("page" in reading ? [reading.page] : [])),
    };
    const foreign = await this.#foreign.read(foreignIds([...documents.briefs, ...documents.pages]));
    problems.push(...foreign.problems);
    const all = [...own, ...foreign.sources];
    for (const { source } of foreign.sources) this.#stamps.set(source, hash("sha256", JSON.stringify(source)));
    return {
      ...documents,
      stamps: this.#stamps,
      sources: new Map(all.map(({ source }) => [source.id, source])),
      records: new Map(all.map(({ source, record }) => [source.id, record])),
      ...(foreign.originals.size > 0 && { originals: foreign.originals }),
      ...(foreign.missing.size > 0 && { missing: foreign.missing }),
      ...(foreign.warnings.length > 0 && { warnings: foreign.warnings }),
      ...(glossary?.glossary && { glossary: glossary.glossary }),
      problems,
    };
  }

  #readGlossary(): { readonly glossary?: Glossary; readonly problems: readonly Problem[] } | undefined {
    const absolute = join(this.#folders.root, glossaryPath);
    if (!lstatSync(absolute, { throwIfNoEntry: false })) return undefined;
    const file = { name: "_glossary", ending: ".md", absolute, path: glossaryPath };
    return this.#once(file, () => {
      const text = readText(absolute, glossaryPath);
      if (!text.file) return { problems: [text.problem] };
      const reading = readGlossary(text.file);
      this.#stamps.set(reading.glossary, text.hash);
      return reading;
    });
  }

  /** @param more the state of what else the reading is made of. */
  #once<Reading>(file: NamedFile, read: () => Reading, more = ""): Reading {
    const state = `${stateOf(file.absolute)}\n${more}`;
    const kept = this.#kept.get(file.absolute);
    if (kept?.state === state) return kept.reading as Reading;
    const reading = read();
    this.#kept.set(file.absolute, { state, reading });
    return reading;
  }

  #readBrief(file: NamedFile, language: string, attached: AttachmentsReading): BriefReading | Unreadable {
    const text = readText(file.absolute, file.path);
    if (!text.file) return { problems: [text.problem] };
    const reading = parseBrief(file.name, text.file, language, attached.attachments);
    this.#stamps.set(reading.brief, stampOf(language, text.hash, attached.stamp));
    return reading;
  }

  /** The files of a brief's folder, each read once. */
  #readAttachments(folder: string): AttachmentsReading {
    const { files, problems } = listFiles(this.#folders.root, folder, attachmentEndings);
    const read = files.map((file) => ({ file, reading: this.#once(file, () => readAttachment(file)) }));
    return {
      files,
      attachments: new Map(
        read.flatMap(({ file, reading }) =>
          reading.attachment ? [[`${file.name}${file.ending}`, reading.attachment]] : [],
        ),
      ),
      stamp: stampOf(...read.map(({ file, reading }) => `${file.path} ${reading.hash ?? ""}`)),
      problems: [...problems, ...read.flatMap(({ reading }) => (reading.problem ? [reading.problem] : []))],
    };
  }

  #readPage(file: NamedFile, language: string): PageReading | Unreadable {
    const text = readText(file.absolute, file.path);
    if (!text.file) return { problems: [text.problem] };
    const reading = parsePage(file.name, text.file, language);
    if (reading.page) this.#stamps.set(reading.page, stampOf(language, text.hash));
    return reading;
  }

  async #readSource(file: NamedFile): Promise<RecordedReading | Unreadable> {
    if (file.ending === ".ts") {
      const reading = await readModule(file);
      // What a module gives may come from anywhere.
      if ("source" in reading) this.#stamps.set(reading.source, hash("sha256", JSON.stringify(reading.source)));
      return reading;
    }
    const text = readText(file.absolute, file.path);
    if (!text.file) return { problems: [text.problem] };
    const reading = recorded(parseSource(file.name, text.file), text.hash);
    this.#stamps.set(reading.source, text.hash);
    return reading;
  }
}

/** One text of several: another whenever one of them is. */
function stampOf(...parts: readonly string[]): string {
  return hash("sha256", JSON.stringify(parts));
}

/** Ids of sources of other sites that are cited. */
function foreignIds(documents: readonly CitingDocument[]): Set<string> {
  const ids = documents.flatMap(({ citations }) => citations.map(({ request }) => request.sourceId));
  return new Set(ids.filter(isForeign));
}

function recorded(reading: SourceReading, sourceHash: string): RecordedReading {
  const paragraphs = fingerprintParagraphs(reading.source.paragraphs, (text) => hash("sha256", text));
  const problems = [...reading.problems, ...checkDigest(reading.source, paragraphs)];
  return { ...reading, problems, record: { hash: sourceHash, paragraphs } };
}

function withLock(record: SourceRecord, reading: LockFileReading | undefined): SourceRecord {
  return reading?.lock ? { ...record, lock: reading.lock } : record;
}

/** Run a source module, the project's own code, and take what it gives as data. */
async function readModule(file: NamedFile): Promise<RecordedReading | Unreadable> {
  try {
    // The query makes Node load the file again after it was edited.
    const url = `${pathToFileURL(file.absolute).href}?state=${encodeURIComponent(stateOf(file.absolute))}`;
    const { default: exported } = (await import(url)) as { default?: unknown };
    const given: unknown = typeof exported === "function" ? await (exported as () => unknown)() : exported;
    return recorded(parseSourceModule(file.name, file.path, given), hash("sha256", readFileSync(file.absolute)));
  } catch (error) {
    const message = `The module failed: ${error instanceof Error ? error.message : String(error)}`;
    return { problems: [{ place: { path: file.path, line: 1, column: 1 }, rule: "source-module", message }] };
  }
}

/** Changes whenever a file's content may have: inode, size, times in nanoseconds. */
function stateOf(absolute: string): string {
  const stats = lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  // Deleted since it was listed: reading it says so.
  if (!stats) return "gone";
  return [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join("-");
}
