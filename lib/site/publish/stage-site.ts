import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { recordPath, writeRecord, type SiteRecord } from "../../core/publish/site-record.ts";
import { siteMarker } from "../swap.ts";

/** Files that hosts read at the top of what is deployed, wherever the site is served. */
const atTop = ["_headers", "_redirects", "404.html"];

/**
 * Copy a built site into a folder as it is deployed: with its record, and below its path
 * prefix where the host serves the folder at the top of the address.
 *
 * @param to absolute path of a folder that is not there, or that an earlier call made. @throws a sentence where it holds something else.
 */
export function stageSite(site: string, to: string, record: SiteRecord, pathPrefix: string): void {
  const isOurs = existsSync(join(to, recordPath)) || existsSync(join(to, pathPrefix, recordPath));
  if (existsSync(to) && !isOurs && readdirSync(to).length > 0)
    throw new Error(`${to} holds something that Pincite did not put there. Name another folder, or empty it.`);
  const next = `${to.replace(/[\\/]+$/, "")}-next`;
  rmSync(next, { recursive: true, force: true });
  for (const path of record.files.keys()) {
    if (path === siteMarker) continue;
    const target = join(next, atTop.includes(path) ? "." : pathPrefix, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(site, path), target);
  }
  const own = join(next, pathPrefix, recordPath);
  mkdirSync(dirname(own), { recursive: true });
  writeFileSync(own, writeRecord(record));
  rmSync(to, { recursive: true, force: true });
  renameSync(next, to);
}
