import { hash } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { fingerprintParagraphs } from "../core/anchoring/fingerprint.ts";
import { recordBrief, restoreBrief, type BriefRecord } from "../core/brief/brief-record.ts";
import { parseBrief, type BriefReading } from "../core/brief/parse-brief.ts";
import type { SourceRecord } from "../core/catalog/source-record.ts";
import { restoreRecord, storeRecord } from "../core/catalog/stored-record.ts";
import { glossaryPath, type Glossary } from "../core/glossary/glossary.ts";
import { readGlossary } from "../core/glossary/read-glossary.ts";
import { parsePage, type PageReading } from "../core/page/parse-page.ts";
import type { Problem } from "../core/problem.ts";
import { checkDigest } from "../core/source/check-digest.ts";
import { parseSource, type SourceReading } from "../core/source/parse-source.ts";
import { restoreSource, storeSource } from "../core/source/stored-source.ts";
import type { FileText } from "../core/text/file-text.ts";
import { KeptReadings, type KeptReading } from "./kept-readings.ts";
import type { NamedFile } from "./list-files.ts";
import { lockFileForm, parseLockFile, type LockFileReading } from "./lock-file.ts";
import { noAttachments, readAttachments, type AttachmentsReading } from "./read-attachments.ts";
import { readSourceModule } from "./read-source-module.ts";
import { readText, type Unreadable } from "./read-text.ts";
import { stampOf } from "./stamp.ts";

/** A brief, with the files of its folder. */
interface ReadWithFolder {
  readonly reading: BriefReading | Unreadable;
  readonly attached: AttachmentsReading;
}

/** A source, with what its lock is compared with. */
export type RecordedReading = SourceReading & { readonly record: SourceRecord };

/**
 * Reads the files of a library, each once: a file whose identity, size and times are as they
 * were keeps the reading it had, so that a save costs one parse.
 */
export class DocumentReader {
  readonly #root: string;
  readonly #language: string;
  /** See `Library`. */
  readonly #stamps = new WeakMap<object, string>();
  readonly #kept = new Map<string, { state: string; more: string; reading: unknown }>();
  #only: ReadonlySet<string> | undefined;
  #readings: KeptReadings | undefined;

  /** @param root absolute path of the project. @param language of the site. @param readings of earlier processes. */
  constructor(root: string, language: string, readings: KeptReadings | undefined) {
    this.#root = root;
    this.#language = language;
    this.#readings = readings;
  }

  get stamps(): WeakMap<object, string> {
    return this.#stamps;
  }

  /** Read files, pack by pack of what is kept of them, and keep what was read for other processes. */
  readAhead(files: readonly NamedFile[], read: (file: NamedFile) => unknown): void {
    const packs = new Map<number, NamedFile[]>();
    for (const file of files) {
      const number = KeptReadings.packOf(file.path);
      const pack = packs.get(number);
      if (pack) pack.push(file);
      else packs.set(number, [file]);
    }
    for (const pack of packs.values()) {
      for (const file of pack) read(file);
      this.#readings?.close();
    }
  }

  /** Whether what earlier processes kept is still looked at. */
  get hasReadings(): boolean {
    return this.#readings !== undefined;
  }

  /** What earlier processes kept is of no more use: this one knows every file. */
  forgetReadings(): void {
    this.#readings = undefined;
  }

  /** Take what was read before of all other files. @param paths absolute; every file is looked at when absent. */
  lookOnlyAt(paths: ReadonlySet<string> | undefined): void {
    this.#only = paths;
  }

