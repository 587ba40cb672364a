import { hash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPages } from "../build-pages.ts";
import type { StoredLedger } from "../links/link-ledger.ts";
import type { PreparedSite } from "../prepare-site.ts";
import type { Project } from "../project.ts";
import { readRecord, writeRecord, type BuildRecord } from "../reuse/build-record.ts";
import { fileState } from "../reuse/file-state.ts";
import { recordUnits, selectionOf, type UnitStore } from "../reuse/kept-units.ts";
import type { SiteUnit } from "../reuse/site-units.ts";

/** Stands in the folder of a part, beside what was made: what it is, and of what. */
const recordName = ".pincite-part.json";
/** Likewise in one that is spare: where its pages lead. */
const linksName = ".pincite-part-links.json";

/**
 * Make some units of a site into a folder of their own, to be joined with others.
 *
 * @param folder absolute path of an empty folder. @param isSpare see `UnitStore`; for this very build. @param isFollowed see `Session`.
 */
export async function buildPart(
  project: Project,
  { session }: PreparedSite,
  units: readonly SiteUnit[],
  folder: string,
  { isSpare, isFollowed }: { readonly isSpare: boolean; readonly isFollowed: boolean },
): Promise<BuildRecord> {
  const { made } = await buildPages(
    { ...session, only: selectionOf(units), isPart: true, isFollowed },
    project.config,
    folder,
  );
  const stored = new Map<string, never>();
  const links = made.links?.links ?? stored;
  const recorded = recordUnits({ units, stored, made, links, folder, stateOf: stateOf(isSpare) });
  const record = { ...recorded, files: [] };
  writeRecord(join(folder, recordName), record);
  if (made.links) writeFileSync(join(folder, linksName), JSON.stringify(made.links.toStored()));
  return record;
}

/** Where the pages of a part lead that was made for this very build; undefined where nobody took it down. */
export function readLinks(folder: string): StoredLedger | undefined {
  const path = join(folder, linksName);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as StoredLedger) : undefined;
}

/** A part that was made before, here or elsewhere. @param isSpare see `UnitStore`. @returns undefined for a folder that holds none. */
export function openPart(folder: string, isSpare: boolean): UnitStore | undefined {
  const record = readRecord(join(folder, recordName));
  return record && { folder, record, stateOf: stateOf(isSpare), isPart: true, isSpare };
}

function stateOf(isSpare: boolean): UnitStore["stateOf"] {
  return isSpare ? fileState : contentState;
}

/** The state of a file that may be on another machine tomorrow: what it holds. Empty where there is none. */
function contentState(absolute: string): string {
  try {
    return hash("sha256", readFileSync(absolute));
  } catch {
    return "";
  }
}
