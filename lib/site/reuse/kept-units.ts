import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  pageKinds,
  type KeptPages,
  type ListedPage,
  type MadePages,
  type PageKind,
  type PageSelection,
} from "../session.ts";
import type { BuildRecord, RecordedUnit } from "./build-record.ts";
import { fileState, listFiles } from "./file-state.ts";
import type { SiteUnit } from "./site-units.ts";

/** What a build keeps of the site that was published before, and what it makes anew. */
export interface Keeping {
  /** What is to be rendered. */
  readonly only: PageSelection;
  readonly kept: KeptPages;
  /** The units that are kept, by folder. */
  readonly units: ReadonlyMap<string, RecordedUnit>;
}

/**
 * Keep each unit that would be made of the same again and that lies in the published folder
 * as it was written there, to the last file. Whatever differs is made anew.
 *
 * @param units of the site as it is to be. @param record of the last build into `dist`.
 * @param staging absolute path of the folder that is built into.
 */
export function keepUnits(
  units: readonly SiteUnit[],
  record: BuildRecord | undefined,
  dist: string,
  staging: string,
): Keeping {
  const before = new Map(record?.units.map((unit) => [unit.folder, unit]));
  const kept = new Map<string, RecordedUnit>();
  const only = Object.fromEntries(pageKinds.map((kind) => [kind, new Set<string>()])) as Record<PageKind, Set<string>>;
  for (const { kind, name, folder, key } of units) {
    const recorded = before.get(folder);
    if (recorded?.key === key && isAsWritten(recorded, dist)) kept.set(folder, recorded);
    else only[kind].add(name);
  }
  const addressesBefore = new Map(record?.addresses);
  return {
    only,
    units: kept,
    kept: {
      pages: [...kept.values()].flatMap(({ pages }) => pages),
      characters: [...new Set(Array.from(kept.values(), ({ characters }) => characters).join(""))].join(""),
      place(addresses) {
        const renamed = [...addressesBefore].flatMap(([name, former]): [string, string][] => {
          const now = addresses.get(name);
          return now === undefined || now === former ? [] : [[`"${former}"`, `"${now}"`]];
        });
        for (const unit of kept.values()) placeUnit(unit, dist, staging, renamed);
      },
    },
  };
}

/** Whether all its files, and no others, are there. */
function isAsWritten({ folder, files }: RecordedUnit, dist: string): boolean {
  const there = filesOf(join(dist, folder));
  return there.length === files.length && files.every(([path, state]) => fileState(join(dist, folder, path)) === state);
}

/** The same file under two names until the one published before is taken away. Nothing writes to it any more. */
function placeUnit({ folder, files }: RecordedUnit, dist: string, staging: string, renamed: [string, string][]): void {
  const folders = new Set<string>();
  for (const [path] of files) {
    const target = join(staging, folder, path);
    const parent = dirname(target);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    const original = join(dist, folder, path);
    if (renamed.length === 0 || !path.endsWith(".html")) linkOrCopy(original, target);
    else {
      const html = readFileSync(original, "utf8");
      writeFileSync(
        target,
        renamed.reduce((text, [former, now]) => text.replaceAll(former, now), html),
      );
    }
  }
}

/** Some file systems have no hard links. */
function linkOrCopy(original: string, target: string): void {
  try {
    linkSync(original, target);
  } catch {
    copyFileSync(original, target);
  }
}

/** Files of a site that belong to none of its units, with their states. */
export function filesOutside(units: readonly SiteUnit[], staging: string): [path: string, state: string][] {
  const folders = new Set(units.map(({ folder }) => folder));
  const outside = listFiles(staging).filter((path) => !folders.has(unitOf(path)));
  return outside.map((path) => [path, fileState(join(staging, path))]);
}

/** The record of a site that has just been built. @param links how many each HTML file has, by path below `staging`. */
export function recordUnits(
  units: readonly SiteUnit[],
  { units: kept }: Keeping,
  { pages, characters, addresses }: MadePages,
  links: ReadonlyMap<string, number>,
  staging: string,
): BuildRecord {
  const pagesOf = new Map<string, ListedPage[]>();
  for (const page of pages) {
    const folder = unitOf(page.url.slice(1));
    pagesOf.set(folder, [...(pagesOf.get(folder) ?? []), page]);
  }
  return {
    addresses: [...addresses],
    units: units.map(({ folder, key }): RecordedUnit => {
      const files = filesOf(join(staging, folder));
      const stated = files.map((path) => [path, fileState(join(staging, folder, path))] as const);
      const before = kept.get(folder);
      if (before) return { ...before, files: stated };
      const own = files.map((path) => `${folder}/${path}`);
      return {
        folder,
        key,
        files: stated,
        pages: pagesOf.get(folder) ?? [],
        characters: [...new Set(own.map((path) => characters.get(path) ?? "").join(""))].join(""),
        links: own.reduce((sum, path) => sum + (links.get(path) ?? 0), 0),
      };
    }),
  };
}

/** The folder of the unit that a file would lie in; empty for a page of a list. @param path below the site's folder. */
export function unitOf(path: string): string {
  const steps = path.split("/");
  const depth = steps[0] === "libraries" ? 3 : 2;
  return isOfList(steps.slice(depth).join("/")) ? "" : steps.slice(0, depth).join("/");
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
