import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
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
/** Written at each change of what is installed, by npm, pnpm and yarn. */
const installed = [".package-lock.json", ".modules.yaml", ".yarn-state.yml"];
/** Where Pincite's code is. */
const code = dirname(dirname(fileURLToPath(new URL(".", import.meta.url))));

/**
 * One text for all that every page of a site depends on beside the library: Pincite's own
 * code and layouts, Node, what is installed, what the site says of itself, its configuration
 * and every other file of the project, since a configuration may read any of them. Another
 * text whenever one of these is another.
 */
export function surroundingsStamp({ root, site }: SurroundedProject): string {
  const sum = createHash("sha256");
  sum.update(JSON.stringify([process.version, process.platform, process.arch, site]));
  const seen = new Set(library.map((name) => join(root, name)));
  for (const folder of [code, layoutsFolder, root]) addFolder(sum, folder, "", seen);
  for (const folder of new Set([...withParents(root), ...withParents(code)]))
    for (const name of installed) addFile(sum, name, join(folder, "node_modules", name));
  return sum.digest("hex");
}

/** Of the code that this process has loaded, whatever becomes of its files. */
let ownCode = "";

/** One text for all that parses a document: another whenever Pincite's code, Node or what is installed is another. */
export function codeStamp(): string {
  return (ownCode ||= stampOfCode());
}

function stampOfCode(): string {
  const sum = createHash("sha256").update(process.version);
  addFolder(sum, code, "", new Set());
  for (const folder of withParents(code))
    for (const name of installed) addFile(sum, name, join(folder, "node_modules", name));
  return sum.digest("hex");
}

function withParents(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

/** Links are followed, to each folder once. @param name how the folder is called here. @param seen absolute paths of folders. */
function addFolder(sum: Hash, folder: string, name: string, seen: Set<string>): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
  if (entries.some((entry) => entry.name === siteMarker)) return;
  for (const entry of entries) {
    if (passedOver.has(entry.name)) continue;
    const path = entry.isSymbolicLink() ? followed(join(folder, entry.name)) : join(folder, entry.name);
    if (path === undefined || seen.has(path)) continue;
    const here = `${name}/${entry.name}`;
    if (statSync(path).isDirectory()) {
      seen.add(path);
      addFolder(sum, path, here, seen);
    } else addFile(sum, here, path);
  }
}

/** Undefined for a link that leads nowhere. */
function followed(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

function addFile(sum: Hash, name: string, path: string): void {
  const state = fileState(path);
  const size = Number(state.split("-")[1] ?? 0);
  sum.update(`${name}\0`);
  if (state === "" || size > mostBytesRead) sum.update(state);
  else sum.update(readFileSync(path));
}
