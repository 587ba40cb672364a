import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { readRecord, recordPath, writeRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import { listTree } from "../list-tree.ts";
import { siteMarker } from "../swap.ts";

/** Files that hosts read at the top of what is deployed, wherever the site is served. */
const atTop = ["_headers", "_redirects", "404.html"];

/**
 * Copy a built site into a folder as it is deployed: with its record, and below its path
 * prefix where the host serves the folder at the top of the address.
 *
 * @param to absolute path of a folder that is not there, is empty, or was made by an earlier
 * call. @throws a sentence where it holds something else; it is as it was then.
 */
export function stageSite(site: string, to: string, record: SiteRecord, pathPrefix: string): void {
  refuseForeign(to, pathPrefix);
  mkdirSync(dirname(to), { recursive: true });
  const next = mkdtempSync(join(dirname(to), `.${basename(to)}-`));
  try {
    for (const path of record.files.keys()) {
      if (path === siteMarker) continue;
      const target = join(next, placeOf(path, pathPrefix));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(site, path), target);
    }
    const own = join(next, placeOf(recordPath, pathPrefix));
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, writeRecord(record));
    rmSync(to, { recursive: true, force: true });
    renameSync(next, to);
    chmodSync(to, 0o755);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** Where a file of the site is put, below the folder that is deployed. */
function placeOf(path: string, pathPrefix: string): string {
  return atTop.includes(path) ? path : join(pathPrefix.slice(1), path);
}

/** See that a folder may be replaced. @throws a sentence where it holds a file that no earlier call put there. */
function refuseForeign(to: string, pathPrefix: string): void {
  const there = lstatSync(to, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isDirectory()) throw new Error(`${to} is not a folder. Name one, or a place where none is yet.`);
  const record = readRecord(readIfThere(join(to, pathPrefix, recordPath)));
  const ours = new Set([recordPath, ...(record?.files.keys() ?? [])].map((path) => placeOf(path, pathPrefix)));
  const foreign = listTree(to).find((path) => !record || !ours.has(path));
  if (foreign !== undefined)
    throw new Error(`${to} holds ${foreign}, which Pincite did not put there. Name another folder, or empty it.`);
}

function readIfThere(file: string): string {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, "utf8") : "";
}
