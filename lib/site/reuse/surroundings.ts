import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compareText } from "../../core/text/compare.ts";
import { layoutsFolder } from "../layouts-folder.ts";
import type { SiteOptions } from "../site.ts";
import { siteMarker } from "../swap.ts";
import { fileState } from "./file-state.ts";

export interface SurroundedProject {
  /** Absolute path. */
  readonly root: string;
  readonly site: SiteOptions;
}

/** Larger files are known by their state alone. */
const mostBytesRead = 1_000_000;

/** What the library is read from: it has stamps of its own. */
const library = ["briefs", "sources", "libraries"];
/** What no page is made from; nor is one from a site that was built. */
const passedOver: ReadonlySet<string> = new Set(["node_modules", ".git", ".pincite"]);

/**
 * One text for all that every page of a site depends on beside the library: Pincite's own
 * code and layouts, Node, what the site says of itself, its configuration and every other
 * file of the project, since a configuration may read any of them. Another text whenever
 * one of these is another.
 */
export function surroundingsStamp({ root, site }: SurroundedProject): string {
  const sum = createHash("sha256");
  sum.update(JSON.stringify([process.version, process.platform, process.arch, site]));
  const own = dirname(dirname(fileURLToPath(new URL(".", import.meta.url))));
  for (const folder of [own, layoutsFolder]) addFolder(sum, folder, []);
  addFolder(
    sum,
    root,
    library.map((name) => join(root, name)),
  );
  // Written by npm at each change of what is installed.
  addFile(sum, root, join(root, "node_modules", ".package-lock.json"));
  return sum.digest("hex");
}

function addFolder(sum: Hash, folder: string, left: readonly string[]): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
  if (entries.some(({ name }) => name === siteMarker)) return;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (left.includes(path) || passedOver.has(entry.name)) continue;
    if (entry.isDirectory()) addFolder(sum, path, left);
    else addFile(sum, folder, path);
  }
}

function addFile(sum: Hash, folder: string, path: string): void {
  const state = fileState(path);
  const size = Number(state.split("-")[1] ?? 0);
  sum.update(`${relative(folder, path).split(sep).join("/")}\0`);
  if (state === "" || size > mostBytesRead) sum.update(state);
  else sum.update(readFileSync(path));
}