  glossary(): { readonly glossary?: Glossary; readonly problems: readonly Problem[] } | undefined {
    const absolute = join(this.#root, glossaryPath);
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

  /** @param read given the file's state. @param more what else the reading is made of. */
  #once<Reading>(file: NamedFile, read: (state: string) => Reading, more = ""): Reading {
    const known = this.#kept.get(file.absolute);
    const kept = known?.more === more ? known : undefined;
    if (kept && this.#only?.has(file.absolute) === false) return kept.reading as Reading;
    const state = `${stateOf(file.absolute)}\n${more}`;
    if (kept?.state === state) return kept.reading as Reading;
    const reading = read(state);
    this.#kept.set(file.absolute, { state, more, reading });
    return reading;
  }

  /**
   * Parse a file, unless an earlier process did.
   *
   * @param keyOf one text for all that the reading is made of, from the SHA-256 of the file.
   * @param parse the file's text, to what {@link form} has as JSON.
   */
  #parse<Reading, Data>(
    { absolute, path }: NamedFile,
    state: string,
    keyOf: (hash: string) => string,
    parse: (file: FileText, hash: string) => Reading,
    form: { readonly store: (reading: Reading) => Data; readonly restore: (data: Data) => Reading },
  ): { readonly reading: Reading; readonly key: string } | Unreadable {
    const restore = ({ json, key }: KeptReading) => ({ reading: form.restore(JSON.parse(json) as Data), key });
    const kept = this.#readings?.find(path);
    if (kept?.state === state) {
      this.#readings?.keep(path, kept);
      return restore(kept);
    }
    const text = readText(absolute, path);
    if (!text.file) return { problems: [text.problem] };
    const key = keyOf(text.hash);
    if (kept?.key === key) {
      this.#readings?.keep(path, { ...kept, state });
      return restore(kept);
    }
    const reading = parse(text.file, text.hash);
    this.#readings?.keep(path, { state, key, json: JSON.stringify(form.store(reading)) });
    return { reading, key };
  }

  /** @param hasFolder whether there is a folder of the brief's name. */
  brief(file: NamedFile, hasFolder: boolean): ReadWithFolder {
    const attached = hasFolder
      ? readAttachments(this.#root, file.name, (one, read) => this.#once(one, read))
      : noAttachments;
    const states = attached.files.map(({ absolute }) => `${absolute} ${stateOf(absolute)}`);
    const read = (state: string) => this.#readBrief(file, state, attached);
    return { reading: this.#once(file, read, [this.#language, ...states].join("\n")), attached };
  }

  #readBrief(file: NamedFile, state: string, attached: AttachmentsReading): BriefReading | Unreadable {
    const { attachments, stamp } = attached;
    const parsed = this.#parse(
      file,
      state,
      (hash) => stampOf(this.#language, hash, stamp),
      (text) => parseBrief(file.name, text, this.#language, attachments),
      { store: recordBrief, restore: (record: BriefRecord) => restoreBrief(record, attachments) },
    );
    if (!("reading" in parsed)) return parsed;
    this.#stamps.set(parsed.reading.brief, parsed.key);
    return parsed.reading;
  }

  page(file: NamedFile): PageReading | Unreadable {
    return this.#once(file, () => this.#readPage(file), this.#language);
  }

  /** @returns a promise for what a module gives. */
  source(file: NamedFile): RecordedReading | Unreadable | Promise<RecordedReading | Unreadable> {
    return this.#once(file, (state) =>
      file.ending === ".ts" ? this.#readModule(file, state) : this.#readSource(file, state),
    );
  }

  lock(file: NamedFile): LockFileReading {
    return this.#once(file, (state) => {
      const parse = ({ text }: FileText) => parseLockFile(file, text);
      const parsed = this.#parse(file, state, (sum) => sum, parse, lockFileForm);
      return "reading" in parsed ? parsed.reading : parsed;
    });
  }

  #readPage(file: NamedFile): PageReading | Unreadable {
    const text = readText(file.absolute, file.path);
    if (!text.file) return { problems: [text.problem] };
    const reading = parsePage(file.name, text.file, this.#language);
    if (reading.page) this.#stamps.set(reading.page, stampOf(this.#language, text.hash));
    return reading;
  }

  #readSource(file: NamedFile, state: string): RecordedReading | Unreadable {
    const parse = (text: FileText, sum: string) => recorded(parseSource(file.name, text), sum);
    const parsed = this.#parse(file, state, (sum) => sum, parse, {
      store: ({ source, record, problems }) => ({
        source: storeSource(source),
        record: storeRecord(record, source.paragraphs),
        problems,
      }),
      restore: ({ source: stored, record, problems }) => {
        const source = restoreSource(stored);
        return { source, record: restoreRecord(record, source.paragraphs), problems };
      },
    });
    if (!("reading" in parsed)) return parsed;
    this.#stamps.set(parsed.reading.source, parsed.key);
    return parsed.reading;
  }

  async #readModule(file: NamedFile, state: string): Promise<RecordedReading | Unreadable> {
    const module = await readSourceModule(file, state);
    if (!module.reading) return { problems: [module.problem] };
    const reading = recorded(module.reading, module.hash);
    // What a module gives may come from anywhere.
    this.#stamps.set(reading.source, hash("sha256", JSON.stringify(reading.source)));
    return reading;
  }
}

function recorded(reading: SourceReading, sourceHash: string): RecordedReading {
  const paragraphs = fingerprintParagraphs(reading.source.paragraphs, (text) => hash("sha256", text));
  const problems = [...reading.problems, ...checkDigest(reading.source, paragraphs)];
  return { ...reading, problems, record: { hash: sourceHash, paragraphs } };
}

/** Changes whenever a file's content may have: inode, size, times in nanoseconds. */
function stateOf(absolute: string): string {
  const stats = lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  // Deleted since it was listed: reading it says so.
  if (!stats) return "gone";
  return [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join("-");
}
