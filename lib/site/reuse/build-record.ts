import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { BuildSummary } from "../build-site.ts";
import type { ListedPage } from "../session.ts";

/** What a build left in the published folder, by which the next one knows what it may keep. */
export interface BuildRecord {
  /** Addresses of assets by name, as the pages have them. */
  readonly addresses: readonly (readonly [name: string, address: string])[];
  readonly units: readonly RecordedUnit[];
  /** All that lies in the published folder outside the units, with its state. */
  readonly files: readonly RecordedFile[];
  /** Of the whole build; absent where another of the same files might make something else. */
  readonly whole?: RecordedBuild;
}

/** A file by its path, with its state: see `fileState`. */
export type RecordedFile = readonly [path: string, state: string];

export interface RecordedBuild {
  /** What it was made of: see `inputsStamp`. */
  readonly inputs: string;
  readonly summary: BuildSummary;
}

export interface RecordedUnit {
  /** Below the published folder, with slashes. */
  readonly folder: string;
  /** Of the unit: see `SiteUnit`. */
  readonly key: string;
  /** All that lies in it, by path below it. */
  readonly files: readonly RecordedFile[];
  /** Of the folder: see `folderState`. Empty where it has folders of its own. */
  readonly state: string;
  /** Of the folder of the same files in the former site: see `Workspace`. Empty where that has none. */
  readonly formerState: string;
  readonly pages: readonly ListedPage[];
  /** What its pages show beyond ASCII, each character once. */
  readonly characters: string;
  /** How many links on its pages lead to places of the site. */
  readonly links: number;
  /** Marks of the places outside the unit that its pages lead to: see `writeMarks`. */
  readonly targets: string;
}

/** Raised when the form of a record changes. */
const form = 3;

/** Where the record of the last build into a folder is: in `.pincite/` beside it. @param dist absolute path. */
export function recordPath(dist: string): string {
  return join(dirname(dist), ".pincite", `built-${basename(dist)}.json`);
}

/** All that a build published, by path below the published folder. */
export function publishedFiles({ units, files }: BuildRecord): RecordedFile[] {
  const inUnits = units.map(({ folder, files: own }) =>
    own.map(([path, state]): RecordedFile => [`${folder}/${path}`, state]),
  );
  return [...files, ...inUnits.flat()];
}

/** One that is damaged counts as not there. @param path absolute. */
export function readRecord(path: string): BuildRecord | undefined {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    // Nobody but Pincite writes there: a sum that is right says that all of it is.
    return text.slice(0, end) === sumOf(body) ? (JSON.parse(body) as BuildRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all. Where nothing can be written, nothing is recorded. @param path absolute. */
export function writeRecord(path: string, record: BuildRecord): void {
  const body = JSON.stringify(record);
  // What a build that is killed leaves is taken away by the next: see `openWorkspace`.
  const half = join(dirname(path), `record-${process.pid}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(half, `${sumOf(body)}\n${body}`);
    renameSync(half, path);
  } catch {
    removeRecord(path);
  }
}

/** Nothing is kept by the next build. */
export function removeRecord(path: string): void {
  rmSync(path, { force: true });
}

function sumOf(body: string): string {
  return String(crc32(body, form));
}
