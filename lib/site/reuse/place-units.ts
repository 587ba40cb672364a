import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Workspace } from "../swap.ts";
import { renameInHead, renamings, withNames, type Renaming } from "../rename-addresses.ts";
import type { RecordedUnit } from "./build-record.ts";
import { listFiles } from "./file-state.ts";
import { bringUpToDate } from "./former-site.ts";
import { folderIn, type StoredUnit, type UnitStore } from "./kept-units.ts";

type Staged = Pick<Workspace, "staging" | "former" | "stageInFormer">;

/**
 * Put units into the site that is staged. @param addresses of assets by name, as its pages have them.
 *
 * @returns the folders of those whose files are the very ones of the published site.
 */
export function placeUnits(
  units: Iterable<StoredUnit>,
  workspace: Staged,
  addresses: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const all = [...units];
  const shared = new Set<string>();
  for (const store of new Set(all.map((one) => one.store))) {
    const renamed = renamings(store.record.addresses, addresses);
    const own = all.filter((one) => one.store === store).map(({ recorded }) => recorded);
    if (!store.isPart && renamed.length === 0) {
      for (const folder of shareUnits(own, store.folder, workspace)) shared.add(folder);
      continue;
    }
    const place = store.isSpare ? moveUnit : placeUnit;
    for (const unit of own) place(unit, store.folder, workspace.staging, renamed);
    if (store.isPart) placeAssets(assetsOf(store, own), store.folder, workspace.staging);
  }
  return shared;
}

/** The same files under two names, in the folders of the former site where there is one. @returns the folders of which that is true. */
function shareUnits(units: readonly RecordedUnit[], published: string, workspace: Staged): string[] {
  const { former, staging } = workspace;
  // A page of the site's own may stand among the files of a unit.
  const made = new Set(listFiles(staging).map(folderIn));
  const lacking = former === undefined ? units : bringUpToDate(former, units);
  if (former !== undefined) workspace.stageInFormer();
  const copied = new Set(lacking.filter((unit) => !placeUnit(unit, published, staging)));
  return units.filter((unit) => !copied.has(unit) && !made.has(unit.folder)).map(({ folder }) => folder);
}

/** What this run has made of the site's own stays. Nothing writes to the files any more. @returns whether all are the very same files. */
function placeUnit(
  { folder, files }: RecordedUnit,
  from: string,
  staging: string,
  renamed: readonly Renaming[] = [],
): boolean {
  const folders = new Set<string>();
  let isShared = true;
  for (const [path] of files) {
    const target = join(staging, folder, path);
    const parent = dirname(target);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    const original = join(from, folder, path);
    if (renamed.length === 0 || !path.endsWith(".html")) isShared = linkOrCopy(original, target) && isShared;
    else writeFileSync(target, withNames(readFileSync(original, "utf8"), renamed));
  }
  return isShared && renamed.length === 0;
}

/** The folder itself, and its pages written again where they name something otherwise. */
function moveUnit(unit: RecordedUnit, from: string, staging: string, renamed: readonly Renaming[]): void {
  const { folder, files } = unit;
  if (files.length === 0) return;
  const target = join(staging, folder);
  if (existsSync(target)) {
    placeUnit(unit, from, staging, renamed);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(from, folder), target);
  for (const [path] of files) if (path.endsWith(".html")) renameInHead(join(target, path), renamed);
}

/** Social cards and images are named after what they hold: one that is there is the same. */
function placeAssets(names: Iterable<string>, from: string, staging: string): void {
  const there = new Set(listFiles(join(from, "assets")));
  mkdirSync(join(staging, "assets"), { recursive: true });
  for (const name of names) {
    const target = join(staging, "assets", name);
    if (there.has(name) && !existsSync(target)) linkOrCopy(join(from, "assets", name), target);
  }
}

/** The social cards and images of the units that are taken from a part; all that it has where it was made for these alone. */
function* assetsOf({ folder: part, isSpare }: UnitStore, units: readonly RecordedUnit[]): Generator<string> {
  if (isSpare) {
    yield* listFiles(join(part, "assets"));
    return;
  }
  for (const { folder, files } of units) {
    for (const [path] of files.filter(([name]) => name.endsWith(".html"))) {
      const html = readFileSync(join(part, folder, path), "utf8");
      for (const [, name = ""] of html.matchAll(/\/assets\/([\w.-]+)/g)) yield name;
    }
  }
}

/** Some file systems have no hard links, and none leads from one file system to another. @returns whether it is one. */
function linkOrCopy(original: string, target: string): boolean {
  try {
    linkSync(original, target);
    return true;
  } catch {
    if (!existsSync(target)) copyFileSync(original, target);
    return false;
  }
}
