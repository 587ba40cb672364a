import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../core/text/compare.ts";
import type { BuiltSite, FileReading } from "../core/verify/built-site.ts";
import { verifySite, type VerifyReport } from "../core/verify/verify-site.ts";
import { readBriefPage } from "./read-brief-page.ts";
import { readSourcePage } from "./read-source-page.ts";

export type SiteOpening =
  | { readonly kind: "site"; readonly site: BuiltSite }
  /** A sentence that says why. */
  | { readonly kind: "no site"; readonly reason: string };

export type SiteVerification =
  { readonly kind: "verified"; readonly report: VerifyReport } | Extract<SiteOpening, { kind: "no site" }>;

/**
 * Prove every citation of a built site again. Nothing is needed but the folder: neither
 * the briefs and sources that it was made of nor their configuration.
 *
 * @param folder absolute path of the site.
 */
export function verifyBuiltSite(folder: string): SiteVerification {
  const opening = openBuiltSite(folder);
  if (opening.kind === "no site") return opening;
  return { kind: "verified", report: verifySite(opening.site, (text) => hash("sha256", text)) };
}

/** See what a folder holds; its pages are read when they are asked for, each once. */
export function openBuiltSite(folder: string): SiteOpening {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { kind: "no site", reason: `${folder} is not a folder. Name one that holds a built site.` };
  const entries = listEntries(folder);
  const briefs = new Set([...entries].flatMap(([path, kind]) => briefIn(path, kind)));
  if (briefs.size === 0 && entries.get("briefs/index.html") !== "file")
    return { kind: "no site", reason: `${folder} holds no built site: it has no briefs/index.html.` };
  return { kind: "site", site: siteIn(folder, entries, briefs) };
}

type Entries = ReadonlyMap<string, "file" | "other">;

/** What a folder holds, by path relative to it, with forward slashes. Links are not followed. */
function listEntries(folder: string): Entries {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => !entry.isDirectory());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/");
      return [path, entry.isFile() ? "file" : "other"];
    }),
  );
}

/** A brief's folder, where its page or evidence is; or a link in the place of one. */
function briefIn(path: string, kind: "file" | "other"): string[] {
  const [, slug, file] = /^briefs\/([^/]+)(\/(?:index\.html|evidence\.json))?$/.exec(path) ?? [];
  return slug !== undefined && (file !== undefined || kind === "other") ? [slug] : [];
}

function siteIn(folder: string, entries: Entries, briefs: ReadonlySet<string>): BuiltSite {
  const text = (file: string): FileReading<string> => {
    if (entries.get(file) === "file") return readStrictly(join(folder, file));
    const steps = file.split("/");
    const passed = steps.map((_, at) => steps.slice(0, at + 1).join("/"));
    const isLink = passed.some((path) => entries.get(path) === "other");
    return isLink ? { kind: "refused", reason: "it is a link or a device, not a file" } : { kind: "missing" };
  };
  return {
    briefs: [...briefs].sort(compareText),
    text,
    briefPage: readOnce(text, readBriefPage),
    sourcePage: readOnce(text, readSourcePage),
  };
}

/** Each page is read and parsed once. */
function readOnce<Facts>(text: (file: string) => FileReading<string>, read: (html: string) => Facts) {
  const known = new Map<string, FileReading<Facts>>();
  return (file: string): FileReading<Facts> => {
    const before = known.get(file);
    if (before) return before;
    const reading = text(file);
    const facts: FileReading<Facts> =
      reading.kind === "read" ? { kind: "read", content: read(reading.content) } : reading;
    known.set(file, facts);
    return facts;
  };
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** A regular file with words in it, as strict UTF-8. */
function readStrictly(absolute: string): FileReading<string> {
  let handle: number;
  try {
    handle = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return { kind: "refused", reason: "it cannot be opened" };
  }
  try {
    if (!fstatSync(handle).isFile()) return { kind: "refused", reason: "it is not a regular file" };
    const bytes = readFileSync(handle);
    if (bytes.length === 0) return { kind: "refused", reason: "it is empty" };
    return { kind: "read", content: decoder.decode(bytes) };
  } catch (error) {
    const isText = error instanceof TypeError;
    return { kind: "refused", reason: isText ? "it is not UTF-8" : "it cannot be read" };
  } finally {
    closeSync(handle);
  }
}
