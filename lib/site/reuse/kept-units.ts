import { join } from "node:path";
import { pageKinds, type ListedPage, type MadePages, type PageKind, type PageSelection } from "../session.ts";
import type { PageLinks } from "../links/page-links.ts";
import type { BuildRecord, RecordedFile, RecordedUnit } from "./build-record.ts";
import { fileState, folderState, listFiles } from "./file-state.ts";
import { filesBeside } from "./former-site.ts";
import { writeMarks } from "../links/place-marks.ts";
import type { SiteUnit } from "./site-units.ts";

/** A folder in which units lie that were made before. */
export interface UnitStore {
  /** Absolute path. */
  readonly folder: string;
  readonly record: BuildRecord;
  /** The state of a file as the record has it. @param absolute path of the file. */
  readonly stateOf: (absolute: string) => string;
  /** A part of this site: the social cards and images of its briefs lie in its `assets/`. */
  readonly isPart: boolean;
  /** Whether nobody else needs the folder, so that what is in it may be moved and written to. */
  readonly isSpare: boolean;
}

/** A unit that need not be made, and where it lies. */
export interface StoredUnit {
  readonly store: UnitStore;
  readonly recorded: RecordedUnit;
}

/**
 * Of these units those that a store has: each that would be made of the same again and that
 * lies there as it was written, to the last file. Of several stores the first that has it counts.
 */
export function storedUnits(units: readonly SiteUnit[], stores: readonly UnitStore[]): Map<string, StoredUnit> {
  const found = new Map<string, StoredUnit>();
  for (const store of stores) {
    const recordedAt = new Map(store.record.units.map((unit) => [unit.folder, unit]));
    for (const { folder, key } of units) {
      const recorded = recordedAt.get(folder);
      if (found.has(folder) || recorded?.key !== key || !isAsWritten(recorded, store)) continue;
      found.set(folder, { store, recorded });
    }
  }
  return found;
}

/** The pages of some units. */
export function selectionOf(units: readonly SiteUnit[]): PageSelection {
  const names = Object.fromEntries(pageKinds.map((kind) => [kind, new Set<string>()])) as Record<PageKind, Set<string>>;
  for (const { kind, name } of units) names[kind].add(name);
  return names;
}

/** Whether all its files, and no others, are there. */
function isAsWritten({ folder, files, state }: RecordedUnit, store: UnitStore): boolean {
  const path = join(store.folder, folder);
  const isListed = (state !== "" && folderState(path) === state) || filesOf(path).length === files.length;
  return isListed && files.every(([name, before]) => store.stateOf(`${path}/${name}`) === before);
}

/** All files of a site. @param shared see `RecordedSite`. */
export function filesOfSite(staging: string, shared: readonly RecordedUnit[]): string[] {
  const beside = filesBeside(staging, new Set(shared.map(({ folder }) => folder)));
  return [...beside, ...shared.flatMap(({ folder, files }) => files.map(([path]) => `${folder}/${path}`))];
}

/** Files of a site that belong to none of its units, with their states. @param shared see `RecordedSite`. */
export function filesOutside(
  units: readonly SiteUnit[],
  staging: string,
  shared: ReadonlySet<string> = new Set(),
): RecordedFile[] {
  const folders = new Set(units.map(({ folder }) => folder));
  const outside = filesBeside(staging, shared).filter((path) => !folders.has(unitOf(path)));
  return outside.map((path) => [path, fileState(join(staging, path))]);
}

export interface RecordedSite {
  readonly units: readonly SiteUnit[];
  readonly stored: ReadonlyMap<string, StoredUnit>;
  /** Folders of which the site has the very files of the published one; none when absent. */
  readonly shared?: ReadonlySet<string>;
  readonly made: Pick<MadePages, "pages" | "characters" | "addresses">;
  /** Where each HTML file leads that was looked at, by path below the folder. */
  readonly links: ReadonlyMap<string, PageLinks>;
  /** Absolute path. */
  readonly folder: string;
  readonly stateOf: UnitStore["stateOf"];
}

/** What a record says of units. */
export type RecordedUnits = Pick<BuildRecord, "addresses" | "units">;

/** The record of the units that were just built into a folder. */
export function recordUnits({
  units,
  stored,
  shared,
  made,
  links,
  folder: site,
  stateOf,
}: RecordedSite): RecordedUnits {
  const pagesOf = new Map<string, ListedPage[]>();
  for (const page of made.pages) {
    const folder = unitOf(page.url.slice(1));
    const list = pagesOf.get(folder);
    if (list) list.push(page);
    else pagesOf.set(folder, [page]);
  }
  return {
    addresses: [...made.addresses],
    units: units.map(({ folder, key }): RecordedUnit => {
      const before = stored.get(folder)?.recorded;
      const isShared = before !== undefined && shared?.has(folder) === true;
      const path = join(site, folder);
      const files = isShared ? before.files : filesOf(path).map((name) => [name, stateOf(join(path, name))] as const);
      const own = files.flatMap(([name]) => (name.endsWith(".html") ? `${folder}/${name}` : []));
      const isFlat = files.every(([name]) => !name.includes("/"));
      const looked = own.flatMap((path) => links.get(path) ?? []);
      const known = looked.length === 0 ? before : undefined;
      return {
        folder,
        key,
        files,
        state: isFlat ? folderState(path) : "",
        formerState: isShared ? before.state : "",
        pages: before?.pages ?? pagesOf.get(folder) ?? [],
        characters: before?.characters ?? eachOnce(own.map((path) => made.characters.get(path) ?? "")),
        links: known?.links ?? looked.reduce((sum, { count }) => sum + count, 0),
        targets: known?.targets ?? writeMarks(looked.flatMap(({ targets }) => targets)),
      };
    }),
  };
}

/** The characters of some texts, each once. */
export function eachOnce(characters: readonly string[]): string {
  return [...new Set(characters.join(""))].join("");
}

/** The folder of the unit that a file would lie in; empty for a page of a list. @param path below the site's folder. */
export function unitOf(path: string): string {
  const folder = folderIn(path);
  return isOfList(path.slice(folder.length + 1)) ? "" : folder;
}

/** As {@link unitOf}, whatever lies in it. */
export function folderIn(path: string): string {
  const steps = path.split("/");
  return steps.slice(0, steps[0] === "libraries" ? 3 : 2).join("/");
}

/** Below a brief or source called "page" lie pages of a list, by their numbers. @param path below the folder of a unit. */
function isOfList(path: string): boolean {
  return /^\d+\//.test(path);
}

/** The files of a unit, sorted. @param folder absolute path. */
function filesOf(folder: string): string[] {
  return listFiles(folder)
    .filter((path) => !isOfList(path))
    .sort();
}
