import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { readRecord, recordPath, writeRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import { isImmutable } from "../../core/serving/serving-rules.ts";
import type { BuiltInventory } from "./read-inventory.ts";

/**
 * A folder with a whole site a release, and the link `current` to one of them, from which a
 * web server serves. A publish makes a release beside and then replaces the link: between
 * two requests the site is the old one or the new one, never both.
 */
export interface ReleasePlan {
  /** What the new release is called: the same for the same site. */
  readonly name: string;
  readonly record: SiteRecord;
  /** Paths, by where they come from. */
  readonly fromSite: readonly string[];
  readonly fromBefore: readonly string[];
  /** Releases that go: all but the new one and the one before it. */
  readonly removed: readonly string[];
  /** The release that was served when this was planned; undefined before the first. */
  readonly current: string | undefined;
}

const link = "current";
const releasesFolder = "releases";

/** Digits of the digest of what is in it; behind a dot while it is made. Nothing else in the folder is ours. */
const releaseName = /^[0-9a-f]{16}(?:-again)?$/;
const isOurs = (name: string) => releaseName.test(name.replace(/^\./, ""));

/** What is served from a folder. */
export interface CurrentRelease {
  /** Its name; undefined before the first. */
  readonly current: string | undefined;
  /** What it says of itself; undefined where it says nothing that can be read. */
  readonly record: SiteRecord | undefined;
}

/** See what a folder serves. @throws a sentence where `current` is not ours. */
export function currentRecord(folder: string): CurrentRelease {
  const current = currentRelease(folder);
  const file = join(folder, releasesFolder, current ?? "", recordPath);
  const record = current !== undefined && existsSync(file) ? readRecord(readFileSync(file, "utf8")) : undefined;
  return { current, record };
}

/** Name of the release that is served; undefined before the first. @throws a sentence where `current` is not ours. */
function currentRelease(folder: string): string | undefined {
  const at = join(folder, link);
  const there = lstatSync(at, { throwIfNoEntry: false });
  if (!there) return undefined;
  const leads = there.isSymbolicLink() ? resolve(folder, readlinkSync(at)) : "";
  const name = basename(leads);
  if (leads !== join(resolve(folder), releasesFolder, name) || !releaseName.test(name))
    throw new Error(
      `${at} is not a link that Pincite made, so it is not replaced. Move it away, or choose another folder.`,
    );
  return name;
}

/** See what is to be done. Nothing is written. @returns undefined where the folder serves this very site. */
export function planRelease(
  folder: string,
  before: SiteRecord | undefined,
  after: BuiltInventory,
): ReleasePlan | undefined {
  const { files, pages } = after;
  const kept = [...(before?.files.keys() ?? [])].filter((path) => isImmutable(path) && !files.has(path));
  const record: SiteRecord = { files, pages, kept, unsure: [] };
  const digest = hash("sha256", writeRecord({ ...record, kept: [] })).slice(0, 16);
  const current = currentRelease(folder);
  if (current?.startsWith(digest) === true && before) return undefined;
  // A release that is served is never written to, even where its record is lost.
  const name = current === digest ? `${digest}-again` : digest;
  const unchanged = [...files].filter(([path, { sha256 }]) => before?.files.get(path)?.sha256 === sha256);
  const fromBefore = [...unchanged.map(([path]) => path), ...kept];
  const same = new Set(fromBefore);
  const fromSite = [...files.keys()].filter((path) => !same.has(path));
  const releases = join(folder, releasesFolder);
  const there = existsSync(releases) ? readdirSync(releases) : [];
  return {
    name,
    record,
    fromSite,
    fromBefore,
    current,
    removed: there.filter((one) => isOurs(one) && one !== current && one !== name),
  };
}

/**
 * Make the release and serve it. Killed at any moment, it is completed by the next publish.
 *
 * @param site absolute path of the built site. @throws a sentence where somebody else has
 * published there since this was planned; what is served stays theirs.
 */
export function publishRelease(folder: string, plan: ReleasePlan, site: string): void {
  const releases = join(folder, releasesFolder);
  const { current } = plan;
  const expectCurrent = () => {
    if (currentRelease(folder) === current) return;
    throw new Error(
      `Somebody else has published to ${folder} since this was planned. What they published is served; run it again.`,
    );
  };
  expectCurrent();
  const staged = join(releases, `.${plan.name}`);
  mkdirSync(releases, { recursive: true });
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
  for (const path of plan.fromSite) put(join(site, path), join(staged, path), copyFileSync);
  for (const path of plan.fromBefore) put(join(releases, current ?? "", path), join(staged, path), linkOrCopy);
  writeFileSync(join(staged, recordPath), writeRecord(plan.record));
  const release = join(releases, plan.name);
  rmSync(release, { recursive: true, force: true });
  renameSync(staged, release);
  expectCurrent();
  const next = join(folder, `.${link}-next`);
  rmSync(next, { force: true });
  symlinkSync(join(releasesFolder, plan.name), next, "dir");
  renameSync(next, join(folder, link));
  for (const one of plan.removed) rmSync(join(releases, one), { recursive: true, force: true });
}

function put(from: string, to: string, copy: (from: string, to: string) => void): void {
  mkdirSync(dirname(to), { recursive: true });
  copy(from, to);
}

/** The same bytes take their room once. Not every file system can. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** The folder that a web server serves. */
export function servedFolder(folder: string): string {
  return join(folder, link);
}

/** What a failure of the file system means, as a sentence. @param error as Node throws it. */
export function folderFailure(folder: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // A sentence of our own says it all.
  if (code === "" && error instanceof Error) return error.message;
  const meanings: ReadonlyMap<string, string> = new Map([
    ["ENOSPC", "the disk is full"],
    ["EDQUOT", "the disk is full"],
    ["EACCES", "it may not be written to"],
    ["EPERM", "it may not be written to"],
    ["EROFS", "its disk can only be read"],
    ["ENOTDIR", "a part of its path is a file"],
    ["EEXIST", "a part of its path is a file"],
    ["ELOOP", "its links lead in a circle"],
  ]);
  const meaning = meanings.get(code) ?? (error instanceof Error ? error.message : String(error));
  return `The site could not be published to ${folder}: ${meaning}. What is served is as it was.`;
}
